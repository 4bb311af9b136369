// SPDX-License-Identifier: Apache-2.0
#include "model/advice.hpp"
#include "wire/json.hpp"
#include "wire/small_knowledge_test.hpp"

#include <limits>

using namespace footsure;
using namespace footsure::wire::testing;
using wire::Json;

namespace {

Day day(std::string_view text) {
    return parse_day(text).value();
}

Session walk_run() {
    return {.id = "2026-03-01-walk_run-e1",
            .kind = SessionKind::walk_run,
            .title = "Walk and run",
            .episodes = {EpisodeId("e1")},
            .max_duration = Seconds(600),
            .whole_time = Seconds(2400),
            .intervals = Intervals{10, Seconds(60), Seconds(120)},
            .step = "A-1",
            .exercises = {{.exercise = ExerciseId("EX-15"),
                           .name = "Heel raise",
                           .dose = {.sets = 3,
                                    .repetitions = 15,
                                    .hold = Seconds(0),
                                    .days_a_week = 7,
                                    .note = "3 s down"},
                           .side = Side::left}},
            .notes = {"on soft ground"},
            .because = {{.text = "step 1 of the track"}}};
}

CarePlan plan() {
    CarePlan plan{.protocol = "achilles", .title = "Achilles", .why_this = "it fits"};
    plan.phase = {.id = "achilles-2",
                  .number = 2,
                  .name = "restore",
                  .purpose = "strength",
                  .entered_on = day("2026-02-20"),
                  .gates = {{.id = "raises",
                             .text = "heel raises as on the other side",
                             .met = false,
                             .value = 18,
                             .measured_on = day("2026-02-27"),
                             .needed = 25,
                             .unit = "",
                             .sources = {SourceId("smith2001")}},
                            {.id = "walk",
                             .text = "walks without pain",
                             .value = std::numeric_limits<double>::quiet_NaN()}}};
    plan.place = TrackPlace{"A", "A-1", 1, 0, 2, 1};
    plan.days = {{day("2026-03-01"), {walk_run()}},
                 {day("2026-03-02"), {{.id = "2026-03-02-rest-e1"}}}};
    plan.road = {{"Running", "five steps", {}}};
    plan.changes = {{kNow.at, PlanChangeKind::held, "stays", "pain 4 of 10", "checkins[2]"}};
    plan.pain_rule = {"Up to 3 of 10."};
    plan.may_not = {{.text = "no hops"}};
    plan.due = {{MeasureKind::heel_raises, day("2026-03-06")}};
    plan.forecast = Forecast{.earliest = day("2026-04-01"), .text = "most need 6 weeks"};
    plan.limits = {{"no_history", "no runs are known"}};
    return plan;
}

Advice advice_with(Help help) {
    Advice advice{.runner = RunnerId("me"), .at = kNow};
    EpisodeAdvice episode{.id = EpisodeId("e1"), .side = Side::left};
    episode.help = std::move(help);
    advice.episodes.push_back(std::move(episode));
    return advice;
}

Json written(const Advice& advice) {
    return Json::parse(wire::write_advice(advice, small_knowledge()));
}

}  // namespace

TEST_CASE("a plan is written whole, with the keys other programs rely on") {
    const Json json = written(advice_with(SelfCareHelp{.plan = plan()})).at("episodes")[0]["plan"];
    CHECK(json["state"] == "active");
    CHECK(json["phase"]["id"] == "achilles-2");
    CHECK(json["phase"]["entered_on"] == "2026-02-20");
    CHECK(json["phase"]["not_before"].is_null());
    const Json& gate = json["phase"]["gates"][0];
    CHECK(gate["met"] == false);
    CHECK(gate["value"] == 18);
    CHECK(gate["needed"] == 25);
    CHECK(gate["measured_on"] == "2026-02-27");
    CHECK(gate["certainty"] == "expert_estimate");
    CHECK(gate["sources"] == Json::array({"smith2001"}));
    CHECK(json["phase"]["gates"][1]["value"].is_null());
    CHECK(json["track"]["step"] == "A-1");
    CHECK(json["changes"][0]["at"] == "2026-03-01T00:00:00Z");
    CHECK(json["changes"][0]["kind"] == "held");
    CHECK(json["changes"][0]["because"] == "pain 4 of 10");
    CHECK(json["road"][0]["title"] == "Running");
    CHECK(json["due"][0]["kind"] == "heel_raises");
    CHECK(json["forecast"]["earliest_on"] == "2026-04-01");
    CHECK(json["forecast"]["latest_on"].is_null());
    CHECK(json["watch_until"].is_null());
    CHECK(json["may_not"][0]["text"] == "no hops");
    CHECK(json["limits"][0]["code"] == "no_history");
}

