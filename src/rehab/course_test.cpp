// SPDX-License-Identifier: Apache-2.0
#include "rehab/course.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

TEST_CASE("without a check-in nothing moves") {
    Story story;
    story.today = 40;
    const auto course = story.course();
    CHECK(place_of(course) == Place{1, 0, 0});
    CHECK(kinds(course) == "began");
    CHECK(course.begun_on == kStart);
    CHECK(course.shown.id == "sprain_2-1");
    CHECK(!course.shown.gates[0].met);
    CHECK(course.step == nullptr);
    CHECK(!course.run_from);
}

TEST_CASE("phases pass by their gates, several on one day, and say what was measured") {
    auto story = on_track();
    const auto course = story.course();
    CHECK(place_of(course) == Place{5, 1, 0});
    CHECK(kinds(course) == "began phase phase phase phase");
    CHECK(course.changes[3].because == "All that was needed is there: raises: 25 (needed 20).");
    CHECK(course.changes[3].what == "Phase 4, Name 4, begins.");
    CHECK(course.run_from == kStart);
    story.file.check_ins[0].measures[2].value = 19;
    CHECK(place_of(story.course()) == Place{3, 0, 0});
    CHECK(*story.course().shown.gates[0].value == 19);
}

TEST_CASE("the least time holds, and no phase passes without a check-in then") {
    auto story = on_track();
    story.knowledge.rehab.protocols[0].phases[0].least_days = figure(3);
    story.today = 9;
    CHECK(place_of(story.course()) == Place{1, 0, 0});
    CHECK(story.course().shown.not_before == kStart + days(3));
    story.morning(2, 0);
    CHECK(place_of(story.course()) == Place{1, 0, 0});
    story.morning(3, 0);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
}

TEST_CASE("a limp or an open danger line keeps from the next phase") {
    auto story = on_track();
    Question screen{.id = QuestionId("limb"), .kind = QuestionKind::choices, .red_flag = true};
    screen.lone_sign = UrgencyLevel::within_days;
    story.knowledge.questions = {screen};
    CHECK(place_of(story.course()) == Place{1, 0, 0});
    CHECK(story.course().limits.back().code == "danger_line_open");
    story.knowledge.questions.clear();
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    story.file.check_ins[0].limp = Said::yes;
    CHECK(place_of(story.course()) == Place{1, 0, 0});
    CHECK(kinds(story.course()) == "began");
}

TEST_CASE("what is forbidden bars the phase that needs it, once told") {
    auto story = on_track();
    story.findings.values[0].truth = Truth::yes;  // no hops
    story.morning(1, 0);
    story.today = 1;
    const auto no_hops = story.course();
    CHECK(place_of(no_hops) == Place{3, 0, 0});
    CHECK(kinds(no_hops) == "began phase phase limited");
    CHECK(last(no_hops).because == "Hops and jumps are not allowed yet. No hops.");
    story.findings.values[0].truth = Truth::no;
    story.episode.seen = {{.on = kStart, .by = SeenBy::doctor, .limits = {"no_running"}}};
    CHECK(place_of(story.course()) == Place{4, 0, 0});
    REQUIRE(first(story.course(), PlanChangeKind::limited) != nullptr);
    CHECK(first(story.course(), PlanChangeKind::limited)->what == "From now on: no_running.");
}

TEST_CASE("runs that went well lead on, step by step") {
    auto story = on_track();
    story.session(1, 5);
    story.today = 1;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    story.today = 2;
    CHECK(place_of(story.course()) == Place{5, 1, 1});
    CHECK(story.course().run_from == kStart + days(3));
    story.session(3, 5);
    story.today = 4;
    const auto course = story.course();
    CHECK(place_of(course) == Place{5, 2, 0});
    CHECK(last(course).kind == PlanChangeKind::progressed);
    CHECK(last(course).because == "2 runs at R-1 went well.");
    CHECK(last(course).what == "On to step R-2: step 2");
}

