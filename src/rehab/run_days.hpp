// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"
#include "model/wishes.hpp"

#include <optional>
#include <vector>

namespace footsure::rehab {

/// How runs may follow each other.
struct RunSpacing {
    std::optional<Day> not_before;
    int days_between = 1;   ///< without a run
    int most_a_week = 3;    ///< in any seven days
    std::vector<Day> done;  ///< already run, that count in their week
};

[[nodiscard]] bool suits(const Wishes& wishes, Day on);

/// The days in [from, until] on which a run is planned, soonest first. The course and the calendar
/// both ask here, so that what was planned for a day that is over can be told again.
[[nodiscard]] std::vector<Day> run_days(Day from, Day until, const RunSpacing& spacing,
                                        const Wishes& wishes);

}  // namespace footsure::rehab
