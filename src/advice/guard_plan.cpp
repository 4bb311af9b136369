// SPDX-License-Identifier: Apache-2.0
#include "advice/guard_plan.hpp"

#include <algorithm>

namespace footsure::advice {

namespace {

const Session* run_on(const PlannedDay& day) {
    const auto run = std::ranges::find_if(day.sessions, is_run, &Session::kind);
    return run == day.sessions.end() ? nullptr : &*run;
}

/// When the next run stands in the plan.
std::string next_run(const CarePlan& plan) {
    for (const PlannedDay& day : plan.days) {
        if (run_on(day) != nullptr) {
            return " The next one is on " + format_day(day.on) + ".";
        }
    }
    return plan.phase.name.empty() ? "" : " Running comes after: " + plan.phase.name + ".";
}

void stop_without_run(const CarePlan& plan, Minimum& minimum) {
    if (plan.state == PlanState::stopped) {
        const bool told = !plan.changes.empty();
        minimum.stop({.text = "The plan is stopped." +
                              (told ? " " + plan.changes.back().because : std::string()),
                      .from = told ? plan.changes.back().from : std::string()});
        return;
    }
    minimum.stop({.text = "Your plan has no run today." + next_run(plan)});
}

OnTrack judge(const CarePlan& plan, Day today, Minimum& minimum) {
    const Session* run = nullptr;
    if (!plan.days.empty() && plan.days.front().on == today && plan.state != PlanState::stopped) {
        run = run_on(plan.days.front());
    }
    if (run == nullptr) {
        stop_without_run(plan, minimum);
        return OnTrack::yes;
    }
    minimum.limit(*run, {.text = "Your plan today: " + run->title + ".", .from = run->id});
    return run->step.empty() ? OnTrack::no : OnTrack::yes;
}

}  // namespace

OnTrack judge_plans(const GuardFacts& facts, Minimum& minimum) {
    OnTrack on_track = OnTrack::no;
    if (facts.case_file.episodes.empty()) {
        return on_track;
    }
    const Day today = day_of(facts.now.at, facts.now.offset);
    for (const EpisodeAdvice& episode : facts.advice.episodes) {
        if (episode.triage.urgency.level() >= UrgencyLevel::within_days) {
            continue;  // the level stops already
        }
        const CarePlan* plan = plan_in(episode.help);
        if (plan == nullptr) {
            minimum.stop({.text = "This problem is open and has no plan yet."});
        } else if (judge(*plan, today, minimum) == OnTrack::yes) {
            on_track = OnTrack::yes;
        }
    }
    return on_track;
}

}  // namespace footsure::advice
