// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "triage/triage.hpp"

namespace footsure::triage {

/// Every rule that fired in some state and that no visit has cleared, in the order of Knowledge;
/// what a visit cleared is noted in `limits`.
[[nodiscard]] std::vector<FiredRule>
fired_rules(const TriageFacts& facts, const Knowledge& knowledge, std::vector<Limit>& limits);

[[nodiscard]] std::vector<Reason> reasons_for(const Expression& when, const Findings& findings,
                                              const Knowledge& knowledge,
                                              const std::vector<SourceId>& sources);

}  // namespace footsure::triage
