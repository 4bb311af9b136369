// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "episode.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace footsure::simulation {

struct NamedPolicy {
    std::string name;
    std::function<std::unique_ptr<Policy>(const RunnerFacts&)> make;
};

/// Calendar, 10 % rule and feels fine.
[[nodiscard]] std::vector<NamedPolicy> plain_policies();

/// One person and how she fared under each policy, in the order of the policies.
struct Trial {
    Person person;
    std::vector<Course> courses;
};

/// The same person meets every policy.
[[nodiscard]] Trial try_all(const Person& person, const std::vector<NamedPolicy>& policies,
                            int days);

/// The person of this number; numbers go through the troubles in turn.
[[nodiscard]] Person person_number(std::uint32_t number);

}  // namespace footsure::simulation
