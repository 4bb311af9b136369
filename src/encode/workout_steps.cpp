// SPDX-License-Identifier: Apache-2.0
#include "encode/workout_steps.hpp"

#include "encode/session_text.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::encode {

namespace {

using Steps = std::vector<WorkoutStep>;

WorkoutStep lasting(std::string name, Seconds time, StepPurpose purpose) {
    if (time <= Seconds(0)) {
        return {.purpose = purpose, .name = std::move(name)};
    }
    return {
        .end = StepEnd::time, .until = time.value(), .purpose = purpose, .name = std::move(name)};
}

void repeat_from(Steps& steps, std::size_t first, int times) {
    if (times > 1) {
        steps.push_back(
            {.end = StepEnd::repeats, .until = static_cast<double>(first), .times = times});
    }
}

/// Running and walking in turn, without its warm-up.
struct Main {
    int repeats = 1;
    Seconds run;
    Seconds walk;

    [[nodiscard]] Seconds time() const { return (run + walk) * repeats; }
};

/// As often as the Session's most allows; a run of that most where it allows not even one.
Main main_of(const Session& session) {
    if (!session.intervals || session.intervals->run <= Seconds(0)) {
        return {.run = session.max_duration.value_or(Seconds(0))};
    }
    const Intervals& asked = *session.intervals;
    Main main{std::max(asked.repeats, 1), asked.run, asked.walk};
    if (session.max_duration && *session.max_duration < main.run * main.repeats) {
        const double fits = std::floor(*session.max_duration / main.run);
        main.repeats = std::max(static_cast<int>(fits), 1);
        main.run = std::min(main.run, *session.max_duration);
    }
    return main;
}

/// The walking before and after, half of what the whole time leaves.
Seconds walking_around(const Session& session, const Main& main) {
    if (!session.whole_time || main.run <= Seconds(0)) {
        return Seconds(0);
    }
    const Seconds left = *session.whole_time - main.time();
    return Seconds(std::floor(std::max(left.value(), 0.0) / 2));
}

WorkoutStep run_step(const Session& session, const Main& main) {
    WorkoutStep step = lasting("Run", main.run, StepPurpose::active);
    if (main.run <= Seconds(0) && session.max_distance) {
        step.end = StepEnd::distance;
        step.until = session.max_distance->value();
    }
    step.notes = most_of(session);
    return step;
}

Steps running_steps(const Session& session) {
    const Main main = main_of(session);
    const Seconds around = walking_around(session, main);
    Steps steps;
    if (around > Seconds(0)) {
        steps.push_back(lasting("Warm-up walk", around, StepPurpose::warm_up));
    }
    const std::size_t first = steps.size();
    steps.push_back(run_step(session, main));
    if (main.walk > Seconds(0)) {
        steps.push_back(lasting("Walk", main.walk, StepPurpose::rest));
    }
    repeat_from(steps, first, main.repeats);
    if (around > Seconds(0)) {
        steps.push_back(lasting("Cool-down walk", around, StepPurpose::cool_down));
    }
    return steps;
}

/// Held by the clock, counted until the button is pressed; so is the rest between sets.
void add_exercise(Steps& steps, const PrescribedExercise& exercise) {
    const ExerciseDose& dose = exercise.dose;
    const bool by_clock = dose.repetitions <= 1 && dose.hold > Seconds(0);
    const std::size_t first = steps.size();
    WorkoutStep work =
        lasting(name_of(exercise), by_clock ? dose.hold : Seconds(0), StepPurpose::active);
    work.notes = dose_of(exercise);
    steps.push_back(std::move(work));
    if (dose.sets > 1) {
        steps.push_back(lasting("Rest", Seconds(0), StepPurpose::rest));
    }
    repeat_from(steps, first, dose.sets);
}

}  // namespace

std::vector<WorkoutStep> workout_steps(const Session& session) {
    if (is_run(session.kind)) {
        return running_steps(session);
    }
    Steps steps;
    for (const PrescribedExercise& exercise : session.exercises) {
        add_exercise(steps, exercise);
    }
    if (steps.empty()) {
        const Seconds time = session.max_duration.value_or(session.whole_time.value_or(Seconds(0)));
        steps.push_back(lasting(title_of(session), time, StepPurpose::active));
        steps.back().notes = most_of(session);
    }
    return steps;
}

}  // namespace footsure::encode
