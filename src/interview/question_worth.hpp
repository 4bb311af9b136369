// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interview/interview.hpp"

#include <cstdint>
#include <vector>

namespace footsure::interview {

/// What one more answer is expected to bring.
struct Worth {
    double level = 0;  ///< expected steps of the level
    double bits = 0;   ///< expected fall of the entropy of the ranking

    /// Whether it is worth asking after so many answers; patience wears thin.
    [[nodiscard]] bool is_material(std::size_t answered) const;
    [[nodiscard]] double per_second(const Question& question) const;
};

/// For each Finding: how many steps up the most urgent open rule is that hangs on it.
/// Only rules above `from` and of at least `least` count.
[[nodiscard]] std::vector<double> open_steps(const InterviewState& state,
                                             const Knowledge& knowledge, UrgencyLevel least);

[[nodiscard]] Worth worth_of(const Question& question, const InterviewState& state,
                             const std::vector<double>& steps);

}  // namespace footsure::interview
