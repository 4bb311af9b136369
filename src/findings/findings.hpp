// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

namespace footsure::findings {

/// All Findings of one Episode as they stood at `now`: from the person, the answers (of the person,
/// the Episode and its check-ins), the notes, the dates and the runs; then what follows from them.
/// - The latest answer to a question counts; what an unusable part of a list left open keeps its
///   earlier value. A mistake corrected by the case's own instant was one at every moment before.
///   (That a rule once fired is not forgotten is the caller's: it asks for every moment.)
/// - A danger sign answered "no" too long ago counts as not asked (policy 8).
/// - Notes only raise: a danger word makes its Finding yes, against a "no" with a Contradiction.
/// - A question that does not apply makes its Findings "no".
/// Facts later than `now` are ignored.
[[nodiscard]] Findings find(const CaseFile& case_file, const Episode& episode,
                            const Knowledge& knowledge, LocalInstant now);

}  // namespace footsure::findings
