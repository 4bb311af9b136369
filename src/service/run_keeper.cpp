// SPDX-License-Identifier: Apache-2.0
#include "service/run_keeper.hpp"

#include "merge/merge.hpp"
#include "service/failed.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace footsure::service {

namespace {

using store::Stored;

/// Larger files that cannot be read are named, not kept: they can be tried again from their path.
constexpr std::size_t kMostKeptAside = std::size_t{16} << 20U;

merge::Extent extent_of(const Recording& recording) {
    return {recording.started_at, recording.elapsed, recording.distance};
}

/// A route that the takeout gives to a workout is of it, however short it is.
bool is_route_of(const Recording& route, const Recording& workout) {
    return route.format == FileFormat::gpx && workout.format == FileFormat::apple_health &&
           route.hints.started_at == workout.started_at;
}

bool same_run(const Recording& one, const Recording& other) {
    return one.hints.session == other.hints.session &&
           (is_route_of(one, other) || is_route_of(other, one) ||
            merge::same_run(extent_of(one), extent_of(other)));
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
    const std::optional<Recording>& there = *same;
    Recording recording = run.recording;
    recording.activity = there ? there->activity : ActivityId(recording.id.text());
    report.activities.push_back(recording.activity);
    if (!there) {
        ActivitySummary summary = run.summary;
        summary.id = recording.activity;
        summary.from = recording.path;
        add_told({recording}, {}, summary);
        if (auto put = store_.put_activity(runner_, summary, computed_now()); !put) {
            return put;
        }
        return store_.put_recording(runner_, recording);
    }
    if (report.outcome == FileOutcome::imported) {
        report.outcome = FileOutcome::merged;
        report.reason = "the same run as " + there->path;
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
    FileReport report = report_of(reading);
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
    const auto kept = store_.original_path(runner_, content);
    const auto judged = store_.set_aside(runner_, content.text());
    if (!kept || !judged) {
        return kept ? failed(judged) : failed(kept);
    }
    const std::optional<std::string>& path = *kept;
    if (path) {
        return FileReport{
            .path = item.path, .outcome = FileOutcome::duplicate, .reason = "the same as " + *path};
    }
    const std::optional<store::SetAside>& aside = *judged;
    const bool tells_more = !rules.unnamed_sport.empty() || item.hints != Hints{};
    if (!aside || aside->kind != store::AsideKind::skipped || aside->program != kProgramVersion ||
        tells_more) {
        return std::optional<FileReport>();
    }
    return FileReport{.path = item.path, .outcome = FileOutcome::skipped, .reason = aside->reason};
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

}  // namespace footsure::service
