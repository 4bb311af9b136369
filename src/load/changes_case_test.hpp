// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs in the weeks before an Episode, for the tests of what changed.

#include "load/load.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::load::testing {

/// The first Instant after the first day of the Episode, Sunday 1 March 2026.
inline constexpr LocalInstant kStart{
    Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)), UtcOffset(0)};

/// Weeks are counted back: week 1 is the last before the start. Days of a week run from 0 to 6.
inline Instant in_week(int week, int day) {
    return kStart.at - std::chrono::days(7 * week - day) + std::chrono::hours(8);
}

inline ActivitySummary run_at(Instant at, double kilometres, double speed = 3) {
    ActivitySummary run;
    run.from = "run " + std::to_string(at.time_since_epoch().count());
    run.sport = "running";
    run.started_at = at;
    run.distance = Metres(kilometres * 1000);
    run.timer = Seconds(kilometres * 1000 / speed);
    run.elapsed = run.timer;
    return run;
}

/// Three runs a week of 10, 8 and 12 km for `weeks` weeks, with a little change from week to week.
inline CaseFile usual_weeks(int weeks) {
    CaseFile file;
    file.at = kStart;
    for (int week = 1; week <= weeks; ++week) {
        const double more = week % 3 == 0 ? 0.4 : week % 3 == 1 ? 0 : -0.4;
        file.activities.push_back(run_at(in_week(week, 0), 10 + more));
        file.activities.push_back(run_at(in_week(week, 3), 8 + more));
        file.activities.push_back(run_at(in_week(week, 5), 12 + more));
    }
    return file;
}

inline const LoadChange* find_change(const ChangeAccount& account, ChangeKind kind) {
    const auto found = std::ranges::find(account.changes, kind, &LoadChange::kind);
    return found == account.changes.end() ? nullptr : &*found;
}

inline bool is_judged(const ChangeAccount& account, std::string_view finding) {
    return std::ranges::find(account.judged, finding) != account.judged.end();
}

inline bool is_unknown(const ChangeAccount& account, std::string_view part) {
    return std::ranges::any_of(account.unknown, [&](const std::string& text) {
        return text.find(part) != std::string::npos;
    });
}

}  // namespace footsure::load::testing
