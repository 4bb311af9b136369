// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/belief.hpp"
#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <span>

namespace footsure::differential {

/// Ranks the Conditions: base weight × modifiers × likelihood ratios, the product of one
/// FindingGroup capped, over all single Conditions and all pairs of two that are no family (two
/// problems at once). The probability of a Condition is that of every hypothesis that holds it, so
/// all together may exceed 1. Only what was really said counts, or what follows from it.
/// Gives: most likely first, with an interval from the ranges of the figures; a Condition that a
/// clinician named stands first, whatever its probability.
/// Source: evidence_conditions, section 1; decision 0008.
[[nodiscard]] Differential rank(const Findings& findings, std::span<const Seen> seen,
                                const Knowledge& knowledge);

/// The same order and probabilities, without reasons and intervals: what other questions of the
/// engine need, at a fraction of the work.
[[nodiscard]] Differential order(const Findings& findings, const Knowledge& knowledge);

}  // namespace footsure::differential
