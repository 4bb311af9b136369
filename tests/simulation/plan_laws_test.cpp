// SPDX-License-Identifier: Apache-2.0
// The checker of plans finds each kind of broken promise, and finds nothing in a good plan.

#include "plan_laws.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::simulation;
using std::chrono::days;

namespace {

const Day kToday = std::chrono::sys_days(std::chrono::March / 10 / 2026);

GateDefinition gate(const char* id, MeasureKind measure, GateTest test, double needed) {
    GateDefinition made{.id = id, .measure = measure, .test = test};
    made.needed.value = needed;
    return made;
}

RehabKnowledge small_knowledge() {
    ProtocolDefinition tendon{.id = "tendon"};
    tendon.phases = {
        {.number = 1, .gates = {gate("walk", MeasureKind::walk_time, GateTest::at_least, 30)}},
        {.number = 2,
         .gates = {gate("raises", MeasureKind::heel_raises, GateTest::at_least_for_age, 25)}},
        {.number = 3}};
    GateDefinition share = gate("share", MeasureKind::heel_raises, GateTest::share_at_least, 0.85);
    share.either = "strong";
    GateDefinition count = gate("count", MeasureKind::heel_raises, GateTest::at_least, 30);
    count.either = "strong";
    ProtocolDefinition sprain{.id = "sprain"};
    sprain.phases = {{.number = 1, .gates = {share, count}}, {.number = 2}};
    RehabKnowledge knowledge{.protocols = {tendon, sprain}};
    knowledge.heel_raise_norms = {{.age_from = 20, .male = 37, .female = 30},
                                  {.age_from = 50, .male = 23, .female = 21},
                                  {.age_from = 60, .male = 19, .female = 19}};
    return knowledge;
}

/// A run every third day at step 3, a rest between.
CarePlan good_plan(const char* track = "R") {
    CarePlan plan{.protocol = "tendon"};
    plan.phase.number = 3;
    plan.place = TrackPlace{.track = track, .step = "R-3", .number = 3};
    for (int day = 0; day < 14; ++day) {
        Session session{.id = "s", .kind = SessionKind::rest};
        if (day % 3 == 0) {
            session.kind = SessionKind::walk_run;
            session.max_duration = Seconds(18 * 60);
            session.intervals = Intervals{6, Seconds(180), Seconds(120)};
        }
        plan.days.push_back({kToday + days(day), {session}});
    }
    return plan;
}

class Bench {
public:
    explicit Bench(HurtPart part = HurtPart::soft)
        : laws_(knowledge_,
                {.name = "test",
                 .part = part,
                 .side = Side::left,
                 .age_years = 55,
                 .sex = Sex::female},
                book_) {}

    void show(const CarePlan& plan, int day = 0) {
        laws_.check({kToday + days(day), UrgencyLevel::routine, &plan});
    }

    void measure(MeasureKind kind, double value, Side side = Side::unknown) {
        CheckIn check_in{.at = kToday};
        check_in.measures = {{kind, side, value}};
        laws_.told(check_in, kToday);
    }

    void pain(double during, int day = 0) {
        laws_.told({.at = kToday + days(day), .pain_during = PainScore::of(during)},
                   kToday + days(day));
    }

    [[nodiscard]] PlanLaws& laws() { return laws_; }

    [[nodiscard]] long broken(Law law) const { return book_.count(law).broken; }

    [[nodiscard]] long exercised(Law law) const { return book_.count(law).exercised; }

    [[nodiscard]] long all_broken() const {
        long sum = 0;
        for (const Law law : kLaws) {
            sum += broken(law);
        }
        return sum;
    }

private:
    RehabKnowledge knowledge_ = small_knowledge();
    LawBook book_;
    PlanLaws laws_;
};

}  // namespace

TEST_CASE("a good plan breaks nothing") {
    Bench bench;
    bench.show(good_plan());
    CHECK(bench.all_broken() == 0);
    CHECK(bench.exercised(Law::the_step_is_the_ceiling) == 5);
    CHECK(bench.exercised(Law::a_day_between_runs_until_half_an_hour) == 5);
    CHECK(bench.exercised(Law::each_week_has_a_rest_day) == 8);
}

TEST_CASE("a gate is passed only when what was told meets it") {
    Bench bench;
    CarePlan plan = good_plan();
    plan.phase.number = 1;
    bench.show(plan);
    plan.phase.number = 2;
    SUBCASE("nothing told") {
        bench.show(plan, 1);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == 1);
    }
    SUBCASE("too little told") {
        bench.measure(MeasureKind::walk_time, 29);
        bench.show(plan, 1);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == 1);
    }
    SUBCASE("met") {
        bench.measure(MeasureKind::walk_time, 30);
        bench.show(plan, 1);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == 0);
        plan.phase.number = 3;
        bench.measure(MeasureKind::heel_raises, 20, Side::left);
        bench.measure(MeasureKind::heel_raises, 40, Side::right);
        bench.show(plan, 2);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == 1);
    }
    SUBCASE("the median of age and sex is enough") {
        bench.measure(MeasureKind::walk_time, 30);
        bench.measure(MeasureKind::heel_raises, 21, Side::left);
        plan.phase.number = 3;
        bench.show(plan, 1);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == 0);
        CHECK(bench.exercised(Law::no_unmet_gate_is_passed) == 2);
    }
}

