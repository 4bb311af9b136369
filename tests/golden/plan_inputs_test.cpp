// SPDX-License-Identifier: Apache-2.0
// One thing told differently changes the plan, and the plan says why.

#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::golden;

namespace {

/// Achilles tendon pain on step A-3 after four good runs.
CaseFile runner() {
    const auto& all = all_cases();
    const auto found = std::ranges::find(all, "course_achilles_goes_well", &GoldenCase::name);
    REQUIRE(found != all.end());
    return found->case_file;
}

CarePlan plan_of(const CaseFile& facts) {
    const Advice advice = answer(facts);
    const CarePlan* plan = plan_in(advice.episodes.front().help);
    REQUIRE(plan != nullptr);
    return *plan;
}

int runs_in(const CarePlan& plan) {
    long count = 0;
    for (const PlannedDay& day : plan.days) {
        count += std::ranges::count_if(day.sessions, is_run, &Session::kind);
    }
    return static_cast<int>(count);
}

std::string step_of(const CarePlan& plan) {
    return plan.place ? plan.place->step : "none";
}

bool says(const std::vector<PlanChange>& changes, PlanChangeKind kind, std::string_view words) {
    return std::ranges::any_of(changes, [&](const PlanChange& change) {
        return change.kind == kind && !change.because.empty() &&
               (change.what + " " + change.because).find(words) != std::string::npos;
    });
}

bool has_limit(const CarePlan& plan, std::string_view code) {
    return std::ranges::any_of(plan.limits, [&](const Limit& limit) { return limit.code == code; });
}

bool prescribes(const CarePlan& plan, std::string_view exercise) {
    for (const PlannedDay& day : plan.days) {
        for (const Session& session : day.sessions) {
            for (const PrescribedExercise& one : session.exercises) {
                if (one.exercise.text() == exercise) {
                    return true;
                }
            }
        }
    }
    return false;
}

bool may_not_say(const CarePlan& plan, std::string_view words) {
    return std::ranges::any_of(plan.may_not, [&](const Reason& reason) {
        return reason.text.find(words) != std::string::npos;
    });
}

Answer said(const char* question, std::vector<std::string> options, Instant at) {
    return {.question = QuestionId(question), .value = std::move(options), .at = at, .dated = true};
}

}  // namespace

TEST_CASE("plan: the course as it was") {
    const CarePlan plan = plan_of(runner());
    CHECK(step_of(plan) == "A-3");
    CHECK(plan.phase.number == 5);
    CHECK(runs_in(plan) >= 4);
    CHECK(plan.days.size() == 14);
    REQUIRE(plan.forecast);
    CHECK(plan.forecast->earliest < plan.forecast->latest);
}

TEST_CASE("plan: pain in the last run takes a step back, with the figure") {
    CaseFile facts = runner();
    const auto last = std::ranges::max_element(facts.check_ins, {}, [](const CheckIn& one) {
        return one.pain_during ? one.at : Instant();
    });
    last->pain_during = PainScore::of(7);
    const CarePlan plan = plan_of(facts);
    CHECK(step_of(plan) == "A-1");
    CHECK(says(plan.changes, PlanChangeKind::stepped_back, "7"));
}

TEST_CASE("plan: a run longer than planned does not count and is named") {
    CaseFile facts = runner();
    const auto last = std::ranges::max_element(facts.activities, {}, &ActivitySummary::started_at);
    last->distance = Metres(8000);
    last->timer = Seconds(50 * 60);
    last->elapsed = last->timer;
    const CarePlan plan = plan_of(facts);
    CHECK(step_of(plan) == "A-2");
    CHECK(says(plan.changes, PlanChangeKind::overrun, "more than planned"));
}

TEST_CASE("plan: equipment chooses the protocol, and says why") {
    CaseFile facts = runner();
    const CarePlan before = plan_of(facts);
    facts.wishes.equipment = {Equipment::weight};
    const CarePlan plan = plan_of(facts);
    CHECK(before.protocol == "achilles_midportion_silbernagel");
    CHECK(plan.protocol == "achilles_midportion_heavy_slow");
    CHECK(plan.why_this != before.why_this);
    CHECK_FALSE(plan.why_this.empty());
}

