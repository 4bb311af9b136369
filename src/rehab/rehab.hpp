// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"
#include "model/load_limits.hpp"

#include <optional>
#include <span>
#include <vector>

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

/// The causes as they stood earlier, so that what is known later does not rewrite what was done.
struct RankedAt {
    Instant at;
    Differential ranked;
    Findings findings;
};

/// What the CarePlan of one Episode is made from.
struct EpisodeFacts {
    const Episode& episode;
    const Findings& findings;  ///< of now
    const TriageDecision& decision;
    const Differential& ranked;
    std::span<const LevelAt> levels;      ///< at each moment something was said, oldest first
    std::span<const RankedAt> earlier{};  ///< oldest first; none: as ranked now
};

/// What the load allows, from the ledger.
struct RunLimits {
    std::optional<Metres> longest_run;          ///< most that one run may cover (10 % rule)
    std::optional<MetresPerSecond> easy_speed;  ///< the Runner's own
    std::vector<TissueCeiling> tissues;         ///< least first; empty: not enough history
    std::optional<Metres> week;
    std::optional<Metres> usual_week;  ///< before the Episode, else of the last 12 weeks
    RecentDays recent;
};

struct PlanFacts {
    const CaseFile& case_file;
    const Knowledge& knowledge;
    LocalInstant now;
    std::span<const EpisodeFacts> episodes;  ///< the open ones
    RunLimits limits;
};

/// In the order of the Episodes; nothing where the level allows no CarePlan or none fits.
struct CarePlans {
    std::vector<std::optional<CarePlan>> by_episode;
    std::optional<CarePlan> prevention;  ///< without an open Episode
};

/// The plans, replayed from the facts day by day: the same facts always give the same plans and
/// the same entries of what changed.
/// - No Session goes beyond its ceiling; no unmet Gate is passed; without check-in no progress.
/// - The strictest pain rule and "may not" of every cause that is possible enough hold.
/// - Two Episodes share one calendar: a run is there only where both allow it, at the lesser step.
[[nodiscard]] CarePlans care_plans(const PlanFacts& facts);

}  // namespace footsure::rehab
