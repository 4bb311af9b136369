// SPDX-License-Identifier: Apache-2.0
//
// The richest RecordedRun (richness.hpp) gives the Records; every other one lies on them by time. A
// channel comes from one RecordedRun as a whole: the richest one's own, unless another holds
// clearly more values. The clock is that of the RecordedRun whose offset from UTC is known best.
#include "merge/channels.hpp"
#include "merge/merge.hpp"
#include "merge/richness.hpp"
#include "model/result.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footsure::merge {

namespace {

/// How many times the values make a channel of another RecordedRun the better one. Source: EE;
/// below it the difference is only how often a device writes.
constexpr std::size_t kClearlyMore = 2;

/// How many times the time of another RecordedRun makes it the one that saw the whole run. Source:
/// EE; below it the difference is when somebody pressed stop.
constexpr double kClearlyLonger = 1.05;

using Indices = std::vector<std::size_t>;

/// The RecordedRuns from the richest to the poorest.
std::vector<RecordedRun> ranked(std::span<const RecordedRun> sources) {
    Seconds longest;
    for (const RecordedRun& source : sources) {
        longest = std::max(longest, covered(*source.activity));
    }
    std::vector<std::pair<Richness, RecordedRun>> rated;
    rated.reserve(sources.size());
    for (const RecordedRun& source : sources) {
        rated.emplace_back(richness_of(source, longest), source);
    }
    std::ranges::stable_sort(rated, std::greater{},
                             [](const auto& entry) -> const Richness& { return entry.first; });
    std::vector<RecordedRun> order;
    for (auto& entry : rated) {
        order.push_back(std::move(entry.second));
    }
    return order;
}

/// What to add to the times of `other` to lie on `one`; nothing is added to what cannot be placed.
std::chrono::seconds shift_onto(const Activity& one, const Activity& other) {
    const auto first = extent_of(one);
    const auto second = extent_of(other);
    if (!first || !second) {
        return std::chrono::seconds(0);
    }
    return same_run(*first, *second).value_or(std::chrono::seconds(0));
}

/// A clock that knew its zone is trusted; a zone found by position says nothing of the clock.
OffsetQuality clock_quality(const RecordedRun& source) {
    const OffsetQuality quality = source.activity->offset_quality;
    return quality == OffsetQuality::position ? OffsetQuality::unknown : quality;
}

/// All RecordedRuns on the clock that is known best, and with their Hints.
std::vector<Activity> on_one_clock(const std::vector<RecordedRun>& order) {
    const auto best = std::ranges::min_element(order, {}, clock_quality);
    std::vector<Activity> runs;
    runs.reserve(order.size());
    for (const RecordedRun& source : order) {
        Activity run = *source.activity;
        apply(source.hints, run);
        shift(run, shift_onto(*best->activity, *source.activity));
        runs.push_back(std::move(run));
    }
    return runs;
}

/// Lays the channels of another RecordedRun where the Records have none or clearly fewer values.
class Laying {
public:
    Laying(const Records& from, Records& to)
        : from_(from), to_(to), nearest_(nearest(to.at, from.at)) {}

    void run() {
        lay_place();
        for_each_channel([this](auto channel) {
            const bool place = is(channel, &Records::latitude) || is(channel, &Records::longitude);
            if (!place) {
                lay(from_.*channel, to_.*channel);
            }
        });
        for (const SensorChannel& sensor : from_.sensors) {
            lay(sensor);
        }
    }

private:
    template <class A, class B>
    static bool is(A one, B other) {
        if constexpr (std::is_same_v<A, B>) {
            return one == other;
        }
        return false;
    }

    [[nodiscard]] static bool richer(std::size_t there, std::size_t here) {
        return there > 0 && there >= kClearlyMore * here;
    }

    template <class Q>
    void lay(const Column<Q>& from, Column<Q>& to) {
        std::vector<double> values = pick(from.raw(), nearest_);
        if (richer(present(values), present(to.raw()))) {
            to = Column<Q>(std::move(values));
        }
    }

    /// Latitude and longitude are one value.
    void lay_place() {
        std::vector<double> latitude = pick(from_.latitude.raw(), nearest_);
        if (richer(present(latitude), present(to_.latitude.raw()))) {
            to_.latitude = Column<GeoDegrees>(std::move(latitude));
            to_.longitude = Column<GeoDegrees>(pick(from_.longitude.raw(), nearest_));
        }
    }

    void lay(const SensorChannel& from) {
        const auto same = [&from](const SensorChannel& to) {
            return to.sensor == from.sensor && to.quantity == from.quantity && to.side == from.side;
        };
        std::vector<double> values = pick(from.values, nearest_);
        const auto found = std::ranges::find_if(to_.sensors, same);
        const std::size_t here = found == to_.sensors.end() ? 0 : present(found->values);
        if (!richer(present(values), here)) {
            return;
        }
        if (found == to_.sensors.end()) {
            to_.sensors.push_back({from.sensor, from.quantity, from.side, std::move(values)});
        } else {
            found->values = std::move(values);
        }
    }

