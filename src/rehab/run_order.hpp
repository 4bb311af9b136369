// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"
#include "rehab/run_days.hpp"

namespace footsure::rehab {

/// How all open Episodes together let the Runner run: at the lesser step, by the longer pause.
struct RunOrder {
    std::vector<EpisodeId> episodes;
    RunSpacing spacing;
    std::string step;                    ///< of the track; empty: past its steps
    std::optional<Intervals> intervals;  ///< of the step; absent: as long as the rules allow
    std::optional<Seconds> most_running;
    Seconds warm_up;
    Seconds cool_down;
    bool load_rules = false;  ///< longest-run and weekly rules hold
    bool hard_days = false;   ///< at most one in seven days
    std::vector<std::string> notes;
    std::vector<Reason> because;
};

/// Gives: nothing where one of them does not allow running, has no plan or is stopped.
/// Needs: a Course of every open Episode; one without a protocol stands for "no plan".
[[nodiscard]] std::optional<RunOrder> run_order(std::span<const Course> courses,
                                                const PlanFacts& facts);

/// Why one of them does not allow running; empty where all do.
[[nodiscard]] std::vector<Limit> why_no_run(std::span<const Course> courses);

/// Days with a run, of the seven up to today.
[[nodiscard]] std::vector<Day> recent_run_days(const PlanFacts& facts);
/// After it the longest-run and weekly rules hold.
[[nodiscard]] bool is_past_track(const Course& course);

}  // namespace footsure::rehab
