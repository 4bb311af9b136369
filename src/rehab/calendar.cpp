// SPDX-License-Identifier: Apache-2.0
#include "rehab/calendar.hpp"

#include "rehab/plan_words.hpp"
#include "rehab/planned_days.hpp"
#include "rehab/training_days.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: the definition of the unit.
constexpr double kSecondsPerMinute = 60;

const Findings* findings_of(const EpisodeId& episode, const PlanFacts& facts) {
    for (const auto& one : facts.episodes) {
        if (one.episode.id == episode) {
            return &one.findings;
        }
    }
    return nullptr;
}

ExerciseChoice choice_of(const Course& course, std::span<const Course> all,
                         const PlanFacts& facts) {
    if (course.protocol == nullptr || course.phase == nullptr) {
        return {};
    }
    auto choice =
        choose_exercises(course.phase->exercises, {.plan = facts,
                                                   .findings = findings_of(course.episode, facts),
                                                   .courses = all,
                                                   .side = course.side});
    if (course.state == PlanState::stopped) {
        std::erase_if(choice.chosen, [](const ChosenExercise& one) {
            return one.definition->kind != SessionKind::mobility;
        });
        choice.left_out.clear();
    }
    return choice;
}

void tell_left_out(const ExerciseChoice& choice, const Wishes& wishes, std::vector<Limit>& limits) {
    for (const auto& reason : choice.left_out) {
        add_once(limits, {.code = "left_out_" + reason.rule, .text = reason.text});
    }
    const bool replaced = std::ranges::any_of(
        choice.chosen, [](const ChosenExercise& one) { return !one.because.empty(); });
    if (!wishes.equipment && (replaced || !choice.left_out.empty())) {
        add_once(limits, {.code = "equipment_unknown",
                          .text = "You did not say which equipment you have: only what every home "
                                  "has is used. Tell what you have and the plan is made for it."});
    }
}

bool can_cross_train(const Wishes& wishes) {
    return !wishes.equipment || has(wishes, Equipment::bike) || has(wishes, Equipment::pool) ||
           has(wishes, Equipment::machine);
}

bool wants_cross_training(const Course& course) {
    return course.phase != nullptr && course.phase->cross_training > Seconds(0) &&
           course.phase->cross_training_days > 0;
}

/// Shared by those whose Phase has it, as little as the least of them says; none while one is
/// stopped or forbids everything.
std::optional<CrossTraining> cross_training_of(std::span<const Course> courses) {
    std::optional<CrossTraining> cross;
    for (const auto& course : courses) {
        if (course.state == PlanState::stopped || course.protocol == nullptr ||
            forbids(course.restrictions, Strain::everything)) {
            return std::nullopt;
        }
        if (!wants_cross_training(course)) {
            continue;
        }
        if (!cross) {
            cross = CrossTraining{.time = course.phase->cross_training,
                                  .days_a_week = course.phase->cross_training_days};
        }
        cross->time = std::min(cross->time, course.phase->cross_training);
        cross->days_a_week = std::min(cross->days_a_week, course.phase->cross_training_days);
        cross->episodes.push_back(course.episode);
    }
    return cross;
}

class CalendarMaker {
public:
    CalendarMaker(std::span<const Course> courses, const PlanFacts& facts)
        : courses_(courses), facts_(facts), wishes_(facts.case_file.wishes) {
        parts_.time = day_time(wishes_);
        plan_runs();
        plan_training();
        plan_cross_training();
        parts_.training = [this](Day day) { return training_on(day); };
    }

    CalendarMaker(const CalendarMaker&) = delete;
    CalendarMaker& operator=(const CalendarMaker&) = delete;
    CalendarMaker(CalendarMaker&&) = delete;
    CalendarMaker& operator=(CalendarMaker&&) = delete;
    ~CalendarMaker() = default;

