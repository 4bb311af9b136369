// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "triage/triage.hpp"

namespace footsure::triage {

struct Visits {
    std::span<const Seen> seen;
    UtcOffset offset{0};
    Day today;
};

/// Policy 9: whether this visit can clear a rule of that level; a lettered part by its number too.
[[nodiscard]] bool may_clear(const Seen& seen, const RuleId& rule, UrgencyLevel level);

/// The visit that clears the rule as it fired in this state; nothing when none did.
[[nodiscard]] const Seen* clearing_visit(const Rule& rule, const FindingsAt& state,
                                         const Visits& visits);

/// Every rule that fired in some state and that no visit has cleared, in the order of Knowledge;
/// what a visit cleared is noted in `limits`.
[[nodiscard]] std::vector<FiredRule>
fired_rules(const TriageFacts& facts, const Knowledge& knowledge, std::vector<Limit>& limits);

[[nodiscard]] std::vector<Reason> reasons_for(const Expression& when, const Findings& findings,
                                              const Knowledge& knowledge,
                                              const std::vector<SourceId>& sources);

}  // namespace footsure::triage
