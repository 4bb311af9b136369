// SPDX-License-Identifier: Apache-2.0
#include "load/known_value.hpp"
#include "load/load.hpp"
#include "load/outing.hpp"

#include <array>

namespace footsure::load {

namespace {

/// Source: training-load-risk section 2, ACWR: one week over four, or over the three before.
constexpr std::size_t kWeeks = 4;
/// Source: the calendar.
constexpr int kDaysAWeek = 7;
/// A ratio over a smaller week is noise. Source: training-load-risk section 2, week step.
constexpr Metres kLeastWeek{20'000};

}  // namespace

WeekRatios week_ratios(const CaseFile& case_file, LocalInstant now) {
    const Day today = day_of(now.at, now.offset);
    std::array<Metres, kWeeks> weeks{};
    for (const ActivitySummary* run : runs_until(case_file.activities, now.at)) {
        const auto days = (today - day_of(run->started_at, now.offset)).count();
        const auto week = static_cast<std::size_t>((days - 1) / kDaysAWeek);
        if (days >= 1 && week < kWeeks) {
            weeks.at(week) += Metres(known_or_zero(run->distance.value()));
        }
    }
    WeekRatios ratios;
    const Metres before = weeks[1] + weeks[2] + weeks.back();
    const Metres all = weeks[0] + before;
    constexpr double kBefore = kWeeks - 1;
    if (before / kBefore >= kLeastWeek) {
        ratios.acute_chronic = static_cast<double>(kWeeks) * (weeks[0] / all);
        ratios.acute_chronic_uncoupled = kBefore * (weeks[0] / before);
    }
    if (weeks[1] >= kLeastWeek) {
        ratios.week_step = weeks[0] / weeks[1] - 1;
    }
    return ratios;
}

}  // namespace footsure::load
