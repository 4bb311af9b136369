// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"
#include "rehab/restrictions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure::rehab {

/// Where the Runner stands in one Episode, by everything that happened since it is known.
/// Pointers point into the Knowledge it was made with.
struct Course {
    EpisodeId episode;
    Side side = Side::unknown;
    const ProtocolDefinition* protocol = nullptr;  ///< none fits: no plan
    std::string why_this;
    Restrictions restrictions;
    PlanState state = PlanState::active;
    Day begun_on;
    const PhaseDefinition* phase = nullptr;
    Phase shown;  ///< the same, with its Gates as they stand
    const TrackDefinition* track = nullptr;
    const TrackStep* step = nullptr;  ///< none: no running yet
    int done_at_step = 0;
    std::optional<Day> run_from;  ///< earliest day of the next run
    bool free_running = false;    ///< past the track's steps: longest-run and weekly rules hold
    std::vector<PlanChange> changes;
    std::vector<Limit> limits;
};

/// Replays the Episode from its first known day to now.
[[nodiscard]] Course course_of(const EpisodeFacts& facts, const PlanFacts& plan);

}  // namespace footsure::rehab
