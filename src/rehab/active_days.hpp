// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/run_order.hpp"
#include "rehab/weekdays.hpp"

namespace footsure::rehab {

/// How far ahead days are planned. Source: DESIGN and issue 6: the next two weeks.
inline constexpr std::chrono::days kPlanned{14};

/// The days of the week with more than rest and mobility, and those of the two weeks with a run.
struct ActiveDays {
    Weekdays week;
    std::vector<Day> runs;
    std::vector<Limit> limits;
};

/// As many days a week as the Runner wishes, never all seven; chosen so that most runs fit.
[[nodiscard]] ActiveDays active_days(const std::optional<RunSpacing>& runs, const PlanFacts& facts);

/// Most of these days in any seven in a row.
[[nodiscard]] int most_in_a_week(const std::vector<Day>& days);

}  // namespace footsure::rehab
