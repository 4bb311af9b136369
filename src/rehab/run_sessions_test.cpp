// SPDX-License-Identifier: Apache-2.0
#include "rehab/small_plan_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using std::chrono::days;

TEST_CASE("a walk-run has its step, its times and its reason") {
    Kit kit;
    kit.add(0, 1);
    kit.limits.easy_speed = MetresPerSecond(2.5);
    const auto plan = kit.calendar();
    REQUIRE(plan.days.size() == 14);
    const auto runs = runs_of(plan.days);
    REQUIRE(runs.size() == 6);
    const auto& run = runs.front();
    CHECK(run.kind == SessionKind::walk_run);
    CHECK(run.id == "2026-03-02-walk_run-e1");
    CHECK(run.step == "R-1");
    CHECK(run.intervals->repeats == 6);
    CHECK(run.max_duration == Seconds(6 * kMinute));
    CHECK(run.whole_time == Seconds(40 * kMinute));
    CHECK(run.max_distance == Metres(900));
    CHECK(mentions(run, "Step R-1"));
}

TEST_CASE("runs are spaced by the step, at most three in seven days") {
    Kit kit;
    kit.add(0, 3);
    CHECK(run_places(kit.calendar().days) == std::vector{0, 2, 4, 7, 9, 11});
    kit.courses.clear();
    kit.add(1, 3);
    CHECK(run_places(kit.calendar().days) == std::vector{0, 3, 6, 9, 12});
    kit.courses[0].run_from = kToday + days(4);
    CHECK(run_places(kit.calendar().days) == std::vector{4, 7, 10, 13});
}

TEST_CASE("a run of today is the run of today") {
    Kit kit;
    kit.add(0, 3);
    kit.limits.recent = {.days_since_last = 0, .run_today = Metres(5200)};
    const auto plan = kit.calendar();
    CHECK(run_places(plan.days).front() == 2);
    const auto& notes = plan.days[0].sessions[0].notes;
    CHECK(std::ranges::any_of(
        notes, [](const std::string& note) { return note.find("5.2 km") != std::string::npos; }));
    kit.limits.recent = {.days_since_last = 1};
    CHECK(run_places(kit.calendar().days).front() == 1);
}

TEST_CASE("runs of the days before count in their week") {
    Kit kit;
    kit.add(0, 3);
    for (const int ago : {2, 4, 6}) {
        kit.case_file.activities.push_back(
            {.started_at = kNoon.at - days(ago), .sport = "running"});
    }
    CHECK(run_places(kit.calendar().days).front() == 1);  // the one six days ago is out then
    kit.case_file.activities.push_back({.started_at = kNoon.at + days(1), .sport = "running"});
    CHECK(run_places(kit.calendar().days).front() == 1);
    kit.case_file.activities.clear();
    CHECK(run_places(kit.calendar().days).front() == 0);
}

TEST_CASE("the least tissue ceiling bounds a step too, in distance and in time") {
    Kit kit;
    kit.add(0, 3);
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.tissues = {{Tissue::achilles, Metres(2000)}, {Tissue::tibia, Metres(9000)}};
    kit.limits.longest_run = Metres(1000);  // not on a track
    const auto run = runs_of(kit.calendar().days).front();
    CHECK(run.max_duration == Seconds(13 * kMinute));
    CHECK(run.max_distance == Metres(13 * kMinute * 2.5));
    CHECK(mentions(run, "load of the"));
    kit.limits.tissues = {{Tissue::tibia, Metres(9000)}};
    CHECK(runs_of(kit.calendar().days).front().max_duration == Seconds(20 * kMinute));
    CHECK_FALSE(mentions(runs_of(kit.calendar().days).front(), "load of the"));
}

TEST_CASE("where no pace is known the tissue ceiling is a distance") {
    Kit kit;
    kit.add(0, 3);
    CHECK_FALSE(runs_of(kit.calendar().days).front().max_distance);
    kit.limits.tissues = {{Tissue::tibia, Metres(2100)}};
    CHECK(runs_of(kit.calendar().days).front().max_distance == Metres(2100));
}

TEST_CASE("what was run today makes today's ceiling smaller, not that of other days") {
    Kit kit;
    kit.add(0, 3);
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.tissues = {{Tissue::tibia, Metres(0)}};
    kit.limits.recent = {.days_since_last = 0, .run_today = Metres(6000)};
    const auto runs = runs_of(kit.calendar().days);
    REQUIRE_FALSE(runs.empty());
    CHECK(runs.front().max_duration == Seconds(20 * kMinute));
}

TEST_CASE("a run that would be too short is left out and said") {
    Kit kit;
    kit.add(0, 3);
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.tissues = {{Tissue::tibia, Metres(300)}};
    const auto plan = kit.calendar();
    CHECK(runs_of(plan.days).empty());
    CHECK(has_limit(plan.limits, "run_left_out"));
    CHECK(mentions(plan.days[0].sessions[0], "none that day"));
}

TEST_CASE("past the track the longest-run and weekly rules bound") {
    Kit kit;
    kit.add(0, 5).free_running = true;
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.longest_run = Metres(4500);
    auto run = runs_of(kit.calendar().days).front();
    CHECK(run.max_distance == Metres(4500));
    CHECK(mentions(run, "Longest-run rule"));
    kit.limits.week = Metres(9000);
    run = runs_of(kit.calendar().days).front();
    CHECK(*run.max_distance <= Metres(3000));  // three runs share it
    CHECK(mentions(run, "week's limit"));
}

TEST_CASE("past the track a week grows by a tenth at most, never below what the track brought") {
    Kit kit;
    kit.add(0, 6).free_running = true;
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.longest_run = Metres(30000);
    kit.case_file.wishes.time_a_day = Seconds(200 * kMinute);
    const auto run_before = [&](int ago, double metres) {
        kit.case_file.activities.push_back(
            {.started_at = kNoon.at - days(ago), .sport = "running", .distance = Metres(metres)});
    };
    const auto most = [&] {
        Metres sum;
        for (const auto& run : runs_of(kit.calendar().days)) {
            sum += run.id < "2026-03-09" ? *run.max_distance : Metres(0);
        }
        return sum;
    };
    run_before(10, 20000);
    CHECK(most() <= Metres(22000));
    CHECK(most() > Metres(16000));
    run_before(9, 10000);
    CHECK(most() > Metres(22000));
    CHECK(most() <= Metres(33000));
    kit.case_file.activities.clear();
    run_before(10, 2000);
    CHECK(most() >= Metres(3 * 30 * kMinute * 2.5 - 3 * kMinute * 2.5));
}

TEST_CASE("one hard run in seven days, and only at a step with speed") {
    const auto hard = [](const Session& session) {
        return session.title.find("faster") != std::string::npos;
    };
    Kit kit;
    kit.add(0, 6).free_running = true;
    kit.limits.easy_speed = MetresPerSecond(2.5);
    kit.limits.longest_run = Metres(8000);
    const auto found = places(kit.calendar().days, hard);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == 0);
    CHECK(found[1] >= 7);
    kit.limits.recent.hard_at = kNoon.at - days(2);
    CHECK(places(kit.calendar().days, hard).front() >= 5);
    kit.add(1, 3);
    CHECK(places(kit.calendar().days, hard).empty());
}

TEST_CASE("a clinician's limit bounds") {
    Kit kit;
    kit.add(0, 3).restrictions.most_running = Seconds(10 * kMinute);
    const auto run = runs_of(kit.calendar().days).front();
    CHECK(run.max_duration == Seconds(10 * kMinute));
    CHECK(mentions(run, "clinician"));
}
