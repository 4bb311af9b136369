// SPDX-License-Identifier: Apache-2.0
#include "rehab/course_words.hpp"
#include "rehab/due_measures.hpp"
#include "rehab/forecast.hpp"
#include "rehab/plan_words.hpp"
#include "rehab/road.hpp"
#include "rehab/small_plan_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace footsure;
using namespace footsure::rehab;
using std::chrono::days;

namespace {

/// A sprain of 4 to 8 weeks, a tendon of 12 to 24, a thing nobody knows the time of.
struct Clinic : Kit {
    Told told;

    Clinic() {
        knowledge.rehab.recovery = {{.condition = ConditionId("sprain"),
                                     .weeks = {.value = 6,
                                               .low = 4,
                                               .high = 8,
                                               .certainty = Certainty::read,
                                               .sources = {SourceId("evidence_care")}}},
                                    {.condition = ConditionId("tendon"),
                                     .weeks = {.value = 16,
                                               .low = 12,
                                               .high = 24,
                                               .certainty = Certainty::general,
                                               .sources = {SourceId("silbernagel2015")}}}};
        knowledge.rehab.protocols[0].certainty = Certainty::read;
        told.rank("sprain", 0.6);
        told.episode.started_on = kToday;
        add(0, 1);
    }

    [[nodiscard]] std::optional<Forecast> forecast() const {
        return forecast_of(courses.front(), told.facts(), facts());
    }

    [[nodiscard]] std::vector<RoadPart> road() const {
        return road_of(courses.front(), forecast(), facts());
    }

    [[nodiscard]] std::string race() const {
        const auto parts = road();
        REQUIRE(parts.back().title.starts_with("Your race"));
        return parts.back().text;
    }
};

}  // namespace

TEST_CASE("the forecast is the range of the likely causes from the start") {
    const Clinic clinic;
    const auto forecast = clinic.forecast();
    REQUIRE(forecast);
    CHECK(forecast->earliest == kToday + days(28));
    CHECK(forecast->likely == kToday + days(42));
    CHECK(forecast->latest == kToday + days(56));
    CHECK(forecast->certainty == Certainty::read);
    CHECK(forecast->sources == std::vector{SourceId("evidence_care")});
}

TEST_CASE("a second likely cause widens it and the weakest certainty stands") {
    Clinic clinic;
    clinic.told.rank("tendon", 0.19);
    CHECK(clinic.forecast()->latest == kToday + days(56));
    clinic.told.ranked.back().named_by_clinician = true;
    const auto forecast = clinic.forecast();
    CHECK(forecast->earliest == kToday + days(28));
    CHECK(forecast->latest == kToday + days(168));
    CHECK(*forecast->likely > kToday + days(42));
    CHECK(*forecast->likely < kToday + days(112));
    CHECK(forecast->certainty == Certainty::general);
    CHECK(forecast->sources.size() == 2);
}

TEST_CASE("where no time is known there is no date, and it says so") {
    Clinic clinic;
    clinic.told.ranked.clear();
    clinic.told.rank("riddle", 0.9);
    const auto forecast = clinic.forecast();
    REQUIRE(forecast);
    CHECK_FALSE(forecast->earliest);
    CHECK_FALSE(forecast->latest);
    CHECK(forecast->text.find("We cannot say how long this takes") == 0);
    CHECK(forecast->text.find("riddle") != std::string::npos);
    clinic.told.rank("sprain", 0.5);
    CHECK(clinic.forecast()->text.find("leaves out what nothing is known of: riddle") !=
          std::string::npos);
    clinic.knowledge.rehab.protocols[0].track.clear();
    CHECK_FALSE(clinic.forecast()->earliest);
}

TEST_CASE("never sooner than the steps and the least times that are left") {
    Clinic clinic;
    clinic.told.episode.started_on = kToday - days(300);
    // Four steps to the end of the track, two sessions each, every other day.
    CHECK(clinic.forecast()->earliest == kToday + days(16));
    CHECK(*clinic.forecast()->latest >= *clinic.forecast()->earliest + days(7));
    clinic.courses[0].done_at_step = 1;
    CHECK(clinic.forecast()->earliest == kToday + days(14));
    clinic.courses[0].step = &clinic.knowledge.rehab.tracks[0].steps[3];
    CHECK(clinic.forecast()->earliest == kToday + days(2));
    clinic.knowledge.rehab.protocols[0].phases[1].least_days = figure(40);
    clinic.courses[0].shown.entered_on = kToday - days(10);
    CHECK(clinic.forecast()->earliest == kToday + days(30));
}

TEST_CASE("what was lost makes it later, never sooner") {
    Clinic clinic;
    const auto before = *clinic.forecast();
    clinic.courses[0].changes = {{.at = kNoon.at, .kind = PlanChangeKind::held}};
    auto after = *clinic.forecast();
    CHECK(after.latest == *before.latest + days(2));
    CHECK(after.likely == *before.likely + days(2));
    CHECK(after.earliest == before.earliest);
    clinic.courses[0].restrictions.pain.steps_back = figure(2);
    clinic.courses[0].restrictions.pain.rest_hours = figure(48);
    clinic.courses[0].changes.push_back({.at = kNoon.at, .kind = PlanChangeKind::stepped_back});
    after = *clinic.forecast();
    CHECK(after.latest == *before.latest + days(2 + 8 + 2));
    CHECK(after.text.find("12 days were lost") != std::string::npos);
    clinic.courses[0].changes = {{.at = kNoon.at - days(9), .kind = PlanChangeKind::stopped},
                                 {.at = kNoon.at - days(4), .kind = PlanChangeKind::resumed}};
    CHECK(clinic.forecast()->latest == *before.latest + days(5));
}

