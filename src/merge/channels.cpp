// SPDX-License-Identifier: Apache-2.0
#include "merge/channels.hpp"

#include <chrono>
#include <limits>
#include <numeric>

namespace footsure::merge {

namespace {

/// Devices that write every second and those that write every few seconds fit together within
/// this; farther away a value says nothing. Source: EE, half the step of smart recording
/// (FIT-FACTS 8: 4 to 7 s).
constexpr std::chrono::seconds kNear(3);

std::chrono::microseconds apart(Instant one, Instant other) {
    return std::chrono::abs(one - other);
}

}  // namespace

std::vector<double> pick(std::span<const double> values, std::span<const std::size_t> picked) {
    std::vector<double> chosen;
    chosen.reserve(picked.size());
    bool any = false;
    for (const std::size_t i : picked) {
        const double value =
            i < values.size() ? values[i] : std::numeric_limits<double>::quiet_NaN();
        any = any || !std::isnan(value);
        chosen.push_back(value);
    }
    return any ? chosen : std::vector<double>();
}

Records pick(const Records& records, std::span<const std::size_t> picked) {
    Records chosen;
    chosen.at.reserve(picked.size());
    for (const std::size_t i : picked) {
        chosen.at.push_back(records.at[i]);
    }
    for_each_channel([&](auto channel) {
        using Channel = std::remove_cvref_t<decltype(records.*channel)>;
        chosen.*channel = Channel(pick((records.*channel).raw(), picked));
    });
    for (const SensorChannel& sensor : records.sensors) {
        std::vector<double> values = pick(sensor.values, picked);
        if (!values.empty()) {
            chosen.sensors.push_back(
                {sensor.sensor, sensor.quantity, sensor.side, std::move(values)});
        }
    }
    return chosen;
}

std::vector<std::size_t> nearest(std::span<const Instant> instants, std::span<const Instant> at) {
    std::vector<std::size_t> order(at.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return at[i]; });
    std::vector<std::size_t> found(instants.size(), at.size());
    for (std::size_t i = 0; i < instants.size(); ++i) {
        const auto after =
            std::ranges::lower_bound(order, instants[i], {}, [&](std::size_t r) { return at[r]; });
        auto best = after;
        if (after == order.end() ||
            (after != order.begin() &&
             apart(at[*std::prev(after)], instants[i]) <= apart(at[*after], instants[i]))) {
            best = after == order.begin() ? after : std::prev(after);
        }
        if (best != order.end() && apart(at[*best], instants[i]) <= kNear) {
            found[i] = *best;
        }
    }
    return found;
}

void shift(Activity& activity, std::chrono::microseconds by) {
    const auto move = [by](std::optional<Instant>& at) {
        if (at) {
            *at += by;
        }
    };
    move(activity.started_at);
    for (Instant& at : activity.records.at) {
        at += by;
    }
    for (Leg& leg : activity.legs) {
        move(leg.started_at);
    }
    for (Lap& lap : activity.laps) {
        move(lap.started_at);
    }
    for (Pause& pause : activity.pauses) {
        pause.from += by;
        pause.until += by;
    }
}

}  // namespace footsure::merge
