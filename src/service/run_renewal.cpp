// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"
#include "service/failed.hpp"
#include "service/run_keeper.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace footsure::service {

using store::Stored;
using store::StoreErrorCode;

std::optional<Terrain> told_ground(const std::vector<Recording>& recordings,
                                   const Correction& correction) {
    if (correction.ground) {
        return correction.ground;
    }
    for (const Recording& recording : recordings) {
        if (recording.hints.ground) {
            return recording.hints.ground;
        }
    }
    return std::nullopt;
}

void add_told(const std::vector<Recording>& recordings, const Correction& correction,
              ActivitySummary& summary) {
    for (const Recording& recording : recordings) {
        const Hints& hints = recording.hints;
        summary.name = summary.name.empty() ? hints.name : summary.name;
        summary.shoe = summary.shoe.empty() ? hints.shoe : summary.shoe;
        if (summary.exercises.empty()) {
            summary.exercises = hints.exercises;
        }
    }
    summary.name = correction.name.value_or(summary.name);
    summary.shoe = correction.shoe.value_or(summary.shoe);
    if (const auto ground = told_ground(recordings, correction)) {
        summary.terrain.ground = *ground;
        summary.terrain.origin = TerrainOrigin::told;
    }
}

Stored<Activity> RunKeeper::activity_of(const Recording& recording) {
    auto original = store_.original(runner_, recording.content);
    if (!original) {
        return failed(original);
    }
    const auto unpacked = unpack_original(original->packing, std::move(original->bytes),
                                          original->unpacked_size, recording.content);
    if (!unpacked) {
        return failed(StoreErrorCode::corrupt, "the bytes are no longer those that came");
    }
    auto runs = runs_in(unpacked->bytes(), recording.hints);
    if (recording.number > runs.size()) {
        return failed(StoreErrorCode::not_found, "this run is not in its file any more");
    }
    return std::move(runs[recording.number - 1]);
}

/// What all Recordings of one run say together.
Stored<Activity> RunKeeper::together(const std::vector<Recording>& recordings) {
    std::vector<Activity> accounts;
    accounts.reserve(recordings.size());
    for (const Recording& recording : recordings) {
        auto account = activity_of(recording);
        if (!account) {
            return account;
        }
        accounts.push_back(std::move(*account));
    }
    std::vector<merge::RecordedRun> sources;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        sources.push_back({&accounts[i], recordings[i].format, recordings[i].hints});
    }
    return merge::merged(sources);
}

Stored<ActivitySummary> RunKeeper::renew(const ActivityId& activity) {
    const auto recordings = store_.recordings_of(runner_, activity);
    const auto correction = store_.correction(runner_, activity);
    if (!recordings || !correction) {
        return recordings ? failed(correction) : failed(recordings);
    }
    if (recordings->empty()) {
        return failed(StoreErrorCode::not_found, "no such activity");
    }
    auto all = together(*recordings);
    if (!all) {
        return failed(all);
    }
    Activity run = merge::corrected(std::move(*all), *correction);
    tell_ground(told_ground(*recordings, *correction), run);
    auto summary = load::summarise(run, traits_);
    if (!summary) {
        return failed(StoreErrorCode::not_found, "this run has no start any more");
    }
    summary->id = activity;
    summary->from = recordings->front().path;
    add_told(*recordings, *correction, *summary);
    if (auto put = store_.put_activity(runner_, *summary, computed_now()); !put) {
        return failed(put);
    }
    return std::move(*summary);
}

Stored<void> RunKeeper::refresh(const ActivityId& activity) {
    const auto recordings = store_.recordings_of(runner_, activity);
    if (!recordings) {
        return failed(recordings);
    }
    for (const Recording& recording : *recordings) {
        if (const auto done = refresh_content(recording); !done) {
            return done;
        }
    }
    return renew(activity).map([](const ActivitySummary&) {});
}

Stored<void> RunKeeper::refresh_content(const Recording& recording) {
    auto original = store_.original(runner_, recording.content);
    const auto known = store_.recordings_in(runner_, recording.content);
    if (!original || !known) {
        return original ? failed(known) : failed(original);
    }
    takeout::Item item{.path = recording.path,
                       .packing = original->packing,
                       .bytes = std::move(original->bytes),
                       .promise = {.size = original->unpacked_size, .crc32 = {}},
                       .hints = recording.hints};
    const Recall anew = [](const ContentId&, const takeout::Item&) {
        return std::optional<FileReport>();
    };
    Reading reading =
        read(std::move(item), {.traits = traits_, .unnamed_sport = {}, .limits = {}}, anew);
    FileReport unused;
    for (ReadRun& run : reading.runs) {
        Recording& now = run.recording;
        now.content = recording.content;
        const auto before = std::ranges::find(*known, now.number, &Recording::number);
        if (before == known->end()) {
            if (const auto kept = keep_run(run, unused); !kept) {
                return kept;
            }
            continue;
        }
        now.id = before->id;
        now.activity = before->activity;
        if (const auto put = store_.put_recording(runner_, now); !put) {
            return put;
        }
    }
    return {};
}

}  // namespace footsure::service
