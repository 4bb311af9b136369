// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/day_time.hpp"
#include "rehab/weekdays.hpp"

namespace footsure::rehab {

/// How the weeks are laid out so far.
struct WeekLayout {
    Weekdays active;                         ///< the others rest, with mobility at most
    std::array<double, kDaysOfWeek> load{};  ///< minutes on each day so far
    std::optional<Weekdays> plyometric;      ///< of all Episodes, 48 h apart
};

/// The exercises of one Episode, or of nobody's, on their days of the week.
class TrainingWeek {
public:
    TrainingWeek(std::vector<EpisodeId> episodes, const ExerciseChoice& choice, WeekLayout& layout);

    /// One Session of each kind that falls on the day.
    [[nodiscard]] std::vector<Draft> on(Day day) const;

private:
    struct Item {
        ChosenExercise exercise;
        Weekdays days;
    };

    [[nodiscard]] Weekdays days_for(const ChosenExercise& exercise, WeekLayout& layout);

    std::vector<EpisodeId> episodes_;
    std::vector<Item> items_;
};

}  // namespace footsure::rehab
