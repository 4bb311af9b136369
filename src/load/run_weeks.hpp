// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/outing.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace footsure::load {

/// How far back a change of load counts. Source: evidence_conditions, cards 22-29 ("load
/// spike/change <= 8 wk", EE).
inline constexpr int kChangeWeeks = 8;
/// The past that those weeks are compared with. Source: EE; half a year holds a season's usual
/// weeks, and what the Runner did longer ago the tissues have forgotten.
inline constexpr int kPastWeeks = 26;
/// Weeks with running below which no usual week is known. Source: EE; an SD of fewer is a guess.
inline constexpr int kLeastWeeks = 4;
/// Source: the calendar.
inline constexpr int kDaysPerWeek = 7;

/// Seven days of running. Sums hold what is known; `distance` of the parts says how much that is.
struct RunWeek {
    Day first;
    int outings = 0;
    int without_distance = 0;
    Metres distance;
    Metres timed_distance;  ///< of runs that have a time too
    Seconds time;           ///< of these
    Metres altitude_distance;
    Metres ascent;
    Metres descent;
    Metres ground_distance;  ///< of runs whose ground is known
    Metres trail_distance;
    std::optional<MetresPerSecond> fastest;          ///< greatest fast_speed
    const ActivitySummary* fastest_run = nullptr;    ///< that had it
    const ActivitySummary* longest_run = nullptr;    ///< stands for the week
    const ActivitySummary* most_ascent = nullptr;    ///< likewise
    const ActivitySummary* most_descent = nullptr;   ///< likewise
    const ActivitySummary* longest_trail = nullptr;  ///< likewise
};

/// A Runner's runs up to an Instant in weeks that end with its day, and the same runs by time.
struct WeeklyPast {
    LocalInstant start;
    Day last_day;                              ///< of the 8 weeks
    std::vector<const ActivitySummary*> runs;  ///< by start, each once
    std::vector<Outing> outings;
    std::vector<RunWeek> recent;  ///< the 8 weeks, oldest first
    std::vector<RunWeek> before;  ///< up to 26 whole weeks before them, oldest first
    int weeks_with_running = 0;   ///< of `before`

    [[nodiscard]] Day first_recent_day() const {
        return last_day - std::chrono::days(kChangeWeeks * kDaysPerWeek - 1);
    }

    [[nodiscard]] Day day(Instant at) const { return day_of(at, start.offset); }

    [[nodiscard]] bool is_recent(Instant at) const {
        return day(at) >= first_recent_day() && day(at) <= last_day;
    }

    [[nodiscard]] bool has_past() const { return weeks_with_running >= kLeastWeeks; }
};

/// Needs: a start that is `now` or the first Instant of the day after; later runs do not count.
[[nodiscard]] WeeklyPast past_of(std::span<const ActivitySummary> activities, LocalInstant start);

}  // namespace footsure::load
