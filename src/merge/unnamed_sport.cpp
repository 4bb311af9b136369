// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"
#include "merge/running_cadence.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace footsure::merge {

namespace {

/// Fewer Records with both cadence and speed tell nothing (EE).
constexpr std::size_t kFewest = 60;
/// The slowest and the narrowest that still is running, and the widest (Source: FIT-FACTS 4, from
/// the 1st to the 99th of a hundred running Records: 74 to 102 strides a minute, steps of 0.72 to
/// 1.70 m, above 1.8 m/s; a little wider below, EE).
constexpr double kSlowest = 1.8;
constexpr double kFewestSteps = 140;
constexpr double kMostSteps = 210;
constexpr double kShortestStep = 0.6;
constexpr double kLongestStep = 1.7;
/// A ride, also an uphill one, is faster than this for a twentieth of its time (EE).
constexpr double kFastest = 6.5;
constexpr double kNearlyAll = 0.95;

double at_share(std::vector<double> values, double share) {
    const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::ranges::nth_element(values, nth);
    return *nth;
}

/// The speed at a Record: its own, else from the distance since the Record before.
std::optional<double> speed_at(const Records& records, std::size_t i) {
    if (const auto speed = records.speed.at(i)) {
        return speed->value();
    }
    const auto before = i > 0 ? records.distance.at(i - 1) : std::nullopt;
    const auto now = records.distance.at(i);
    const double seconds = i > 0 ? seconds_between(records.at[i - 1], records.at[i]) : 0;
    if (!before || !now || !(seconds > 0)) {
        return std::nullopt;
    }
    return (*now - *before).value() / seconds;
}

}  // namespace

bool moves_like_running(const Activity& activity) {
    const Records& records = activity.records;
    std::vector<double> speeds;
    std::vector<double> cadences;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto speed = speed_at(records, i);
        const auto cadence = records.cadence.at(i);
        if (speed && *speed >= kSlowest && cadence && cadence->value() > 0) {
            speeds.push_back(*speed);
            cadences.push_back(cadence->value());
        }
    }
    if (speeds.size() < kFewest) {
        return false;
    }
    const double steps = at_share(cadences, 0.5) * steps_per_cycle(cadences);
    const double step = at_share(speeds, 0.5) * 60 / steps;
    return steps >= kFewestSteps && steps <= kMostSteps && step >= kShortestStep &&
           step <= kLongestStep && at_share(speeds, kNearlyAll) <= kFastest;
}

}  // namespace footsure::merge
