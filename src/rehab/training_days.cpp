// SPDX-License-Identifier: Apache-2.0
#include "rehab/training_days.hpp"

#include "rehab/run_sessions.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: exercises, "minimum weekly dose": strength 2 to 3, hops 2, balance every day.
constexpr std::size_t kStrengthDays = 3;
constexpr std::size_t kHopDays = 2;
/// Source: exercises, the same line: hops and tier 4 are 48 h apart; so no two days in a row.
constexpr std::size_t kHopGap = 2;
constexpr std::size_t kMostHopDays = 3;
/// Source: the definition of the unit.
constexpr double kSecondsPerMinute = 60;

constexpr std::array kKinds{SessionKind::strength, SessionKind::balance, SessionKind::mobility};

std::size_t days_asked(const ChosenExercise& exercise) {
    if (exercise.dose.days_a_week > 0) {
        return static_cast<std::size_t>(exercise.dose.days_a_week);
    }
    if (exercise.plyometric) {
        return kHopDays;
    }
    return exercise.definition->kind == SessionKind::strength ? kStrengthDays : kDaysOfWeek;
}

bool is_mobility(const ChosenExercise& exercise) {
    return exercise.definition->kind == SessionKind::mobility && !exercise.plyometric;
}

}  // namespace

TrainingWeek::TrainingWeek(std::vector<EpisodeId> episodes, const ExerciseChoice& choice,
                           WeekLayout& layout)
    : episodes_(std::move(episodes)) {
    for (const auto& exercise : choice.chosen) {
        if (exercise.definition->kind == SessionKind::cross_train) {
            continue;
        }
        const Weekdays days = days_for(exercise, layout);
        for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
            layout.load.at(i) += days.test(i) ? exercise.time.value() / kSecondsPerMinute : 0;
        }
        items_.push_back({exercise, days});
    }
}

Weekdays TrainingWeek::days_for(const ChosenExercise& exercise, WeekLayout& layout) {
    const std::size_t asked = days_asked(exercise);
    if (is_mobility(exercise) && asked >= kDaysOfWeek) {
        return ~Weekdays();
    }
    // What is done as often falls on the same days, so that it makes one Session.
    const auto same = std::ranges::find_if(items_, [&](const Item& item) {
        return item.exercise.plyometric == exercise.plyometric &&
               days_asked(item.exercise) == asked &&
               is_mobility(item.exercise) == is_mobility(exercise);
    });
    if (same != items_.end()) {
        return same->days;
    }
    if (!exercise.plyometric) {
        return choose_days({.from = layout.active,
                            .count = std::min(asked, layout.active.count()),
                            .load = layout.load});
    }
    const Weekdays days = choose_days({.from = layout.plyometric.value_or(layout.active),
                                       .count = std::min(asked, kMostHopDays),
                                       .load = layout.load,
                                       .least_gap = kHopGap});
    layout.plyometric = layout.plyometric.value_or(days);
    return days;
}

std::vector<Draft> TrainingWeek::on(Day day) const {
    std::vector<Draft> drafts;
    for (const auto kind : kKinds) {
        Draft draft{.session = {.kind = kind, .episodes = episodes_}};
        for (const auto& item : items_) {
            if (item.exercise.definition->kind == kind && item.days.test(place_of(day))) {
                draft.exercises.push_back(item.exercise);
            }
        }
        if (!draft.exercises.empty()) {
            draft.session.id = session_id(day, kind, episodes_);
            drafts.push_back(std::move(draft));
        }
    }
    return drafts;
}

}  // namespace footsure::rehab