    const Records& from_;
    Records& to_;
    Indices nearest_;
};

template <class T>
void fill(std::optional<T>& to, const std::optional<T>& from) {
    if (!to) {
        to = from;
    }
}

/// A total of zero says nothing.
template <class Dimension>
void fill_total(std::optional<Quantity<Dimension>>& to,
                const std::optional<Quantity<Dimension>>& from) {
    if ((!to || to->value() <= 0) && from) {
        to = from;
    }
}

void fill(Leg& to, const Leg& from) {
    if (to.sub_sport.empty() || to.sub_sport == "generic") {
        to.sub_sport = from.sub_sport.empty() ? to.sub_sport : from.sub_sport;
    }
    fill(to.started_at, from.started_at);
    fill_total(to.elapsed, from.elapsed);
    fill_total(to.timer, from.timer);
    fill_total(to.distance, from.distance);
    fill(to.ascent, from.ascent);
    fill(to.descent, from.descent);
    fill(to.average_heart_rate, from.average_heart_rate);
    fill(to.average_cadence, from.average_cadence);
    fill(to.average_stance_time, from.average_stance_time);
    fill(to.average_vertical_oscillation, from.average_vertical_oscillation);
    fill(to.average_step_length, from.average_step_length);
    fill(to.average_vertical_ratio, from.average_vertical_ratio);
    fill(to.average_stance_time_balance, from.average_stance_time_balance);
    fill(to.average_power, from.average_power);
    fill(to.perceived_exertion, from.perceived_exertion);
    fill(to.feel, from.feel);
}

/// Laps that are more than the stub left when the runner stopped.
std::size_t true_laps(const Activity& run) {
    constexpr Metres kStub{10};
    constexpr Seconds kStubTime{5};
    return static_cast<std::size_t>(std::ranges::count_if(run.laps, [&](const Lap& lap) {
        if (lap.distance) {
            return *lap.distance > kStub;
        }
        const auto lasted = lap.timer ? lap.timer : lap.elapsed;
        return lasted && *lasted > kStubTime;
    }));
}

void fill_offset(Activity& to, const Activity& from) {
    if (from.local_offset && (!to.local_offset || from.offset_quality < to.offset_quality)) {
        to.local_offset = from.local_offset;
        to.offset_quality = from.offset_quality;
    }
}

void add_devices(Activity& to, const Activity& from) {
    for (const Device& device : from.devices) {
        const bool known = std::ranges::any_of(to.devices, [&device](const Device& other) {
            return other.name == device.name && other.role == device.role;
        });
        if (!known) {
            to.devices.push_back(device);
        }
    }
}

/// A RecordedRun that lasted longer than the Records go tells the totals, all of them together.
void take_longest_totals(std::span<const Activity> runs, Activity& all) {
    const auto elapsed = [](const Activity& run) {
        return run.legs.front().elapsed.value_or(Seconds(0)).value();
    };
    const Activity& longest = *std::ranges::max_element(runs, {}, elapsed);
    const Leg& from = longest.legs.front();
    Leg& to = all.legs.front();
    if (!from.distance || !(from.distance->value() > 0) ||
        elapsed(longest) <= kClearlyLonger * elapsed(all)) {
        return;
    }
    to.started_at = from.started_at ? from.started_at : to.started_at;
    to.elapsed = from.elapsed;
    to.timer = from.timer;
    to.distance = from.distance;
    to.ascent = from.ascent;
    to.descent = from.descent;
    all.started_at = to.started_at ? to.started_at : all.started_at;
}

void add(const Activity& from, Activity& to) {
    Laying(from.records, to.records).run();
    fill(to.legs.front(), from.legs.front());
    if (true_laps(from) > true_laps(to)) {
        to.laps = from.laps;
    }
    if (to.pauses.empty()) {
        to.pauses = from.pauses;
    }
    if (from.beat_intervals.size() > to.beat_intervals.size()) {
        to.beat_intervals = from.beat_intervals;
    }
    fill(to.started_at, from.started_at);
    fill_offset(to, from);
    if (to.device.empty()) {
        to.device = from.device;
    }
    add_devices(to, from);
}

}  // namespace

Activity merged(std::span<const RecordedRun> sources) {
    expects(!sources.empty(), "there is a RecordedRun to merge");
    for (const RecordedRun& source : sources) {
        expects(source.activity != nullptr && source.activity->legs.size() == 1,
                "a merged RecordedRun has one Leg");
    }
    std::vector<Activity> runs = on_one_clock(ranked(sources));
    Activity all = runs.front();
    for (const Activity& run : std::span(runs).subspan(1)) {
        add(run, all);
    }
    take_longest_totals(runs, all);
    return all;
}

}  // namespace footsure::merge
