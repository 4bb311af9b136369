// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/run_order.hpp"

namespace footsure::rehab {

/// A day of the calendar on which a run could be.
struct RunDay {
    Day on;
    bool is_today = false;
    bool hard = false;
    int runs_a_week = 1;  ///< that share the week's limit
    Seconds time;         ///< the Runner has
};

/// The run of that day, never beyond its ceilings: the step, what the least of the Tissues bears,
/// a clinician's word, the Runner's time and, past the track, the longest-run and weekly rules.
/// Gives: nothing where less is left than is worth a run.
[[nodiscard]] std::optional<Session> run_session(const RunOrder& order, const RunLimits& limits,
                                                 const RunDay& day);

/// `<day>-<kind>-<episodes joined>`.
[[nodiscard]] std::string session_id(Day on, SessionKind kind,
                                     const std::vector<EpisodeId>& episodes);

}  // namespace footsure::rehab
