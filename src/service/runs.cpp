// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "load/load.hpp"
#include "model/sport_words.hpp"
#include "service/failed.hpp"
#include "service/run_keeper.hpp"
#include "service/service.hpp"

#include <algorithm>
#include <utility>

namespace footsure::service {

namespace {

using store::Stored;
using store::StoreErrorCode;

/// FIT has some sessions as sub-sports only.
void name_sport(const ManualRun& run, Leg& leg) {
    const std::string& session = run.told.session;
    leg.sport = session.empty() ? "running" : session;
    leg.sub_sport = run.sub_sport;
    if (!session.empty() && !sport_number(session)) {
        leg.sport = "training";
        leg.sub_sport = session;
    }
}

/// A run that somebody typed in, as the file a watch would have written.
Activity activity_of(const ManualRun& run) {
    Leg leg;
    name_sport(run, leg);
    leg.started_at = run.started_at.at;
    leg.elapsed = run.timer;
    leg.timer = run.timer;
    if (run.distance.value() > 0) {
        leg.distance = run.distance;
    }
    leg.perceived_exertion = run.told.perceived_exertion;
    Activity activity;
    activity.legs.push_back(std::move(leg));
    activity.started_at = run.started_at.at;
    activity.local_offset = run.started_at.offset;
    activity.offset_quality = OffsetQuality::recorded;
    return activity;
}

}  // namespace

Stored<FileReport> Service::add_run(const RunnerId& runner, const ManualRun& run, Instant at) {
    const bool timed = run.timer.value() > 0;
    if (run.told.session.empty() && (!(run.distance.value() > 0) || !timed)) {
        return failed(StoreErrorCode::constraint, "a run has a distance and a time");
    }
    if (!run.told.session.empty() && !timed && run.told.exercises.empty()) {
        return failed(StoreErrorCode::constraint, "a session has a time or exercises");
    }
    return import_item(runner,
                       {.path = "by hand",
                        .bytes = encode::fit_activity(activity_of(run)),
                        .promise = {},
                        .hints = run.told},
                       at);
}

Stored<StoredRun> Service::run(const RunnerId& runner, const ActivityId& activity) {
    auto summary = store_.activity(runner, activity);
    if (!summary) {
        return failed(summary);
    }
    load::dose_without_running(*summary, knowledge_->exercises);
    const auto visibility = store_.visibility(runner, activity);
    auto recordings = store_.recordings_of(runner, activity);
    auto correction = store_.correction(runner, activity);
    if (!visibility) {
        return failed(visibility);
    }
    if (!recordings || !correction) {
        return recordings ? failed(correction) : failed(recordings);
    }
    return StoredRun{.summary = std::move(*summary),
                     .visibility = *visibility,
                     .recordings = std::move(*recordings),
                     .correction = std::move(*correction)};
}

Stored<std::vector<ActivityId>> Service::run_ids(const RunnerId& runner) {
    return store_.activity_ids(runner);
}

Stored<std::vector<StoredRun>> Service::runs(const RunnerId& runner) {
    const auto ids = store_.activity_ids(runner);
    if (!ids) {
        return failed(ids);
    }
    std::vector<StoredRun> runs;
    runs.reserve(ids->size());
    for (const ActivityId& id : *ids) {
        auto whole = run(runner, id);
        if (!whole) {
            return failed(whole);
        }
        runs.push_back(std::move(*whole));
    }
    return runs;
}

Stored<StoredRun> Service::correct(const RunnerId& runner, const ActivityId& activity,
                                   const Correction& correction, Instant at) {
    return change(
               runner, at,
               [&](RunKeeper& keeper) -> Stored<ActivityId> {
                   if (const auto added = store_.add_correction(runner, activity, correction, at);
                       !added) {
                       return failed(added);
                   }
                   return keeper.renew(activity).map([](const ActivitySummary& s) { return s.id; });
               })
        .and_then([&](const ActivityId& id) { return run(runner, id); });
}

Stored<StoredRun> Service::drop_corrections(const RunnerId& runner, const ActivityId& activity) {
    return change(
               runner, now().at,
               [&](RunKeeper& keeper) -> Stored<ActivityId> {
                   if (const auto dropped = store_.drop_corrections(runner, activity); !dropped) {
                       return failed(dropped);
                   }
                   return keeper.renew(activity).map([](const ActivitySummary& s) { return s.id; });
               })
        .and_then([&](const ActivityId& id) { return run(runner, id); });
}

Stored<void> Service::show(const RunnerId& runner, const ActivityId& activity,
                           Visibility visibility, Instant at) {
    return store_.set_visibility(runner, activity, visibility, at);
}

Stored<Recording> Service::find_recording(const RunnerId& runner, const RecordingId& recording) {
    const ContentId content(recording.text().substr(0, recording.text().find('.')));
    auto recordings = store_.recordings_in(runner, content);
    if (!recordings) {
        return failed(recordings);
    }
    const auto found = std::ranges::find(*recordings, recording, &Recording::id);
    if (found == recordings->end()) {
        return failed(StoreErrorCode::not_found, "no such recording");
    }
    return std::move(*found);
}

Stored<ActivityId> Service::part(const RunnerId& runner, const RecordingId& recording, Instant at) {
    const auto found = find_recording(runner, recording);
    if (!found) {
        return failed(found);
    }
    return change(runner, at, [&](RunKeeper& keeper) { return keeper.part(*found); });
}

Stored<ActivityId> Service::rejoin(const RunnerId& runner, const RecordingId& recording,
                                   Instant at) {
    const auto found = find_recording(runner, recording);
    if (!found) {
        return failed(found);
    }
    return change(runner, at, [&](RunKeeper& keeper) { return keeper.rejoin(*found); });
}

Stored<ActivityId> Service::change(const RunnerId& runner, Instant at,
                                   const std::function<Stored<ActivityId>(RunKeeper&)>& work) {
    const auto person = store_.runner(runner);
    if (!person) {
        return failed(person);
    }
    auto begun = store_.begin();
    if (!begun) {
        return failed(begun);
    }
    RunKeeper keeper(store_, runner, traits_of(*person), at);
    auto result = work(keeper);
    if (!result) {
        return result;
    }
    if (auto done = begun->commit(); !done) {
        return failed(done);
    }
    return result;
}

}  // namespace footsure::service
