// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

namespace footsure::load {

/// Runs with less than 60 minutes between them, taken as one.
struct Outing {
    Instant started_at;
    Instant last_start;  ///< of the last run in it
    Instant ended_at;
    Metres distance;
    Seconds time;  ///< on the timer
    const ActivitySummary* longest_run = nullptr;
};

[[nodiscard]] bool is_run(const ActivitySummary& activity);
/// Timer time, or elapsed time where there is no timer.
[[nodiscard]] Seconds running_time(const ActivitySummary& activity);
/// Start plus elapsed time.
[[nodiscard]] Instant end_of(const ActivitySummary& activity);
/// Whether two summaries are of one recording: equal ids, or without ids equal start and distance.
[[nodiscard]] bool same_run(const ActivitySummary& a, const ActivitySummary& b);

/// The runs that started at or before `now`.
[[nodiscard]] std::vector<const ActivitySummary*>
runs_until(std::span<const ActivitySummary> activities, Instant now);

/// Gives: outings by start. Needs: pointers that outlive the result.
[[nodiscard]] std::vector<Outing> outings_of(std::vector<const ActivitySummary*> runs);

}  // namespace footsure::load
