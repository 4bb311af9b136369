// SPDX-License-Identifier: Apache-2.0
#include "service/failed.hpp"
#include "service/run_keeper.hpp"

#include <utility>

namespace footsure::service {

using store::Stored;
using store::StoreErrorCode;

Stored<void> RunKeeper::move(Recording recording, const ActivityId& to) {
    const ActivityId from = recording.activity;
    recording.activity = to;
    if (auto put = store_.put_recording(runner_, recording); !put) {
        return put;
    }
    const auto left = store_.recordings_of(runner_, from);
    if (!left) {
        return failed(left);
    }
    if (left->empty()) {
        return store_.remove_activity(runner_, from, to);
    }
    return renew(from).map([](const ActivitySummary&) {});
}

Stored<ActivityId> RunKeeper::part(const Recording& recording) {
    const auto together = store_.recordings_of(runner_, recording.activity);
    auto account = activity_of(recording);
    if (!together || !account) {
        return together ? failed(account) : failed(together);
    }
    for (const Recording& other : *together) {
        if (other.id == recording.id) {
            continue;
        }
        if (const auto kept = store_.keep_apart(runner_, recording.id, other.id, at_); !kept) {
            return failed(kept);
        }
    }
    // The Activity bears the name of its first Recording; the one that goes takes another's.
    const bool names_it = recording.activity.text() == recording.id.text();
    const ActivityId own(recording.id.text() + (names_it ? ".apart" : ""));
    auto summary = load::summarise(*account, traits_);
    if (!summary) {
        return failed(StoreErrorCode::not_found, "this run has no start any more");
    }
    summary->id = own;
    summary->from = recording.path;
    if (auto put = store_.put_activity(runner_, *summary, computed_now()); !put) {
        return failed(put);
    }
    if (const auto moved = move(recording, own); !moved) {
        return failed(moved);
    }
    return renew(own).map([](const ActivitySummary& renewed) { return renewed.id; });
}

Stored<ActivityId> RunKeeper::rejoin(const Recording& recording) {
    const auto apart = store_.kept_apart_from(runner_, recording.id);
    if (!apart) {
        return failed(apart);
    }
    for (const RecordingId& other : *apart) {
        if (const auto allowed = store_.allow_together(runner_, recording.id, other); !allowed) {
            return failed(allowed);
        }
    }
    const auto same = same_run_as(recording);
    if (!same) {
        return failed(same);
    }
    const std::optional<Recording>& there = *same;
    if (!there || there->activity == recording.activity) {
        return recording.activity;
    }
    const ActivityId to = there->activity;
    if (const auto moved = move(recording, to); !moved) {
        return failed(moved);
    }
    return renew(to).map([](const ActivitySummary& renewed) { return renewed.id; });
}

}  // namespace footsure::service
