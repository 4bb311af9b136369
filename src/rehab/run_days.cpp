// SPDX-License-Identifier: Apache-2.0
#include "rehab/run_days.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: the calendar.
constexpr std::chrono::days kWeek{7};

}  // namespace

bool suits(const Wishes& wishes, Day on) {
    return wishes.days.empty() ||
           std::ranges::find(wishes.days, std::chrono::weekday(on)) != wishes.days.end();
}

std::vector<Day> run_days(Day from, Day until, const RunSpacing& spacing, const Wishes& wishes) {
    std::vector<Day> planned;
    const auto in_week = [](const std::vector<Day>& days, Day on) {
        return std::ranges::count_if(days,
                                     [&](Day other) { return other > on - kWeek && other <= on; });
    };
    Day next = std::max(from, spacing.not_before.value_or(from));
    for (Day day = next; day <= until; day += std::chrono::days(1)) {
        const bool room = in_week(planned, day) + in_week(spacing.done, day) < spacing.most_a_week;
        if (day >= next && suits(wishes, day) && room) {
            planned.push_back(day);
            next = day + std::chrono::days(1 + spacing.days_between);
        }
    }
    return planned;
}

}  // namespace footsure::rehab
