// SPDX-License-Identifier: Apache-2.0
#include "service/run_keeper.hpp"

#include "merge/merge.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace footsure::service {

namespace {

using store::Stored;
using store::StoreError;

/// Larger files that cannot be read are named, not kept: they can be tried again from their path.
constexpr std::size_t kMostKeptAside = std::size_t{16} << 20U;

template <class T>
Failure<StoreError> failed(const Stored<T>& result) {
    return Failure<StoreError>(result.error());
}

merge::Extent extent_of(const Recording& recording) {
    return {recording.started_at, recording.elapsed, recording.distance};
}

/// A route that the takeout gives to a workout is of it, however short it is.
bool is_route_of(const Recording& route, const Recording& workout) {
    return route.format == FileFormat::gpx && workout.format == FileFormat::apple_health &&
           route.hints.started_at == workout.started_at;
}

bool same_run(const Recording& one, const Recording& other) {
    return is_route_of(one, other) || is_route_of(other, one) ||
           merge::same_run(extent_of(one), extent_of(other));
}

std::string path_key(const Reading& reading) {
    return "path:" + reading.item.path;
}

std::string aside_key(const Reading& reading) {
    return reading.content.empty() ? path_key(reading) : reading.content.text();
}

FileReport report_of(const Reading& reading) {
    return {.path = reading.item.path, .outcome = reading.outcome, .reason = reading.reason};
}

}  // namespace

const store::ComputedUnder& computed_now() {
    static const store::ComputedUnder under{kProgramVersion, ""};
    return under;
}

Stored<FileReport> RunKeeper::keep(Reading reading) {
    switch (reading.outcome) {
    case FileOutcome::imported:
    case FileOutcome::damaged: return keep_runs(reading);
    case FileOutcome::updated:
    case FileOutcome::duplicate: return keep_duplicate(reading);
    case FileOutcome::merged:
    case FileOutcome::skipped:
    case FileOutcome::quarantined: break;
    }
    return keep_aside(std::move(reading));
}

Stored<FileReport> RunKeeper::keep_runs(const Reading& reading) {
    const auto kept = store_.put_original(runner_, {.content = reading.content,
                                                    .packing = reading.item.packing,
                                                    .bytes = reading.item.bytes,
                                                    .unpacked_size = reading.unpacked_size,
                                                    .path = reading.item.path,
                                                    .imported_at = at_});
    if (!kept) {
        return failed(kept);
    }
    if (*kept == store::Kept::already_there) {
        return keep_duplicate(reading);  // the same file came twice at the same time
    }
    FileReport report = report_of(reading);
    for (const ReadRun& run : reading.runs) {
        if (const auto done = keep_run(run, report); !done) {
            return failed(done);
        }
    }
    if (reading.runs.size() > 1 && report.outcome == FileOutcome::imported &&
        report.reason.empty()) {
        report.reason = std::to_string(reading.runs.size()) + " runs";
    }
    if (const auto forgotten = forget(reading); !forgotten) {
        return failed(forgotten);
    }
    return report;
}

/// Whatever was set aside before under this content or this path.
Stored<void> RunKeeper::forget(const Reading& reading) {
    if (auto forgotten = store_.forget_aside(runner_, path_key(reading)); !forgotten) {
        return forgotten;
    }
    return store_.forget_aside(runner_, aside_key(reading));
}

Stored<void> RunKeeper::keep_run(const ReadRun& run, FileReport& report) {
    const auto same = same_run_as(run.recording);
    if (!same) {
        return failed(same);
    }
    Recording recording = run.recording;
    recording.activity = *same ? (*same)->activity : ActivityId(recording.id.text());
    report.activities.push_back(recording.activity);
    if (!*same) {
        ActivitySummary summary = run.summary;
        summary.id = recording.activity;
        summary.from = recording.path;
        summary.name = recording.hints.name;
        summary.shoe = recording.hints.shoe;
        if (auto put = store_.put_activity(runner_, summary, computed_now()); !put) {
            return put;
        }
        return store_.put_recording(runner_, recording);
    }
    if (report.outcome == FileOutcome::imported) {
        report.outcome = FileOutcome::merged;
        report.reason = "the same run as " + (*same)->path;
    }
    if (auto put = store_.put_recording(runner_, recording); !put) {
        return put;
    }
    return renew(recording.activity).map([](const ActivitySummary&) {});
}

Stored<FileReport> RunKeeper::keep_duplicate(const Reading& reading) {
    auto recordings = store_.recordings_in(runner_, reading.content);
    if (!recordings) {
        return failed(recordings);
    }
    FileReport report = report_of(reading);
    report.outcome = FileOutcome::duplicate;
    if (!recordings->empty()) {
        report.reason = "the same as " + recordings->front().path;
    }
    const Hints& told = reading.item.hints;
    for (Recording& recording : *recordings) {
        report.activities.push_back(recording.activity);
        if (told == Hints{} || told == recording.hints) {
            continue;
        }
        report.outcome = FileOutcome::updated;
        recording.hints = told;
        if (const auto put = store_.put_recording(runner_, recording); !put) {
            return failed(put);
        }
        if (const auto renewed = renew(recording.activity); !renewed) {
            return failed(renewed);
        }
    }
    return report;
}

