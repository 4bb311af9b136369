// SPDX-License-Identifier: Apache-2.0
#include "footsure/plan_text.hpp"
#include "footsure/session_text.hpp"
#include "store_facts.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

const LocalInstant kMorning{Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 5)) +
                                std::chrono::hours(7),
                            UtcOffset(3600)};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Session walk_run() {
    return {.kind = SessionKind::walk_run,
            .title = "Walk and run",
            .max_duration = Seconds(600),
            .whole_time = Seconds(2400),
            .intervals = Intervals{10, Seconds(60), Seconds(120)},
            .because = {{.text = "two good sessions are still needed"}}};
}

Session strength() {
    PrescribedExercise raise{.exercise = ExerciseId("EX-15"), .name = "Heel raise"};
    raise.dose = {.sets = 3, .repetitions = 15, .a_day = 2, .note = "3 s down"};
    raise.side = Side::left;
    PrescribedExercise hold{.exercise = ExerciseId("EX-16"), .name = "Wall push"};
    hold.dose = {.sets = 5, .hold = Seconds(45)};
    return {.kind = SessionKind::strength, .title = "Strength", .exercises = {raise, hold}};
}

CarePlan plan() {
    CarePlan plan{.title = "Achilles, midportion"};
    plan.phase = {.number = 2,
                  .name = "restore",
                  .purpose = "strength for walking",
                  .entered_on = on("2026-03-01"),
                  .gates = {{.id = "walk",
                             .text = "30 min brisk walk",
                             .met = true,
                             .value = 30,
                             .measured_on = on("2026-03-04"),
                             .unit = "min",
                             .certainty = Certainty::read},
                            {.id = "raises", .text = "15 heel raises"}}};
    plan.days = {{on("2026-03-05"), {walk_run(), strength()}},
                 {on("2026-03-06"), {{.kind = SessionKind::rest}}}};
    plan.changes = {{at("2026-03-01T08:00:00Z"), PlanChangeKind::began, "begins", "", ""},
                    {at("2026-03-04T23:30:00Z"), PlanChangeKind::stepped_back, "back one step",
                     "pain was 5 of 10", "checkins[3]"}};
    plan.pain_rule = {"Up to 3 of 10 is fine.", "Above 5: stop."};
    plan.forecast = Forecast{.earliest = on("2026-04-01"),
                             .likely = on("2026-05-01"),
                             .latest = on("2026-06-15"),
                             .text = "Of runners with it."};
    plan.road = {{"Return to run", "ten steps", {}}};
    plan.limits = {{"x", "No runs are known."}};
    return plan;
}

std::size_t place(const std::string& text, std::string_view part) {
    const auto found = text.find(part);
    CAPTURE(part);
    REQUIRE(found != std::string::npos);
    return found;
}

}  // namespace

TEST_CASE("the plan says today first, then the days, the changes, the gates, the rule, the road") {
    const std::string text = app::plan_text(plan(), kMorning.offset);
    CHECK(place(text, "Today, Thu 5 Mar:") < place(text, "Fri 6 Mar  rest"));
    CHECK(place(text, "Fri 6 Mar") < place(text, "back one step Why: pain was 5 of 10"));
    CHECK(place(text, "back one step") < place(text, "begins"));
    CHECK(place(text, "begins") < place(text, "[x] 30 min brisk walk (now 30 min, 2026-03-04)"));
    CHECK(place(text, "[ ] 15 heel raises (not measured yet)") < place(text, "Pain rule: Up to 3"));
    CHECK(place(text, "Pain rule") <
          place(text, "2026-04-01 to 2026-06-15, most likely around 2026-05-01"));
    CHECK(place(text, "2026-04-01") < place(text, "Return to run: ten steps"));
    CHECK(has(text, "No runs are known."));
    // 23:30 UTC is the next day an hour further east.
    CHECK(has(text, "2026-03-05  back one step"));
}

TEST_CASE("a session says its intervals, its most, its exercises and why it is there") {
    const std::string text = app::plan_today_text(plan());
    CHECK(has(text, "10 × (run 1 min, walk 2 min)"));
    CHECK(has(text, "at most 10 min"));
    CHECK(has(text, "because two good sessions are still needed"));
    CHECK(has(text, "Heel raise (EX-15): 3 × 15, 2 times a day, left side (3 s down)"));
    CHECK(has(text, "Wall push (EX-16): 5 × 45 s, both sides"));
    CHECK_FALSE(has(text, "Fri 6 Mar"));
}

TEST_CASE("a distance is never said larger than it is") {
    Session run{.kind = SessionKind::run, .max_distance = Metres(3990)};
    CHECK(app::session_line(run) == "run, at most 3.9 km");
}

TEST_CASE("a stopped plan says so, and one without a forecast names no date") {
    CarePlan stopped = plan();
    stopped.state = PlanState::stopped;
    CHECK(has(app::plan_text(stopped, kMorning.offset), "STOPPED"));
    stopped.forecast = Forecast{.text = "We cannot say."};
    const std::string text = app::plan_text(stopped, kMorning.offset);
    CHECK(has(text, "We cannot say."));
    CHECK_FALSE(has(text, " to 2026"));
}

TEST_CASE("an empty plan can be said too") {
    CHECK(app::plan_text(CarePlan{}, UtcOffset(0)).find("Today") == std::string::npos);
    CarePlan rest{.days = {{on("2026-03-05"), {}}}};
    CHECK(has(app::plan_today_text(rest), "rest"));
}

}  // namespace footsure::contract