TEST_CASE("three runs in seven days are the most") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.session(5, 10);
    story.today = 6;
    CHECK(story.course().run_from == kStart + days(8));
}

TEST_CASE("without the check-in, the morning or with a painkiller a run does not count") {
    auto story = on_track();
    story.run(1, 5);
    story.today = 4;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(kinds(story.course()) == "began phase phase phase phase held");
    CHECK(last(story.course()).because == "How the next morning was is not known.");
    story.morning(2, 0);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).because == "How it was during the run or right after is not known.");
    auto& told = story.check(1, 19);
    told.pain_during = PainScore::of(1);
    CHECK(place_of(story.course()) == Place{5, 1, 1});
    story.file.check_ins.back().painkiller = Said::yes;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).because == "A painkiller hides what the run did.");
}

TEST_CASE("one check-in the next morning may tell all three") {
    auto story = on_track();
    story.run(1, 5);
    auto& told = story.morning(2, 0);
    told.pain_during = PainScore::of(1);
    told.pain_after = PainScore::of(1);
    story.today = 2;
    CHECK(place_of(story.course()) == Place{5, 1, 1});
}

TEST_CASE("pain between fine and too much holds; too often in a row stops") {
    auto story = on_track();
    const std::vector<int> ran{1, 3, 5, 8};
    for (const int day : ran) {
        story.session(day, 5, 4);
    }
    story.today = 6;
    CHECK(kinds(story.course()) == "began phase phase phase phase held held held");
    CHECK(last(story.course()).what == "Same step again: R-1.");
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(story.course().state == PlanState::active);
    story.today = 9;
    CHECK(story.course().state == PlanState::stopped);
    CHECK(last(story.course()).kind == PlanChangeKind::stopped);
    CHECK(last(story.course()).because.starts_with("Held 4 times in a row"));
}

TEST_CASE("too much pain goes back the same day, and rests") {
    auto story = on_track();
    train(story, 1, 8);
    story.today = 9;
    CHECK(place_of(story.course()) == Place{5, 3, 0});
    story.session(10, 15, 7);
    story.today = 10;
    const auto course = story.course();
    CHECK(place_of(course) == Place{5, 2, 0});
    CHECK(last(course).kind == PlanChangeKind::stepped_back);
    CHECK(last(course).what == "Back 1 step to R-2.");
    CHECK(last(course).because ==
          "Pain 7/10 during, at most 5 is fine; pain 7/10 afterwards, at most 5 is fine.");
    CHECK(last(course).from == "checkins 2026-03-12");
    CHECK(course.run_from >= kStart + days(12));
}

TEST_CASE("a small rise in the morning holds, twice in a row it goes back") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.session(5, 10, 0, 1);
    story.today = 6;
    CHECK(last(story.course()).kind == PlanChangeKind::held);
    story.session(8, 10, 0, 1);
    story.today = 9;
    CHECK(last(story.course()).kind == PlanChangeKind::stepped_back);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).because ==
          "1/10 next morning, usual is 0, after two runs in a row.");
}

TEST_CASE("below the first step it goes back to the phase before, whose gates are measured anew") {
    auto story = on_track();
    story.session(1, 5, 6);
    story.today = 2;
    CHECK(place_of(story.course()) == Place{4, 0, 0});
    CHECK(!story.course().shown.gates[0].value);
    story.morning(3, 0);
    story.today = 3;
    CHECK(place_of(story.course()) == Place{4, 0, 0});
    story.all_measured(4);
    story.today = 4;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
}

