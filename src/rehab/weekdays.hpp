// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"

#include <array>
#include <bitset>

namespace footsure::rehab {

/// Source: the calendar.
inline constexpr std::size_t kDaysOfWeek = 7;

/// Some days of every week. A day left out is left out of each seven days in a row.
using Weekdays = std::bitset<kDaysOfWeek>;

/// The place of its weekday in the set.
[[nodiscard]] std::size_t place_of(Day day);

/// Which days of the week to take.
struct DayChoice {
    Weekdays from;
    std::size_t count = 0;
    std::array<double, kDaysOfWeek> load{};  ///< of each day, in minutes; less is taken first
    std::size_t least_gap = 1;               ///< days from one to the next, over the week's end too
};

/// How uneven they lie in the week: the sum of the squared gaps.
[[nodiscard]] double unevenness(Weekdays days);
/// From one to the next, over the week's end too; 7 where there is at most one.
[[nodiscard]] std::size_t smallest_gap(Weekdays days);

/// As many as asked for or, where the gap forbids it, as can be; evenly, on the lighter days.
[[nodiscard]] Weekdays choose_days(const DayChoice& choice);

}  // namespace footsure::rehab
