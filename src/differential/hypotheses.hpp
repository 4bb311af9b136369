// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/evidence.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace footsure::differential {

/// How often a second, unrelated cause comes beside a first, against the product of their weights
/// per 1000. Source: decision 0008, by simulation (EE).
inline constexpr double kPairShare = 0.01;

/// One Finding that counts.
struct Observation {
    std::uint32_t finding = 0;
    Truth truth = Truth::yes;
};

/// The Findings that say something, those of one group side by side: in it marked
/// places, then "yes", then "no".
[[nodiscard]] std::vector<Observation> observations(std::span<const Finding> values,
                                                    const Evidence& evidence);

/// What the hypotheses "this one" and "this one and one other" make of a Condition.
struct Belonging {
    double probability = 0;
    double best = 0;                       ///< probability of its most probable hypothesis
    std::optional<std::uint32_t> partner;  ///< the other Condition of that hypothesis
    double variance = 0;                   ///< of its own log weight
};

/// Weighs every single Condition and every pair. In the order of Knowledge::conditions.
[[nodiscard]] std::vector<Belonging> weigh(std::span<const Finding> values,
                                           const Evidence& evidence, const Knowledge& knowledge);

}  // namespace footsure::differential