TEST_CASE("a danger level stops; a visit that settles it goes on a step lower") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.levels.push_back({at(5, 9), UrgencyLevel::within_days});
    story.today = 5;
    CHECK(story.course().state == PlanState::stopped);
    CHECK(last(story.course()).kind == PlanChangeKind::stopped);
    story.run(6, 10);
    story.morning(7, 0);
    story.today = 7;
    CHECK(last(story.course()).because == "The plan was stopped.");
    story.levels.push_back({at(8, 9), UrgencyLevel::self_care});
    story.today = 8;
    CHECK(story.course().state == PlanState::active);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).what == "The plan goes on, back 1 step to R-1.");
    CHECK(last(story.course()).kind == PlanChangeKind::resumed);
}

TEST_CASE("what only today's causes say stops as well") {
    auto story = on_track();
    story.decision.urgency.join(UrgencyLevel::within_days);
    CHECK(story.course().state == PlanState::stopped);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
}

TEST_CASE("giving way stops until a clear check-in on a later day") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.check(5).gave_way = Said::yes;
    story.morning(5, 0);
    story.today = 5;
    CHECK(story.course().state == PlanState::stopped);
    CHECK(last(story.course()).because == "The ankle gave way.");
    story.check(6);  // tells nothing of pain
    story.today = 6;
    CHECK(story.course().state == PlanState::stopped);
    story.morning(7, 4);
    story.today = 7;
    CHECK(story.course().state == PlanState::stopped);
    story.morning(8, 0);
    story.today = 8;
    CHECK(story.course().state == PlanState::active);
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).kind == PlanChangeKind::resumed);
}

TEST_CASE("before running: too much pain is held first, then a phase back") {
    auto story = on_track();
    story.file.check_ins[0].measures.pop_back();
    story.file.check_ins[0].measures.pop_back();  // no pogos: Phase 4
    story.today = 3;
    CHECK(place_of(story.course()) == Place{4, 0, 0});
    story.check(1, 18).pain_after = PainScore::of(6);
    const auto held = story.course();
    CHECK(last(held).kind == PlanChangeKind::held);
    CHECK(place_of(held) == Place{4, 0, 0});
    story.check(2, 18).pain_during = PainScore::of(6);
    const auto back = story.course();
    CHECK(last(back).kind == PlanChangeKind::stepped_back);
    CHECK(last(back).what == "Back to phase 3, Name 3.");
    CHECK(place_of(back) == Place{3, 0, 0});
}

TEST_CASE("mornings that get worse two weeks in a row stop") {
    Story story;
    for (int day = 0; day < 21; ++day) {
        const int week = day / 7;
        story.morning(day, week);
    }
    story.today = 19;
    CHECK(story.course().state == PlanState::active);
    story.today = 20;
    CHECK(story.course().state == PlanState::stopped);
    CHECK(last(story.course()).because ==
          "The mornings got worse 2 weeks in a row, from 0/10 to 2/10 in the middle.");
}

TEST_CASE("an episode that ended") {
    auto story = on_track();
    story.episode.ended_on = kStart + days(2);
    story.session(5, 60, 9, 9);
    story.today = 10;
    const auto course = story.course();
    CHECK(course.state == PlanState::maintaining);
    CHECK(last(course).kind == PlanChangeKind::ended);
    CHECK(first(course, PlanChangeKind::overrun) == nullptr);
    story.today = 1;
    CHECK(story.course().state == PlanState::active);
}

TEST_CASE("nothing older than three years is replayed, ten years of facts are quick") {
    auto story = on_track();
    story.episode.started_on = kStart - days(3650);
    for (int day = -3650; day <= 0; ++day) {
        if (day % 6 != 0) {
            story.run(day, 40);
        }
        if (day % 5 == 0) {
            story.morning(day, day % 3 == 0 ? 2 : 1);
        }
    }
    const auto begun = std::chrono::steady_clock::now();
    const auto course = story.course();
    const auto took = std::chrono::steady_clock::now() - begun;
    MESSAGE("ms: " << std::chrono::duration<double, std::milli>(took).count());
    CHECK(course.begun_on == kStart - days(1096));
    REQUIRE(!course.limits.empty());
    CHECK(course.limits[0].code == "plan_history_cut");
}
