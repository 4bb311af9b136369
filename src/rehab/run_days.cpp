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
    Day next = std::max(from, spacing.not_before.value_or(from));
    for (Day day = next; day <= until; day += std::chrono::days(1)) {
        const auto in_week =
            std::ranges::count_if(planned, [&](Day earlier) { return earlier > day - kWeek; });
        if (day >= next && suits(wishes, day) && in_week < spacing.most_a_week) {
            planned.push_back(day);
            next = day + std::chrono::days(1 + spacing.days_between);
        }
    }
    return planned;
}

}  // namespace footsure::rehab
