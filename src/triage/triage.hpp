// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <span>
#include <vector>

namespace footsure::triage {

/// The Findings as they stood at an Instant.
struct FindingsAt {
    Instant at;
    Findings findings;
};

struct TriageFacts {
    /// Every state since the Episode began, oldest first; the last is now. A rule that fired in
    /// any of them stays fired until a visit clears it.
    std::span<const FindingsAt> states;
    std::span<const Seen> seen;
    const Differential& differential;
    UtcOffset offset{0};
    /// Rankings with fewer danger signs; each raises the level as the full one does.
    std::span<const Differential> raising{};
};

/// The level: the most urgent of all fired rules, of danger signs left open in an acute situation,
/// of what the ranking raises, and of the modifiers, once. Nothing lowers it.
/// Needs: at least one state.
/// Source: evidence on triage, sections 1 to 5.
[[nodiscard]] TriageDecision decide(const TriageFacts& facts, const Knowledge& knowledge);

/// What the rules alone made of each moment, oldest first; an entry wherever it changes, by
/// something said or, at the end of its day, by a visit.
/// Needs: states oldest first, the last is now.
[[nodiscard]] std::vector<LevelAt> levels_over(std::span<const FindingsAt> states,
                                               std::span<const Seen> seen, UtcOffset offset,
                                               const Knowledge& knowledge);

}  // namespace footsure::triage
