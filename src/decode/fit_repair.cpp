// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_repair.hpp"

#include "decode/fit_clock.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

namespace footsure::decode {
namespace {

/// From the first start to the last end that the sessions of a part give.
std::optional<ClockWindow> window_of(std::span<const FitSummary> sessions) {
    std::optional<ClockWindow> window;
    for (const FitSummary& session : sessions) {
        const double start = session.values[summary_start];
        const double elapsed = session.values[summary_elapsed];
        if (std::isnan(start) || std::isnan(elapsed)) {
            continue;
        }
        const ClockWindow one{.from = fit_instant(start), .until = fit_instant(start + elapsed)};
        window = window ? ClockWindow{.from = std::min(window->from, one.from),
                                      .until = std::max(window->until, one.until)}
                        : one;
    }
    return window;
}

void repair_time(const ClockRepair& repair, double& at) {
    if (!std::isnan(at)) {
        at += seconds_between(fit_instant(at), repaired(repair, fit_instant(at)));
    }
}

void repair_summaries(const ClockRepair& repair, std::span<FitSummary> summaries) {
    for (FitSummary& summary : summaries) {
        repair_time(repair, summary.values[summary_start]);
        repair_time(repair, summary.ended_at);
    }
}

/// A session that starts after its own end, or alone in its part after the last Record, does not
/// say when it started. One of several may well have no Records.
std::size_t drop_late_starts(std::span<FitSummary> sessions, std::span<const Instant> times) {
    constexpr std::chrono::minutes kLate{1};
    std::size_t dropped = 0;
    for (FitSummary& session : sessions) {
        double& start = session.values[summary_start];
        if (times.empty() || std::isnan(start)) {
            continue;
        }
        const bool after_end = start > session.ended_at;
        const bool after_records = fit_instant(start) > times.back() + kLate;
        if (after_records && (after_end || sessions.size() == 1)) {
            start = kNoValue;
            session.ended_at = kNoValue;
            ++dropped;
        }
    }
    return dropped;
}

/// Gives: what was repaired, and adds to `late` how many sessions lost their start.
ClockRepair repair_part(FitContent& content, const PartRange& range, std::size_t& late) {
    const auto sessions =
        std::span(content.sessions)
            .subspan(range.first_session, range.sessions_end - range.first_session);
    const auto laps =
        std::span(content.laps).subspan(range.first_lap, range.laps_end - range.first_lap);
    const auto times =
        content.records.times().subspan(range.first_record, range.records_end - range.first_record);
    ClockRepair repair = repair_clock(times, window_of(sessions));
    if (!repair.shifts.empty()) {
        repair_summaries(repair, sessions);
        repair_summaries(repair, laps);
        for (TimerEvent& event : content.notes.timer) {
            event.at = repaired(repair, event.at);
        }
    }
    if (content.records.without_time() == 0) {
        late += drop_late_starts(sessions, times);
    }
    return repair;
}

}  // namespace

void repair_times(FitContent& content, DecodedFile& file) {
    ClockRepair all;
    std::size_t late = 0;
    for (std::size_t i = 0; i < content.parts.size(); ++i) {
        const ClockRepair repair = repair_part(content, range_of(content, i), late);
        all.jumps += repair.jumps;
        all.moved += repair.moved;
        all.held += repair.held;
    }
    if (all.jumps > 0) {
        file.warnings.push_back("the clock jumped " + std::to_string(all.jumps) + " times; " +
                                std::to_string(all.moved) + " records were put back in line");
    }
    if (all.held > 0) {
        file.warnings.push_back(std::to_string(all.held) +
                                " records lay a few seconds before the one before them");
    }
    if (late > 0) {
        file.warnings.push_back(std::to_string(late) + " sessions start after their last record");
    }
}

}  // namespace footsure::decode