TEST_CASE("a session says its most, its intervals and each exercise's dose") {
    const Json json = written(advice_with(RoutineHelp{.plan = plan()})).at("episodes")[0]["plan"];
    REQUIRE(json["days"].size() == 2);
    CHECK(json["days"][0]["on"] == "2026-03-01");
    const Json& session = json["days"][0]["sessions"][0];
    CHECK(session["id"] == "2026-03-01-walk_run-e1");
    CHECK(session["kind"] == "walk_run");
    CHECK(session["max_distance_m"].is_null());
    CHECK(session["max_duration_s"] == 600);
    CHECK(session["whole_time_s"] == 2400);
    CHECK(session["intervals"]["repeats"] == 10);
    CHECK(session["intervals"]["walk_s"] == 120);
    CHECK(session["step"] == "A-1");
    CHECK(session["episodes"] == Json::array({"e1"}));
    CHECK(session["exercises"][0]["id"] == "EX-15");
    CHECK(session["exercises"][0]["reps"] == 15);
    CHECK(session["exercises"][0]["hold_s"] == 0);
    CHECK(session["exercises"][0]["side"] == "left");
    CHECK(session["because"][0]["text"] == "step 1 of the track");
    const Json& rest = json["days"][1]["sessions"][0];
    CHECK(rest["kind"] == "rest");
    CHECK(rest["intervals"].is_null());
    CHECK(rest["step"].is_null());
}

TEST_CASE("without a plan there is null, whatever the level") {
    for (const Help& help :
         {Help(UrgentHelp{}), Help(ProtectedWait{}), Help(RoutineHelp{}), Help(SelfCareHelp{})}) {
        const Json json = written(advice_with(help));
        CHECK(json["episodes"][0].at("plan").is_null());
        CHECK(json.at("prevention").is_null());
        CHECK(plan_in(help) == nullptr);
    }
}

TEST_CASE("the plans alone name their problem; prevention stands beside them") {
    Advice advice = advice_with(SelfCareHelp{.plan = plan()});
    advice.prevention = plan();
    advice.prevention->state = PlanState::preventing;
    const Json json = Json::parse(wire::write_plans(advice));
    CHECK(json["runner_id"] == "me");
    CHECK(json["episodes"][0]["id"] == "e1");
    CHECK(json["episodes"][0]["side"] == "left");
    CHECK(json["episodes"][0]["urgency"] == "self_care");
    CHECK(json["episodes"][0]["plan"] == written(advice)["episodes"][0]["plan"]);
    CHECK(json["prevention"]["state"] == "preventing");
}

TEST_CASE("a check-in's answer says whether the danger signs are open and what it changed") {
    wire::CheckInTaken taken;
    taken.check_in.at = kNow.at;
    taken.check_in.episode = EpisodeId("e1");
    taken.check_in.limp = Said::yes;
    taken.check_in.measures = {{MeasureKind::heel_raises, Side::left, 20},
                               {MeasureKind::heel_raises, Side::right, 25},
                               {MeasureKind::sleep, Side::unknown, 7}};
    taken.danger = wire::DangerLine::open;
    taken.changes = {{EpisodeId("e1"), plan().changes[0]}};
    const Json json = Json::parse(wire::write_check_in(taken));
    CHECK(json["danger_line"] == "open");
    CHECK(json["checkin"]["limp"] == "yes");
    CHECK_FALSE(json["checkin"].contains("swelling"));
    CHECK(json["checkin"]["measures"]["heel_raises"]["left"] == 20);
    CHECK(json["checkin"]["measures"]["heel_raises"]["right"] == 25);
    CHECK(json["checkin"]["measures"]["sleep"] == 7);
    CHECK(json["plan_changes"][0]["what"] == "stays");
    CHECK(json["plan_changes"][0]["episode"] == "e1");
}
