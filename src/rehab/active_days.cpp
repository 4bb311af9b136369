// SPDX-License-Identifier: Apache-2.0
#include "rehab/active_days.hpp"

#include <algorithm>
#include <tuple>

namespace footsure::rehab {

namespace {

/// Source: EE, where the Runner told nothing: room for three runs and two days of strength.
constexpr std::size_t kUsualDays = 5;
/// Source: care-and-rehab section 11, L3 (S-137, EE): at least one rest day a week.
constexpr std::size_t kMostDays = kDaysOfWeek - 1;
/// Source: the calendar.
constexpr std::chrono::days kWeek{7};

Weekdays wished_days(const Wishes& wishes, Day today) {
    Weekdays days;
    for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
        const Day day = today + std::chrono::days(i);
        days.set(place_of(day), suits(wishes, day));
    }
    return days;
}

std::size_t wished_count(const Wishes& wishes, Weekdays suiting) {
    std::size_t count = wishes.days.empty() ? kUsualDays : suiting.count();
    if (wishes.days_a_week) {
        count = static_cast<std::size_t>(std::max(1, *wishes.days_a_week));
    }
    return std::min({count, kMostDays, suiting.count()});
}

std::vector<Limit> limits_of(const Wishes& wishes) {
    std::vector<Limit> limits;
    if (!wishes.days_a_week && wishes.days.empty()) {
        limits.push_back({.code = "days_assumed",
                          .text = "You did not say on how many days a week you can train: 5 are "
                                  "assumed (our estimate). Tell it as a wish and the plan is made "
                                  "for yours."});
    }
    if (wishes.days_a_week && *wishes.days_a_week > static_cast<int>(kMostDays)) {
        limits.push_back(
            {.code = "rest_day", .text = "One day in seven stays a rest day, whatever the wish."});
    }
    if (wishes.days_a_week && *wishes.days_a_week < 1) {
        limits.push_back({.code = "smallest_plan",
                          .text = "You said you have no day for it. One day a week is planned: the "
                                  "least that is of use."});
    }
    return limits;
}

/// Only these days of the week.
Wishes restricted_to(Weekdays week, const Wishes& wishes, Day today) {
    Wishes only{.days_a_week = wishes.days_a_week};
    for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
        const Day day = today + std::chrono::days(i);
        if (week.test(place_of(day))) {
            only.days.emplace_back(std::chrono::weekday(day));
        }
    }
    return only;
}

/// Most runs, then the soonest, then evenly.
auto rank(const std::vector<Day>& runs, Weekdays week, Day today) {
    long later = 0;
    for (const Day run : runs) {
        later += (run - today).count();
    }
    return std::tuple(-static_cast<long>(runs.size()), later, unevenness(week));
}

}  // namespace

ActiveDays active_days(const std::optional<RunSpacing>& runs, const PlanFacts& facts) {
    const auto& wishes = facts.case_file.wishes;
    const Day today = day_of(facts.now.at, facts.now.offset);
    Weekdays suiting = wished_days(wishes, today);
    const std::size_t count = wished_count(wishes, suiting);
    // A run of today makes today no rest day.
    const bool ran = facts.limits.recent.run_today > Metres(0);
    if (ran) {
        suiting.set(place_of(today));
    }
    ActiveDays best{.limits = limits_of(wishes)};
    for (unsigned long bits = 1; bits < 1UL << kDaysOfWeek; ++bits) {
        const Weekdays week(bits);
        const bool allowed = (week & ~suiting).none() && week.count() == count &&
                             (!ran || week.test(place_of(today)));
        if (!allowed) {
            continue;
        }
        std::vector<Day> planned;
        if (runs) {
            planned = run_days(today, today + kPlanned - std::chrono::days(1), *runs,
                               restricted_to(week, wishes, today));
        }
        if (best.week.none() || rank(planned, week, today) < rank(best.runs, best.week, today)) {
            best.week = week;
            best.runs = std::move(planned);
        }
    }
    return best;
}

int most_in_a_week(const std::vector<Day>& days) {
    long most = 0;
    for (const Day first : days) {
        const auto in_week = std::ranges::count_if(
            days, [&](Day day) { return day >= first && day < first + kWeek; });
        most = std::max(most, static_cast<long>(in_week));
    }
    return static_cast<int>(most);
}

}  // namespace footsure::rehab