    [[nodiscard]] Calendar calendar() {
        auto days = planned_days(parts_, facts_, limits_);
        return {.days = std::move(days), .limits = std::move(limits_)};
    }

private:
    void plan_runs() {
        parts_.runs = run_order(courses_, facts_);
        std::optional<RunSpacing> spacing;
        if (parts_.runs) {
            spacing = parts_.runs->spacing;
        } else {
            limits_ = why_no_run(courses_);
        }
        parts_.days = active_days(spacing, facts_);
        layout_.active = parts_.days.week;
        const double each = run_minutes();
        for (const Day run : parts_.days.runs) {
            layout_.load.at(place_of(run)) += each;
        }
    }

    /// Of one run with all its walking, on each of two days of the week.
    [[nodiscard]] double run_minutes() const {
        if (!parts_.runs) {
            return 0;
        }
        Seconds whole = parts_.runs->warm_up + parts_.runs->cool_down;
        if (parts_.runs->intervals) {
            const auto& one = *parts_.runs->intervals;
            whole += (one.run + one.walk) * one.repeats;
        } else {
            whole += parts_.runs->most_running.value_or(Seconds(0));
        }
        return whole.value() / kSecondsPerMinute / 2;
    }

    void plan_training() {
        for (const auto& course : courses_) {
            auto choice = choice_of(course, courses_, facts_);
            tell_left_out(choice, wishes_, limits_);
            weeks_.emplace_back(std::vector{course.episode}, choice, layout_);
            std::erase_if(choice.chosen, [](const ChosenExercise& one) {
                return one.definition->kind != SessionKind::cross_train;
            });
            cross_exercises_.insert(cross_exercises_.end(), choice.chosen.begin(),
                                    choice.chosen.end());
        }
    }

    void plan_cross_training() {
        auto cross = cross_training_of(courses_);
        if (!cross) {
            return;
        }
        if (!can_cross_train(wishes_)) {
            limits_.push_back({.code = "no_cross_training",
                               .text = "Training without impact is left out: you told neither a "
                                       "bike nor a pool nor a machine."});
            return;
        }
        for (const auto& one : cross_exercises_) {
            const auto known =
                std::ranges::find(cross->exercises, one.definition, &ChosenExercise::definition);
            if (known == cross->exercises.end()) {
                cross->exercises.push_back(one);
            }
        }
        const auto count = static_cast<std::size_t>(cross->days_a_week);
        parts_.cross_days = choose_days({.from = layout_.active,
                                         .count = std::min(count, layout_.active.count()),
                                         .load = layout_.load});
        parts_.cross = std::move(cross);
    }

    [[nodiscard]] std::vector<Draft> training_on(Day day) const {
        std::vector<Draft> drafts;
        for (const auto& week : weeks_) {
            for (auto& draft : week.on(day)) {
                drafts.push_back(std::move(draft));
            }
        }
        std::ranges::stable_sort(drafts, {}, [](const Draft& one) { return one.session.kind; });
        return drafts;
    }

    std::span<const Course> courses_;
    const PlanFacts& facts_;
    const Wishes& wishes_;
    PlanParts parts_;
    WeekLayout layout_;
    std::vector<TrainingWeek> weeks_;
    std::vector<ChosenExercise> cross_exercises_;
    std::vector<Limit> limits_;
};

bool serves(const Session& session, const EpisodeId& episode) {
    return session.episodes.empty() ||
           std::ranges::find(session.episodes, episode) != session.episodes.end();
}

}  // namespace

Calendar calendar_of(std::span<const Course> courses, const PlanFacts& facts) {
    return CalendarMaker(courses, facts).calendar();
}

std::vector<PlannedDay> days_of(const EpisodeId& episode, const Calendar& calendar) {
    std::vector<PlannedDay> days;
    for (const auto& day : calendar.days) {
        PlannedDay own{.on = day.on};
        std::ranges::copy_if(day.sessions, std::back_inserter(own.sessions),
                             [&](const Session& session) { return serves(session, episode); });
        if (own.sessions.empty()) {
            own.sessions.push_back(rest_session(day.on, episode.text()));
        }
        days.push_back(std::move(own));
    }
    return days;
}

}  // namespace footsure::rehab
