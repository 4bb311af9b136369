// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace footsure::encode {

/// How a step ends, by FIT's number.
enum class StepEnd : std::uint8_t { time = 0, distance = 1, lap_button = 5, repeats = 6 };
/// What a step is for, by FIT's number.
enum class StepPurpose : std::uint8_t { active = 0, rest = 1, warm_up = 2, cool_down = 3 };

/// One line of a workout as a watch goes through it.
struct WorkoutStep {
    StepEnd end = StepEnd::lap_button;
    double until = 0;          ///< s or m; of repeats the place of the first step that is repeated
    std::optional<int> times;  ///< of repeats
    std::optional<StepPurpose> purpose;  ///< of all but repeats
    std::string name;
    std::string notes;
};

/// Never longer running than the Session's most.
[[nodiscard]] std::vector<WorkoutStep> workout_steps(const Session& session);

}  // namespace footsure::encode
