// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/reading.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure::service {

/// What summaries are computed under: they depend on the program alone.
[[nodiscard]] const store::ComputedUnder& computed_now();

/// The ground that the Runner told, latest first.
[[nodiscard]] std::optional<Terrain> told_ground(const std::vector<Recording>& recordings,
                                                 const Correction& correction);

/// Adds to a summary what its Recordings' hints say beside their files, and what the Runner
/// corrected.
void add_told(const std::vector<Recording>& recordings, const Correction& correction,
              ActivitySummary& summary);

/// Keeps what was read: originals, Recordings, and the Activities that they make together.
/// Needs: calls inside a transaction of the caller, so that a file is kept whole or not at all.
class RunKeeper {
public:
    RunKeeper(store::Store& store, RunnerId runner, load::RunnerTraits traits, Instant at)
        : store_(store), runner_(std::move(runner)), traits_(traits), at_(at) {}

    /// Stores one file and says what became of it.
    [[nodiscard]] store::Stored<FileReport> keep(Reading reading);

    /// What is known of a content without decoding it; nothing when it must be read.
    [[nodiscard]] store::Stored<std::optional<FileReport>>
    recall(const ContentId& content, const takeout::Item& item, const ReadingRules& rules);

    /// Computes an Activity anew from its Recordings and Corrections.
    [[nodiscard]] store::Stored<ActivitySummary> renew(const ActivityId& activity);

    /// Reads the files of an Activity again: what an older program did not see in them is added.
    [[nodiscard]] store::Stored<void> refresh(const ActivityId& activity);

    /// Makes a Recording an Activity of its own and keeps it so.
    [[nodiscard]] store::Stored<ActivityId> part(const Recording& recording);

    /// Takes `part` back: the Recording joins the run that it is a Recording of, if there is one.
    [[nodiscard]] store::Stored<ActivityId> rejoin(const Recording& recording);

private:
    [[nodiscard]] store::Stored<FileReport> keep_runs(const Reading& reading);
    [[nodiscard]] store::Stored<void> keep_run(const ReadRun& run, FileReport& report);
    [[nodiscard]] store::Stored<FileReport> keep_aside(Reading reading);
    [[nodiscard]] store::Stored<void> refresh_content(const Recording& recording);
    [[nodiscard]] store::Stored<void> forget(const Reading& reading);
    [[nodiscard]] store::Stored<FileReport> keep_duplicate(const Reading& reading);
    [[nodiscard]] store::Stored<std::optional<Recording>> same_run_as(const Recording& recording);
    [[nodiscard]] store::Stored<Activity> activity_of(const Recording& recording);
    [[nodiscard]] store::Stored<Activity> together(const std::vector<Recording>& recordings);
    [[nodiscard]] store::Stored<void> move(Recording recording, const ActivityId& to);

    store::Store& store_;
    RunnerId runner_;
    load::RunnerTraits traits_;
    Instant at_;
};

}  // namespace footsure::service
