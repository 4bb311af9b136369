// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace footsure::rehab {

/// What holds for an Episode's plan whatever its protocol says.
struct Restrictions {
    std::vector<Strain> forbids;          ///< each once, in the order of Strain
    PainRule pain;                        ///< the strictest of all, part by part
    std::optional<Seconds> most_running;  ///< of one Session, set by a clinician
    bool bone = false;                    ///< a bone stress injury is among what is possible
    std::vector<Reason> because;
    std::vector<std::string> notes;  ///< a clinician's limits that are only shown
};

/// From every cause whose upper probability is high enough, the Runner's own state, and the limits
/// that clinicians set. Another cause or a new fact can only add.
[[nodiscard]] Restrictions restrictions_of(const EpisodeFacts& facts,
                                           const ProtocolDefinition* protocol,
                                           const PlanFacts& plan);

/// As they were on a day: what is known of causes today, with the visits up to then.
[[nodiscard]] Restrictions restrictions_on(const EpisodeFacts& facts,
                                           const ProtocolDefinition* protocol,
                                           const PlanFacts& plan, Day on);

/// Who may not bear weight may not run, hop or balance either.
[[nodiscard]] bool forbids(const Restrictions& restrictions, Strain strain);
/// Whether any Strain of the exercise is forbidden.
[[nodiscard]] bool forbids(const Restrictions& restrictions, const ExerciseDefinition& exercise);

}  // namespace footsure::rehab
