// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

namespace footsure::interview {

/// What is asked next, most worth asking first: danger signs that are open, contradicted or
/// expired; where and how it began; what self-care needs; then what tells the leading causes
/// apart. Only questions that apply and can still change the answer; at most six.
/// Gives: nothing at `emergency`, where nobody should sit and answer.
[[nodiscard]] std::vector<NextQuestion> next_questions(const Findings& findings,
                                                       const TriageDecision& decision,
                                                       const Differential& ranked,
                                                       const Knowledge& knowledge);

}  // namespace footsure::interview