TEST_CASE("of gates of one name one is enough") {
    for (const double hurt : {16.0, 17.0}) {
        Bench bench;
        CarePlan plan = good_plan();
        plan.protocol = "sprain";
        plan.phase.number = 1;
        bench.show(plan);
        bench.measure(MeasureKind::heel_raises, hurt, Side::left);
        bench.measure(MeasureKind::heel_raises, 20, Side::right);
        plan.phase.number = 2;
        bench.show(plan, 1);
        CHECK(bench.broken(Law::no_unmet_gate_is_passed) == (hurt < 17 ? 1 : 0));
    }
}

TEST_CASE("more than the step is found, by time and by repeats") {
    Bench bench;
    CarePlan plan = good_plan();
    plan.days[0].sessions[0].max_duration = Seconds(19 * 60);
    plan.days[3].sessions[0].intervals->repeats = 7;
    plan.days[6].sessions[0].max_duration.reset();
    bench.show(plan);
    CHECK(bench.broken(Law::the_step_is_the_ceiling) == 3);
}

TEST_CASE("after the steps the longest run of the last thirty days binds") {
    CarePlan plan = good_plan();
    plan.place->number = 9;
    plan.days[0].sessions[0].max_distance = Metres(6600);
    Bench bench;
    bench.laws().ran(kToday - days(31), Metres(9000));
    bench.show(plan);
    CHECK(bench.exercised(Law::the_longest_run_rule_after_the_steps) == 0);
    bench.laws().ran(kToday - days(5), Metres(6000));
    bench.show(plan);
    CHECK(bench.broken(Law::the_longest_run_rule_after_the_steps) == 0);
    plan.days[0].sessions[0].max_distance = Metres(6700);
    bench.show(plan);
    CHECK(bench.broken(Law::the_longest_run_rule_after_the_steps) == 1);
    plan.days[0].sessions[0].max_distance.reset();
    bench.show(plan);
    CHECK(bench.broken(Law::the_longest_run_rule_after_the_steps) == 2);
}

TEST_CASE("runs on days beside each other are found, planned or run") {
    CarePlan plan = good_plan("B");
    Bench bench(HurtPart::bone);
    bench.laws().clinician_allows();
    bench.show(plan);
    CHECK(bench.all_broken() == 0);
    bench.laws().ran(kToday - days(1), Metres(2000));
    bench.show(plan);
    CHECK(bench.broken(Law::no_runs_on_two_days_running_with_bone) == 1);
    plan = good_plan("R");
    plan.days[1] = plan.days[0];
    plan.days[1].on = kToday + days(1);
    Bench soft;
    soft.show(plan);
    CHECK(soft.broken(Law::a_day_between_runs_until_half_an_hour) == 1);
}

TEST_CASE("bone stress does not run before a clinician allows it") {
    Bench bench(HurtPart::bone);
    bench.show(good_plan("B"));
    CHECK(bench.broken(Law::no_run_before_the_clinician_allows) == 5);
}

TEST_CASE("strong pain must be answered by the next plan") {
    Bench bench;
    CarePlan plan = good_plan();
    bench.show(plan);
    SUBCASE("pain that may be") {
        bench.pain(5);
        bench.show(plan, 1);
        CHECK(bench.exercised(Law::strong_pain_is_answered_within_a_day) == 0);
    }
    SUBCASE("nothing follows") {
        bench.pain(6);
        bench.show(plan, 1);
        CHECK(bench.broken(Law::strong_pain_is_answered_within_a_day) == 1);
    }
    SUBCASE("a step back with its entry") {
        bench.pain(6);
        plan.place->number = 2;
        plan.days[0].sessions[0].kind = SessionKind::rest;
        plan.changes = {
            {.at = Instant(kToday) + std::chrono::hours(20), .kind = PlanChangeKind::stepped_back}};
        bench.show(plan, 1);
        CHECK(bench.exercised(Law::strong_pain_is_answered_within_a_day) == 1);
        CHECK(bench.broken(Law::strong_pain_is_answered_within_a_day) == 0);
    }
    SUBCASE("an entry of last week is no answer") {
        bench.pain(6);
        plan.place->number = 2;
        plan.changes = {{.at = Instant(kToday - days(7)), .kind = PlanChangeKind::stepped_back}};
        bench.show(plan, 1);
        CHECK(bench.broken(Law::strong_pain_is_answered_within_a_day) == 1);
    }
    SUBCASE("stopped") {
        bench.pain(9);
        plan.state = PlanState::stopped;
        plan.days.clear();
        bench.show(plan, 1);
        CHECK(bench.all_broken() == 0);
    }
    SUBCASE("no plan any more") {
        bench.pain(9);
        bench.laws().check({kToday + days(1), UrgencyLevel::within_days, nullptr});
        CHECK(bench.all_broken() == 0);
        CHECK(bench.exercised(Law::no_plan_when_someone_must_see_it) == 1);
    }
}

TEST_CASE("a week without rest, a plan where one must be seen, a run from nowhere") {
    CarePlan plan = good_plan();
    for (PlannedDay& day : plan.days) {
        if (day.sessions[0].kind == SessionKind::rest) {
            day.sessions[0].kind = SessionKind::cross_train;
        }
    }
    Bench bench;
    bench.show(plan);
    CHECK(bench.broken(Law::each_week_has_a_rest_day) == 1);
    bench.laws().check({kToday, UrgencyLevel::within_days, &plan});
    CHECK(bench.broken(Law::no_plan_when_someone_must_see_it) == 1);
    plan = good_plan();
    plan.place.reset();
    bench.show(plan);
    CHECK(bench.broken(Law::no_run_without_a_place_on_a_track) == 5);
}
