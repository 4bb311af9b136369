// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/recording.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

/// Which Recordings are of one run, and what they say together.
namespace footsure::merge {

/// One Activity for each running Leg, in file order, with the Records, Laps, Pauses and sensors of
/// that Leg only; distances count from its start. Nothing for a file without running.
/// Note: beat intervals have no times and so stay only with a single Leg; Records go to the Leg
/// begun last, those of several Legs without a start to none.
[[nodiscard]] std::vector<Activity> runs_of(const Activity& activity);
[[nodiscard]] std::vector<Activity> runs_of(Activity&& activity);

/// When and how long a Recording was; zero or NaN = it does not say.
struct Extent {
    Instant started_at;
    Seconds elapsed;
    Metres distance;
};

/// From the Leg's totals, else from its Records. Nothing when neither tells a start.
/// Needs: at most one Leg.
[[nodiscard]] std::optional<Extent> extent_of(const Activity& run);

/// What to add to the times of `other` so that it lies on `one`, if both are of the same run:
/// a copy with equal start and distance, also from a wrong time zone, or one whose time overlaps
/// with a distance in proportion. Nothing when they are two runs, however close together.
[[nodiscard]] std::optional<std::chrono::seconds> same_run(const Extent& one, const Extent& other);

/// The farthest that the start of a Recording of the same run may lie away.
[[nodiscard]] std::chrono::seconds reach();

/// One Recording and where it comes from.
struct RecordedRun {
    const Activity* activity = nullptr;
    FileFormat format = FileFormat::unknown;
    Hints hints;
};

/// What all RecordedRuns say of one run: for each field and channel the richest one's, never
/// spliced from two; a channel of another RecordedRun is laid on the Records of the richest by
/// time. Needs: at least one RecordedRun, each with one Leg. Gives: the same whatever the order of
/// the RecordedRuns, with the times of the best known clock.
[[nodiscard]] Activity merged(std::span<const RecordedRun> sources);

/// Whether an Activity whose file names no sport moves as only running does: by the median of its
/// cadence and of the length of its steps. Not without a cadence.
[[nodiscard]] bool moves_like_running(const Activity& activity);

/// Hints fill what an Activity does not say itself; where they make it running, its cadences count
/// steps afterwards.
void apply(const Hints& hints, Activity& activity);

/// The Activity as the Runner corrected it: distances and speeds are stretched to a corrected
/// distance, times to a corrected timer.
/// Needs: at most one Leg.
[[nodiscard]] Activity corrected(Activity activity, const Correction& correction);

}  // namespace footsure::merge
