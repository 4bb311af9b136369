// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/findings.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "triage/triage.hpp"

#include <vector>

namespace footsure::advice {

/// The Findings at every Instant at which something was said about the Episode, and now; oldest
/// first. Triage reads them so that a rule once fired is not forgotten.
[[nodiscard]] std::vector<triage::FindingsAt>
states_of(const CaseFile& case_file, const Episode& episode, const Knowledge& knowledge,
          LocalInstant now, findings::RunAccounts& accounts);

}  // namespace footsure::advice
