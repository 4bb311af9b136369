// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"

namespace footsure::rehab {

/// An exercise as it can be done by this Runner now.
struct ChosenExercise {
    const ExerciseDefinition* definition = nullptr;
    ExerciseDose dose;
    Side side = Side::both;
    Seconds time;             ///< of a whole day
    bool plyometric = false;  ///< hops, or the highest tier: 48 h apart
    bool heavy = false;       ///< against a weight
    std::vector<Reason> because;
};

struct ExerciseChoice {
    std::vector<ChosenExercise> chosen;  ///< in the order of the Phase
    std::vector<Reason> left_out;
};

/// For whom exercises are chosen.
struct ChoiceFacts {
    const PlanFacts& plan;
    const Findings* findings = nullptr;  ///< for `only_when`; none: only what has no condition
    std::span<const Course> courses;     ///< whose restrictions hold
    Side side = Side::both;              ///< of exercises for one leg
};

/// What the list asks for, as far as its conditions, the equipment and the restrictions allow; else
/// the first easier form that they allow, else nothing, with the reason.
[[nodiscard]] ExerciseChoice choose_exercises(std::span<const PhaseExercise> wanted,
                                              const ChoiceFacts& facts);

/// How long it takes, all rounds of a day together.
[[nodiscard]] Seconds time_of(const ExerciseDose& dose, Side side);

}  // namespace footsure::rehab
