// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "policy.hpp"
#include "runner.hpp"

#include <optional>

namespace footsure::simulation {

/// A runner as drawn: the same under every policy.
struct Person {
    std::uint32_t seed = 0;
    Traits traits;
    Habits habits;
    RunnerFacts facts;
};

[[nodiscard]] Person draw_person(Trouble trouble, std::uint32_t seed);

/// How one episode went, in truth and not as told.
struct Course {
    std::optional<int> back_to_half_hour;  ///< day of the second such run that went well
    std::optional<int> back_to_usual;      ///< last day of the first two usual weeks
    int times_hurt_anew = 0;
    int days_above_capacity = 0;  ///< with a run that was too much
    int runs = 0;
    double last_damage = 0;
};

/// Lives that many days under a policy.
[[nodiscard]] Course live(const Person& person, Policy& policy, int days);

}  // namespace footsure::simulation
