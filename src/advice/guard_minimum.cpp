// SPDX-License-Identifier: Apache-2.0
#include "advice/guard_minimum.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace footsure::advice {

namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kSecondsPerMinute = 60;
constexpr double kMetresPerTenth = 100;
constexpr double kMetresPerKilometre = 1000;
/// A run that may be no longer is no run. Source: EE.
constexpr Metres kShortestRun{500};

std::string two_digits(long value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

std::string kilometres(Metres distance) {
    // A ten-thousandth over, so that 11.0 stays 11.0 when it was computed as 10.99999.
    const auto tenths = static_cast<long>(std::floor(distance.value() / kMetresPerTenth + 1e-4));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " km";
}

std::string minutes(Seconds time) {
    const auto whole = static_cast<long>(std::floor(time.value() / kSecondsPerMinute + 1e-4));
    if (whole < kMinutesPerHour) {
        return std::to_string(whole) + " min";
    }
    return std::to_string(whole / kMinutesPerHour) + " h " + two_digits(whole % kMinutesPerHour) +
           " min";
}

std::string pace(MetresPerSecond speed) {
    const auto seconds = std::lround(kMetresPerKilometre / speed.value());
    return std::to_string(seconds / kSecondsPerMinute) + ":" +
           two_digits(seconds % kSecondsPerMinute) + " min/km";
}

void Minimum::stop(Reason reason) {
    stops_.push_back(std::move(reason));
}

void Minimum::limit(Metres distance, Reason reason) {
    limits_.push_back({std::max(distance, Metres(0)), std::move(reason)});
}

void Minimum::limit(const Session& run, Reason reason) {
    Limited limited{run.max_distance.value_or(Metres(std::numeric_limits<double>::infinity())),
                    std::move(reason), Planned::yes};
    if (run.max_duration) {
        times_.emplace_back(*run.max_duration, std::move(limited));
    } else {
        limits_.push_back(std::move(limited));
    }
}

void Minimum::measure_times(const std::optional<MetresPerSecond>& speed) {
    for (auto& [time, limited] : times_) {
        if (speed) {
            limited.distance = std::min(limited.distance, *speed * time);
        }
        const Seconds before = guard_.ceiling_duration.value_or(time);
        guard_.ceiling_duration = std::min(before, time);
        limits_.push_back(std::move(limited));
    }
    times_.clear();
}

void Minimum::unknown(std::string what) {
    guard_.unknown.push_back(std::move(what));
}

void Minimum::advise(Reason reason) {
    guard_.advice.push_back(std::move(reason));
}

Guard Minimum::take(const std::optional<MetresPerSecond>& speed) && {
    measure_times(speed);
    std::ranges::stable_sort(limits_, {}, &Limited::distance);
    guard_.speed = speed;
    guard_.because = std::move(stops_);
    const bool too_short = !limits_.empty() && limits_.front().distance < kShortestRun &&
                           limits_.front().planned == Planned::no;
    if (!guard_.because.empty() || too_short) {
        guard_.verdict = GuardVerdict::no_run;
        guard_.ceiling_distance = Metres(0);
        guard_.ceiling_duration = Seconds(0);
    } else if (!limits_.empty()) {
        guard_.verdict = GuardVerdict::limited;
        if (std::isfinite(limits_.front().distance.value())) {
            guard_.ceiling_distance = limits_.front().distance;
        }
        if (speed && guard_.ceiling_distance) {
            const Seconds time(guard_.ceiling_distance->value() / speed->value());
            guard_.ceiling_duration = std::min(guard_.ceiling_duration.value_or(time), time);
        }
    }
    for (Limited& limited : limits_) {
        guard_.because.push_back(std::move(limited.reason));
    }
    return std::move(guard_);
}

}  // namespace footsure::advice
