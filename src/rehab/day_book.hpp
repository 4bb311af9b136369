// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure::rehab {

/// The running of one day, all runs together.
struct DayRun {
    int outings = 0;  ///< with at least an hour between them; 0 = no run
    Metres distance;
    Seconds ran_for;  ///< without walking, where that is known or can be estimated
    Instant at;       ///< of the first
    std::string from;
};

/// Everything told and done on one day of the Runner; of several values the worst.
struct DayRecord {
    bool told = false;  ///< a check-in is there
    Instant told_at;    ///< the last one
    std::optional<double> during;
    std::optional<double> after;
    std::optional<double> morning;
    std::optional<double> stiffness;
    std::optional<SwellingTrend> swelling;
    bool limp = false;
    bool gave_way = false;
    bool focal_ache = false;
    bool painkiller = false;
    std::optional<SkipReason> skipped;
    DayRun run;
};

/// A Measure with its moment and day.
struct DatedMeasure {
    Instant at;
    Day on;
    Measured measured;
};

/// When something was told of an Episode first.
struct Begin {
    Day on;
    Instant at;
};

/// The facts of one Episode day by day up to now, from a month before its begin on.
class DayBook {
public:
    DayBook(const EpisodeFacts& facts, const PlanFacts& plan, Begin begin);

    /// Empty outside of what is known.
    [[nodiscard]] const DayRecord& on(Day day) const;

    /// By moment.
    [[nodiscard]] const std::vector<DatedMeasure>& measures() const { return measures_; }

    /// Median of the mornings in the week up to and with that day, else the first one known by
    /// then.
    [[nodiscard]] std::optional<double> usual_morning(Day day) const;
    [[nodiscard]] std::optional<double> usual_stiffness(Day day) const;
    /// Median of the mornings from the day on for a week; nothing where too few were told.
    [[nodiscard]] std::optional<double> week_median(Day from) const;
    /// Longest running of one day in the 30 days before.
    [[nodiscard]] Metres longest_before(Day day) const;

private:
    void add_check_ins(const EpisodeFacts& facts, const PlanFacts& plan);
    void add_runs(const PlanFacts& plan);
    [[nodiscard]] DayRecord* at(Day day);

    Day first_;
    Begin begin_;
    DayRecord none_;
    std::optional<Day> first_morning_;
    std::vector<DayRecord> days_;
    std::vector<DatedMeasure> measures_;
};

/// What of a run was running, where only totals are known.
/// Source: walking speed between repeats, EE.
[[nodiscard]] Seconds running_part(const ActivitySummary& run,
                                   std::optional<MetresPerSecond> easy_speed);

}  // namespace footsure::rehab