TEST_CASE("plan: a race next Sunday is answered and changes no step") {
    CaseFile facts = runner();
    const CarePlan before = plan_of(facts);
    facts.wishes.goal_on = day_of(facts.at.at, facts.at.offset) + std::chrono::days(5);
    facts.wishes.goal_distance = Metres(21'100);
    const CarePlan plan = plan_of(facts);
    CHECK(step_of(plan) == step_of(before));
    CHECK(runs_in(plan) == runs_in(before));
    const bool answered = std::ranges::any_of(plan.road, [](const RoadPart& part) {
        return part.text.find("Not for this race") != std::string::npos;
    });
    CHECK(answered);
}

TEST_CASE("plan: a second problem that may not run takes the runs out of the first one's plan") {
    CaseFile facts = runner();
    Episode second = facts.episodes.front();
    second.id = EpisodeId("e2");
    second.side = Side::right;
    second.started_on = day_of(facts.at.at, facts.at.offset) - std::chrono::days(2);
    facts.episodes.push_back(second);
    const CarePlan plan = plan_of(facts);
    CHECK(runs_in(plan) == 0);
    CHECK(has_limit(plan, "two_episodes"));
}

TEST_CASE("plan: a clinician's limit overrides, and its words are an entry") {
    CaseFile facts = runner();
    Seen seen{.on = day_of(facts.at.at, facts.at.offset), .by = SeenBy::physiotherapist};
    seen.limits = {"no_running until 2026-12-31"};
    facts.episodes.front().seen.push_back(seen);
    const CarePlan plan = plan_of(facts);
    CHECK(runs_in(plan) == 0);
    CHECK_FALSE(plan.place);
    CHECK(says(plan.changes, PlanChangeKind::limited, "no_running until 2026-12-31"));
    CHECK(answer(facts).guard.verdict == GuardVerdict::no_run);
}

TEST_CASE("plan: a quinolone takes every load off the tendon") {
    CaseFile facts = runner();
    CHECK(prescribes(plan_of(facts), "EX-24"));
    facts.episodes.front().seen.push_back({.on = day_of(facts.at.at, facts.at.offset),
                                           .by = SeenBy::doctor,
                                           .clears = {RuleId("R-026"), RuleId("C-50")}});
    facts.answers.push_back(said("fluoroquinolone", {"quinolone_months"}, facts.at.at));
    const Advice advice = answer(facts);
    const CarePlan* plan = plan_in(advice.episodes.front().help);
    if (plan != nullptr) {
        CHECK_FALSE(prescribes(*plan, "EX-24"));
        CHECK_FALSE(prescribes(*plan, "EX-23"));
        CHECK(may_not_say(*plan, "antibiotic"));
    } else {
        CHECK(advice.urgency.level() >= UrgencyLevel::within_days);
    }
}

TEST_CASE("plan: a child lifts no weights") {
    CaseFile facts = runner();
    facts.wishes.equipment = {Equipment::weight};
    facts.runner.age_years = 15;
    const Advice advice = answer(facts);
    const CarePlan* plan = plan_in(advice.episodes.front().help);
    if (plan != nullptr) {
        CHECK_FALSE(prescribes(*plan, "EX-27"));
        CHECK_FALSE(prescribes(*plan, "EX-28"));
    } else {
        CHECK(advice.urgency.level() >= UrgencyLevel::within_days);
    }
}

TEST_CASE("plan: neither time nor equipment still gives the least that is of use, and rest") {
    CaseFile facts = runner();
    facts.wishes.equipment = std::vector<Equipment>{};
    facts.wishes.time_a_day = Seconds(0);
    facts.wishes.days_a_week = 0;
    const CarePlan plan = plan_of(facts);
    CHECK(plan.days.size() == 14);
    CHECK(has_limit(plan, "smallest_plan"));
    const bool trains = std::ranges::any_of(plan.days, [](const PlannedDay& day) {
        return std::ranges::any_of(
            day.sessions, [](const Session& session) { return session.kind != SessionKind::rest; });
    });
    CHECK(trains);
}

TEST_CASE("plan: check-ins told twice, out of order or from the future change nothing") {
    const CaseFile facts = runner();
    CaseFile mixed = facts;
    std::ranges::reverse(mixed.check_ins);
    mixed.check_ins.push_back(mixed.check_ins.front());
    CheckIn ahead{.at = facts.at.at + std::chrono::hours(48), .episode = EpisodeId("e1")};
    ahead.pain_during = PainScore::of(9);
    mixed.check_ins.push_back(ahead);
    const CarePlan one = plan_of(facts);
    const CarePlan other = plan_of(mixed);
    CHECK(step_of(one) == step_of(other));
    CHECK(one.changes.size() == other.changes.size());
}

TEST_CASE("plan: the guard says the session of today, and a rest day is none") {
    CaseFile facts = runner();
    const CarePlan plan = plan_of(facts);
    const Guard guard = answer(facts).guard;
    const bool run_today = std::ranges::any_of(plan.days.front().sessions, is_run, &Session::kind);
    CHECK((guard.verdict == GuardVerdict::limited) == run_today);
    for (const PlannedDay& day : plan.days) {
        const auto run = std::ranges::find_if(day.sessions, is_run, &Session::kind);
        if (run == day.sessions.end()) {
            continue;
        }
        facts.at.at = Instant(day.on) + std::chrono::hours(9) - facts.at.offset;
        const Advice then = answer(facts);
        const CarePlan* of_day = plan_in(then.episodes.front().help);
        REQUIRE(of_day != nullptr);
        const auto now =
            std::ranges::find_if(of_day->days.front().sessions, is_run, &Session::kind);
        if (now != of_day->days.front().sessions.end()) {
            CHECK(then.guard.verdict == GuardVerdict::limited);
            REQUIRE(then.guard.ceiling_duration);
            CHECK(*then.guard.ceiling_duration <= *now->max_duration);
        }
    }
}