TEST_CASE("dates always come as a range of a week at least, in order") {
    CHECK(rc::check([] {
        Clinic clinic;
        clinic.told.episode.started_on = kToday - days(*rc::gen::inRange(0, 700));
        auto& time = clinic.knowledge.rehab.recovery[0].weeks;
        time.low = *rc::gen::inRange(0, 20);
        time.value = time.low + *rc::gen::inRange(0, 20);
        time.high = time.value + *rc::gen::inRange(0, 20);
        clinic.courses[0].done_at_step = *rc::gen::inRange(0, 4);
        const auto forecast = *clinic.forecast();
        RC_ASSERT(*forecast.earliest >= kToday);
        RC_ASSERT(*forecast.latest >= *forecast.earliest + days(7));
        RC_ASSERT(*forecast.likely >= *forecast.earliest);
        RC_ASSERT(*forecast.likely <= *forecast.latest);
    }));
}

TEST_CASE("a race is answered, and changes nothing") {
    Clinic clinic;
    const auto plan = told(clinic.calendar().days);
    auto& goal = clinic.case_file.wishes.goal_on;
    goal = kToday + days(6);
    CHECK(clinic.race().find("Not for this race. It is only 6 days away.") == 0);
    CHECK(told(clinic.calendar().days) == plan);
    goal = kToday + days(40);
    CHECK(clinic.race().find("It may be reached") == 0);
    goal = kToday + days(57);
    CHECK(clinic.race().find("The forecast") == 0);
    goal = kToday - days(1);
    CHECK(clinic.race().find("is over") != std::string::npos);
    goal = kToday + days(40);
    clinic.told.ranked.clear();
    CHECK(clinic.race().find("We cannot say") == 0);
}

TEST_CASE("the road: what is open now, the later phases, the steps") {
    Clinic clinic;
    auto& course = clinic.courses[0];
    course.phase = &clinic.knowledge.rehab.protocols[0].phases[0];
    course.shown.name = "restore";
    course.shown.gates = {{.id = "a", .met = true},
                          {.id = "b"},
                          {.id = "c", .either = "pair", .met = true},
                          {.id = "d", .either = "pair"}};
    auto road = clinic.road();
    REQUIRE(road.size() == 3);
    CHECK(road[0].title == "To leave this phase: restore");
    REQUIRE(road[0].gates.size() == 1);
    CHECK(road[0].gates[0].id == "b");
    CHECK(road[1].title == "Then: return");
    REQUIRE(road[1].gates.size() == 1);
    CHECK(road[1].gates[0].needed == 20);
    CHECK_FALSE(road[1].gates[0].met);
    CHECK(road[2].text.find("Now R-1; the next step comes after 2 more sessions") == 0);
    CHECK(road[2].text.find("R-2: step 2") != std::string::npos);
    course.step = nullptr;
    CHECK(clinic.road()[2].text.find("It begins when") == 0);
}

TEST_CASE("measures are due every two weeks, scores every four") {
    Clinic clinic;
    auto& course = clinic.courses[0];
    course.begun_on = kToday - days(3);
    const auto due = [&] { return due_measures(course, clinic.facts()); };
    REQUIRE(due().size() == 2);
    CHECK(due()[0].kind == MeasureKind::heel_raises);
    CHECK(due()[0].due_on == kToday - days(3));
    CheckIn given{.at = kNoon.at - days(14), .episode = EpisodeId("e1")};
    given.measures = {{MeasureKind::heel_raises, Side::left, 12}, {MeasureKind::visa_a, {}, 60}};
    clinic.case_file.check_ins = {given};
    REQUIRE(due().size() == 1);
    CHECK(due()[0].kind == MeasureKind::heel_raises);
    CHECK(due()[0].due_on == kToday);
    clinic.case_file.check_ins[0].at += days(1);
    CHECK(due().empty());
    clinic.case_file.check_ins[0].at = kNoon.at + days(1);
    CHECK(due().size() == 2);
    clinic.case_file.check_ins[0].at = kNoon.at - days(1);
    clinic.case_file.check_ins[0].episode = EpisodeId("e2");
    CHECK(due().size() == 2);
    clinic.case_file.check_ins[0].episode = EpisodeId();
    CHECK(due().empty());
}

TEST_CASE("of several pain rules the strictest figures are told, one alone says its own") {
    PainRule rule{.id = "tendon+joint",
                  .text = "By the tendon.",
                  .progress_during = figure(2),
                  .progress_after = figure(1),
                  .hold_during = figure(5),
                  .hold_after = figure(4),
                  .steps_back = figure(2),
                  .rest_hours = figure(48)};
    const auto said = pain_sentences(rule);
    REQUIRE(said.size() == 2);
    CHECK(said[0] == "By the tendon.");
    CHECK(said[1].find("2/10 during and 1/10 after") != std::string::npos);
    CHECK(said[1].find("5/10 during and 4/10 after") != std::string::npos);
    CHECK(said[1].find("2 steps back and 48 hours") != std::string::npos);
    rule.id = "tendon";
    CHECK(pain_sentences(rule) == std::vector<std::string>{"By the tendon."});
    rule.id.clear();
    CHECK(pain_sentences(rule).empty());
}

TEST_CASE("a ceiling is never told higher than it is") {
    CHECK(kilometres_text(Metres(2199)) == "2.1 km");
    CHECK(minutes_text(Seconds(30)) == "30 s");
    CHECK(minutes_text(Seconds(90)) == "1.5 min");
}
