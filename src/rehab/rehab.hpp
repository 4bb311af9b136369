// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

namespace footsure::rehab {

/// What the help for one Episode is made from.
struct HelpFacts {
    const Findings& findings;
    const TriageDecision& decision;
    const Differential& ranked;
    std::optional<Day> started_on;
    LocalInstant now;
};

/// What the Episode's level may hold, filled: first aid and words for the way, a dated care card
/// for the first 72 hours, an appointment.
/// - Medicine only where nothing forbids it; an open block counts as blocked.
/// - While a bone stress injury or fracture is possible, what bone does not bear is withheld.
/// - `within_days` keeps only what protects.
[[nodiscard]] Help help_for(const HelpFacts& facts, const Knowledge& knowledge);

}  // namespace footsure::rehab
