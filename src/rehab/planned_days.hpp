// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/active_days.hpp"
#include "rehab/day_time.hpp"

#include <functional>

namespace footsure::rehab {

/// Training without impact, on days without a run.
struct CrossTraining {
    std::vector<EpisodeId> episodes;
    Seconds time;
    int days_a_week = 0;
    std::vector<ChosenExercise> exercises;
};

/// All that is put on the days of the two weeks.
struct PlanParts {
    std::optional<RunOrder> runs;
    ActiveDays days;
    std::function<std::vector<Draft>(Day)> training;
    std::optional<CrossTraining> cross;
    Weekdays cross_days;
    DayTime time;
    bool runs_fit_time = true;  ///< runs too stay within the day's time
};

/// Fourteen days from today, each with a Session at least; in every seven of them a rest day.
[[nodiscard]] std::vector<PlannedDay> planned_days(const PlanParts& parts, const PlanFacts& facts,
                                                   std::vector<Limit>& limits);

[[nodiscard]] Session rest_session(Day on, const std::string& serves);

}  // namespace footsure::rehab