Stored<FileReport> RunKeeper::keep_aside(Reading reading) {
    const FileReport report = report_of(reading);
    if (reading.known) {
        return report;
    }
    if (const auto forgotten = forget(reading); !forgotten) {
        return failed(forgotten);
    }
    const bool keeps_bytes =
        reading.outcome == FileOutcome::quarantined && reading.item.bytes.size() <= kMostKeptAside;
    store::SetAside aside{.key = aside_key(reading),
                          .kind = reading.outcome == FileOutcome::skipped
                                      ? store::AsideKind::skipped
                                      : store::AsideKind::quarantined,
                          .path = report.path,
                          .reason = report.reason,
                          .program = kProgramVersion,
                          .at = at_,
                          .packing = reading.item.packing,
                          .unpacked_size = reading.item.promise.size,
                          .bytes = {}};
    if (keeps_bytes) {
        aside.bytes = std::move(reading.item.bytes);
    }
    if (const auto put = store_.put_aside(runner_, aside); !put) {
        return failed(put);
    }
    return report;
}

Stored<std::optional<FileReport>>
RunKeeper::recall(const ContentId& content, const takeout::Item& item, const ReadingRules& rules) {
    const auto path = store_.original_path(runner_, content);
    if (!path) {
        return failed(path);
    }
    if (*path) {
        return FileReport{.path = item.path,
                          .outcome = FileOutcome::duplicate,
                          .reason = "the same as " + **path};
    }
    const auto aside = store_.set_aside(runner_, content.text());
    if (!aside) {
        return failed(aside);
    }
    const bool tells_more = !rules.unnamed_sport.empty() || item.hints != Hints{};
    if (!*aside || (*aside)->kind != store::AsideKind::skipped ||
        (*aside)->program != kProgramVersion || tells_more) {
        return std::optional<FileReport>();
    }
    return FileReport{
        .path = item.path, .outcome = FileOutcome::skipped, .reason = (*aside)->reason};
}

Stored<std::optional<Recording>> RunKeeper::same_run_as(const Recording& recording) {
    const auto near = store_.recordings_between(runner_, recording.started_at - merge::reach(),
                                                recording.started_at + merge::reach());
    const auto apart = store_.kept_apart_from(runner_, recording.id);
    if (!near || !apart) {
        return near ? failed(apart) : failed(near);
    }
    std::optional<Recording> best;
    const auto distance = [&](const Recording& other) {
        return std::abs((other.started_at - recording.started_at).count());
    };
    for (const Recording& other : *near) {
        const bool candidate = other.content != recording.content &&
                               std::ranges::find(*apart, other.id) == apart->end() &&
                               same_run(recording, other);
        if (candidate && (!best || distance(other) < distance(*best))) {
            best = other;
        }
    }
    return best;
}

Stored<Activity> RunKeeper::activity_of(const Recording& recording) {
    auto original = store_.original(runner_, recording.content);
    if (!original) {
        return failed(original);
    }
    const auto unpacked = unpack_original(original->packing, std::move(original->bytes),
                                          original->unpacked_size, recording.content);
    if (!unpacked) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::corrupt, "the bytes are no longer those that came"});
    }
    auto runs = runs_in(unpacked->bytes(), recording.hints);
    if (recording.number > runs.size()) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::not_found, "this run is not in its file any more"});
    }
    return std::move(runs[recording.number - 1]);
}

Stored<ActivitySummary> RunKeeper::renew(const ActivityId& activity) {
    const auto recordings = store_.recordings_of(runner_, activity);
    const auto correction = store_.correction(runner_, activity);
    if (!recordings || !correction) {
        return recordings ? failed(correction) : failed(recordings);
    }
    if (recordings->empty()) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::not_found, "no such activity"});
    }
    std::vector<Activity> accounts;
    accounts.reserve(recordings->size());
    for (const Recording& recording : *recordings) {
        auto account = activity_of(recording);
        if (!account) {
            return failed(account);
        }
        accounts.push_back(std::move(*account));
    }
    std::vector<merge::Source> sources;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        sources.push_back({&accounts[i], (*recordings)[i].format, (*recordings)[i].hints});
    }
    const Activity whole = merge::corrected(merge::merged(sources), *correction);
    auto summary = load::summarise(whole, traits_);
    if (!summary) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::not_found, "this run has no start any more"});
    }
    summary->id = activity;
    summary->from = recordings->front().path;
    for (const Recording& recording : *recordings) {
        summary->name = summary->name.empty() ? recording.hints.name : summary->name;
        summary->shoe = summary->shoe.empty() ? recording.hints.shoe : summary->shoe;
    }
    summary->name = correction->name.value_or(summary->name);
    summary->shoe = correction->shoe.value_or(summary->shoe);
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
    ActivityId own(recording.id.text() + (names_it ? ".apart" : ""));
    auto summary = load::summarise(*account, traits_);
    if (!summary) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::not_found, "this run has no start any more"});
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
    if (!*same || (*same)->activity == recording.activity) {
        return recording.activity;
    }
    const ActivityId to = (*same)->activity;
    if (const auto moved = move(recording, to); !moved) {
        return failed(moved);
    }
    return renew(to).map([](const ActivitySummary& renewed) { return renewed.id; });
}

}  // namespace footsure::service
