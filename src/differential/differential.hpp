// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <span>

namespace footsure::differential {

/// Ranks the Conditions: base weight × modifiers × likelihood ratios, the product of one
/// FindingGroup capped, normalised over all Conditions. Findings without an answer change nothing.
/// Gives: most likely first, with an interval from the ranges of the figures; a Condition that a
/// clinician named stands first, whatever its probability.
/// Source: evidence_conditions, section 1.
[[nodiscard]] Differential rank(const Findings& findings, std::span<const Seen> seen,
                                const Knowledge& knowledge);

/// How much an answer to this question would tell the leading Conditions apart: the spread of its
/// log likelihood ratios over the Conditions, weighted by their probability. 0 = nothing.
[[nodiscard]] double discrimination(const Question& question, const Differential& ranked,
                                    const Knowledge& knowledge);

}  // namespace footsure::differential
