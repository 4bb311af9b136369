// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

#include <string>
#include <vector>

namespace footsure::load {

/// The runs of the past year whose form can be compared: long enough, on level ground that is
/// neither trail nor treadmill. Oldest first.
/// Needs: a case that outlives it.
struct FormHistory {
    FormHistory(const CaseFile& case_file, LocalInstant when);

    /// On the day of the Runner's clock.
    [[nodiscard]] Day day(const ActivitySummary& run) const;
    /// Of the last four weeks.
    [[nodiscard]] bool is_recent(const ActivitySummary& run) const;

    LocalInstant now;
    std::optional<Metres> height;
    std::vector<const ActivitySummary*> runs;  ///< of any device
    std::string device;                        ///< of the latest run; may be empty
    std::vector<const ActivitySummary*> own;   ///< of that device; none when it has no name
    std::optional<Day> device_since;  ///< its first run, when runs before it had another device
    std::string device_before;
};

/// A value of each of several runs, oldest first.
struct FormValue {
    const ActivitySummary* run = nullptr;
    double value = 0;
};

/// The latest runs against the ones before.
struct FormShift {
    double usual = 0;     ///< median of the runs before
    double usual_sd = 0;  ///< of the runs before
    double now = 0;       ///< median of the latest runs
    int runs_before = 0;
    int runs_now = 0;
    const ActivitySummary* latest = nullptr;
    std::optional<Day> since;  ///< first of the runs without a break that lie to the same side by
                               ///< at least half of `notable`
    bool lasts = false;        ///< they fill a week or more and hold at least three runs
};

/// Gives nothing when there are too few runs, or none of late.
[[nodiscard]] std::optional<FormShift>
shift_of(const FormHistory& history, const std::vector<FormValue>& values, double notable);

/// What `shift_of` needs: runs before the latest ones, and latest ones, over so many days.
/// Source: EE; with a scatter of 0.8 points the median of six runs is good to 0.4 points.
inline constexpr int kLeastBefore = 6;
inline constexpr int kLeastNow = 3;
inline constexpr std::chrono::days kLeastSpan{7};

}  // namespace footsure::load
