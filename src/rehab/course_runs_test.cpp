// SPDX-License-Identifier: Apache-2.0
#include "rehab/course.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

TEST_CASE("more than planned: without a bad morning it does not count, with one it goes back") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.session(5, 22);  // 10 planned
    story.today = 6;
    const auto fine = story.course();
    CHECK(place_of(fine) == Place{5, 2, 0});
    CHECK(last(fine).kind == PlanChangeKind::overrun);
    CHECK(last(fine).because ==
          "It was 22 min of running where 10 min was the most, about 2.2 km more than planned.");
    CHECK(last(fine).from == "run5");
    story.file.check_ins.back().pain_morning = PainScore::of(4);
    const auto bad = story.course();
    CHECK(place_of(bad) == Place{5, 1, 0});
    CHECK(last(bad).kind == PlanChangeKind::stepped_back);
    CHECK(last(bad).because ==
          "22 min of running where 10 min was the most, about 2.2 km more than planned; 4/10 next "
          "morning, usual is 0.");
}

TEST_CASE("a little more than planned counts") {
    auto story = on_track();
    story.session(1, 5);
    story.session(3, 5);
    story.session(5, 11.9);
    story.session(8, 10.9);
    story.today = 9;
    CHECK(place_of(story.course()) == Place{5, 3, 0});
    CHECK(first(story.course(), PlanChangeKind::overrun) == nullptr);
}

TEST_CASE("a clinician's minutes are the most, whatever the step") {
    auto story = on_track();
    story.episode.seen = {
        {.on = kStart, .by = SeenBy::physiotherapist, .limits = {"running_at_most_min 3"}}};
    story.session(1, 5.1);
    story.today = 2;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).because.find("where 3 min was the most") != std::string::npos);
}

TEST_CASE("runs that were not planned") {
    Story early;
    early.run(2, 30);
    early.today = 2;
    CHECK(kinds(early.course()) == "began overrun");
    CHECK(last(early.course()).because == "Running comes later in the plan.");
    CHECK(last(early.course()).what == "A run that was not planned: 30 min, 5.4 km.");

    auto next_day = on_track();
    next_day.session(1, 5);
    next_day.session(2, 5);
    next_day.today = 3;
    CHECK(place_of(next_day.course()) == Place{5, 1, 1});
    CHECK(last(next_day.course()).because == "It followed on the day after a run.");
    CHECK(next_day.course().run_from == kStart + days(4));

    auto twice = on_track();
    twice.session(1, 2.5);
    twice.run(1, 2.5, 10);
    twice.today = 2;
    CHECK(place_of(twice.course()) == Place{5, 1, 0});
    CHECK(last(twice.course()).because == "These were two runs in one day; one is the most.");

    auto rest = on_track();
    rest.knowledge.rehab.tracks[0].steps[0].days_between = 2;
    rest.session(1, 5);
    rest.session(3, 5);
    rest.today = 4;
    CHECK(place_of(rest.course()) == Place{5, 1, 1});
    CHECK(last(rest.course())
              .because.starts_with("It was a day without a run; the next was to be "
                                   "on 2026-03-06"));
}

TEST_CASE("the run that hurt, before anything was told, is no overrun") {
    Story story;
    story.run(0, 60, 6);
    CHECK(kinds(story.course()) == "began");
    story.run(0, 60, 18);
    CHECK(kinds(story.course()) == "began overrun");
}

TEST_CASE("one recording twice is one run") {
    auto story = on_track();
    story.session(1, 5);
    story.file.activities.push_back(story.file.activities[0]);
    story.file.activities.push_back(story.file.activities[0]);
    story.file.activities.back().id = ActivityId("another export");
    story.today = 2;
    CHECK(place_of(story.course()) == Place{5, 1, 1});
}

TEST_CASE("a run that was left out is told once a gap and never made up for") {
    auto story = on_track();
    story.session(1, 5);
    story.today = 4;
    CHECK(first(story.course(), PlanChangeKind::missed) == nullptr);
    story.today = 10;
    story.check(3).skipped = SkipReason::ill;
    const auto course = story.course();
    CHECK(kinds(course) == "began phase phase phase phase missed");
    CHECK(last(course).because == "You left it out because of illness.");
    CHECK(place_of(course) == Place{5, 1, 1});
}

TEST_CASE("two weeks without a run go back two steps, and no further than the first") {
    auto story = on_track();
    train(story, 1, 16);
    story.today = 17;
    const auto before = place_of(story.course());
    CHECK(before == Place{5, 4, 1});
    story.today = 28;
    CHECK(place_of(story.course()) == before);
    story.today = 29;
    CHECK(place_of(story.course()) == Place{5, 2, 0});
    CHECK(last(story.course()).because == "There was no run for 14 days.");
    story.today = 90;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
}

TEST_CASE("after step 8 running is free under the longest-run rule, then hills, speed, all of it") {
    auto story = on_track();
    story.knowledge.rehab.protocols[0].phases[5].gates[0].needed.value = 9.5;
    int day = 1;
    while (!story.course().free_running) {
        train(story, day, day);
        story.all_measured(day);
        ++day;
        story.today = day;
        REQUIRE(day < 90);
    }
    CHECK(story.course().shown.number >= 5);
    train(story, day, day + 20);
    story.all_measured(day + 21);
    story.today = day + 21;
    CHECK(story.course().shown.number == 6);
    CHECK(story.course().step->number == 9);  // speed waits for the gates of Phase 6
    story.knowledge.rehab.protocols[0].phases[5].gates[0].needed.value = 8;
    CHECK(story.course().step->number == 10);
    CHECK(story.course().state == PlanState::active);
    story.limits.usual_week = Metres(1000);
    train(story, day + 21, day + 40);
    story.all_measured(day + 41);
    story.today = day + 41;
    CHECK(story.course().shown.number == 7);
    CHECK(story.course().state == PlanState::maintaining);
    story.limits.usual_week = Metres(90000);
    CHECK(story.course().shown.number == 6);
}

TEST_CASE("where running is free, one run may be a tenth longer than the longest") {
    auto story = on_track();
    train(story, 1, 75);
    story.all_measured(76);
    story.today = 76;
    REQUIRE(story.course().free_running);
    const int day = static_cast<int>((*story.course().run_from - kStart).count()) + 1;
    story.session(day, 47);
    story.today = day + 1;
    CHECK(last(story.course()).because ==
          "It was 1.3 km more than the longest run of 30 days (7.2 km).");
}
