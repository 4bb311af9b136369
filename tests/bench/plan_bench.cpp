// SPDX-License-Identifier: Apache-2.0
#include "plan_bench.hpp"

#include "advice/advice.hpp"
#include "bench_inputs.hpp"
#include "differential/differential.hpp"
#include "findings/findings.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "load/load.hpp"
#include "rehab/rehab.hpp"
#include "triage/triage.hpp"

#include <benchmark/benchmark.h>

#include <chrono>

namespace footsure::bench {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr int kYears = 10;
constexpr int kRunsAYear = 300;
constexpr int kDaysAYear = 365;
constexpr int kWeeksOfPlan = 12;
constexpr int kDaysAWeek = 7;

void add_runs(CaseFile& facts) {
    const int count = kYears * kRunsAYear;
    for (int i = 0; i < count; ++i) {
        ActivitySummary run{.id = ActivityId("run" + std::to_string(i)),
                            .started_at = facts.at.at - days(kYears * kDaysAYear * (i + 1) / count),
                            .sport = "running",
                            .distance = Metres(6000 + 500 * (i % kDaysAWeek)),
                            .timer = Seconds(2200 + 180 * (i % kDaysAWeek))};
        run.elapsed = run.timer;
        load::dose_from_totals(run, {});
        facts.activities.push_back(std::move(run));
    }
}

/// Every day pain, and every fortnight what the gates ask.
void add_check_ins(CaseFile& facts) {
    for (int day = kWeeksOfPlan * kDaysAWeek; day > 0; --day) {
        CheckIn check_in{.at = facts.at.at - days(day), .episode = facts.episodes.front().id};
        check_in.pain_during = PainScore::of(2);
        check_in.pain_after = PainScore::of(1);
        check_in.pain_morning = PainScore::of(1);
        if (day % (2 * kDaysAWeek) == 0) {
            check_in.measures = {{MeasureKind::walking_pain, Side::unknown, 1},
                                 {MeasureKind::walk_time, Side::unknown, 30},
                                 {MeasureKind::heel_raises, Side::left, 24},
                                 {MeasureKind::heel_raises, Side::right, 25}};
        }
        facts.check_ins.push_back(std::move(check_in));
    }
}

CaseFile ten_years(const Knowledge& knowledge) {
    CaseFile facts = tendon_case(knowledge);
    facts.activities.clear();
    add_runs(facts);
    add_check_ins(facts);
    return facts;
}

void plan_two_weeks(benchmark::State& state) {
    const Knowledge knowledge = app::embedded_knowledge();
    const CaseFile facts = ten_years(knowledge);
    const Episode& episode = facts.episodes.front();
    std::vector<triage::FindingsAt> states;
    states.push_back({facts.at.at, findings::find(facts, episode, knowledge, facts.at)});
    const Differential ranked = differential::rank(states.back().findings, {}, knowledge);
    const TriageDecision decision =
        triage::decide({states, {}, ranked, facts.at.offset}, knowledge);
    const auto levels = triage::levels_over(states, {}, facts.at.offset, knowledge);
    const std::vector<rehab::EpisodeFacts> episodes{
        {episode, states.back().findings, decision, ranked, levels}};
    const rehab::PlanFacts plan{facts,
                                knowledge,
                                facts.at,
                                episodes,
                                {.longest_run = Metres(11000),
                                 .easy_speed = MetresPerSecond(2.7),
                                 .usual_week = Metres(40000)}};
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(rehab::care_plans(plan));
    }
}

void advise_with_ten_years(benchmark::State& state) {
    const Knowledge knowledge = app::embedded_knowledge();
    const CaseFile facts = ten_years(knowledge);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(advice::advise(facts, knowledge, facts.at));
    }
}

}  // namespace

void register_plan() {
    benchmark::RegisterBenchmark("plan_two_weeks", plan_two_weeks)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("advise_with_ten_years", advise_with_ten_years)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace footsure::bench
