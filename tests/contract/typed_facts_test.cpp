// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_intent.hpp"
#include "footsure/typed_run.hpp"
#include "footsure/typed_session.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

TEST_CASE("the run that is thought of is read as runners say it") {
    const auto run = app::intended_run({.pace = "5:20", .ground = "trail", .ascent = "20"});
    REQUIRE(run.has_value());
    REQUIRE(run->speed.has_value());
    CHECK(run->speed->value() == doctest::Approx(3.125));
    CHECK(run->ground == Terrain::trail);
    CHECK(run->ascent_per_distance == doctest::Approx(0.02));
    const auto nothing = app::intended_run({});
    REQUIRE(nothing.has_value());
    CHECK_FALSE(nothing->speed);
    CHECK_FALSE(nothing->ground);
    CHECK_FALSE(nothing->ascent_per_distance);
    for (const char* pace : {"0:59", "1:00:01", "fast", "-5:30", "5:60", "5;30"}) {
        CAPTURE(pace);
        CHECK_FALSE(app::intended_run({.pace = pace}).has_value());
    }
    CHECK_FALSE(app::intended_run({.ground = "moon"}).has_value());
    CHECK_FALSE(app::intended_run({.ground = "unknown"}).has_value());
    CHECK_FALSE(app::intended_run({.ascent = "-1"}).has_value());
    CHECK_FALSE(app::intended_run({.ascent = "1001"}).has_value());
    CHECK(app::intended_run({.ground = "moon"}).error().find("technical_trail") !=
          std::string::npos);
}

TEST_CASE("an exercise is its id, sets by repetitions, and a side") {
    const ExerciseDone both{ExerciseId("EX-52"), 3, 8, Side::both};
    const ExerciseDone left{ExerciseId("EX-52"), 3, 8, Side::left};
    CHECK(app::read_exercise("EX-52:3x8").value() == both);
    CHECK(app::read_exercise("EX-52:3x8:both").value() == both);
    CHECK(app::read_exercise("EX-52:3x8:left").value() == left);
    for (const char* wrong :
         {"", "EX-52", "EX-52:", "EX-52:3", "EX-52:3x", "EX-52:x8", ":3x8", "EX-52:0x8",
          "EX-52:3x0", "EX-52:3x8:top", "EX-52:3x8:", "EX-52:3x8:left:1", "EX-52:2.5x8",
          "EX-52:101x8", "EX-52:3x10001", "EX-52:3x8x2", "EX-52:nanx8", "EX-52:-3x8"}) {
        CAPTURE(wrong);
        CHECK_FALSE(app::read_exercise(wrong).has_value());
    }
}

TEST_CASE("a session is named by its sport, and by its exercises where no sport is told") {
    CHECK(app::read_session("", {}).value().sport.empty());
    CHECK(app::read_session("running", {}).value().sport.empty());
    CHECK(app::read_session("", {"EX-1:1x1"}).value().sport == "strength_training");
    CHECK(app::read_session("tennis", {}).value().sport == "tennis");
    CHECK(app::read_session("yoga", {"EX-1:1x1"}).value().sport == "yoga");
    CHECK(app::read_session("handball", {}).value().sport == "handball");
    for (const char* wrong : {"quidditch", "generic", "unknown", "Tennis", "trail", " "}) {
        CAPTURE(wrong);
        CHECK_FALSE(app::read_session(wrong, {}).has_value());
    }
    Knowledge knowledge;
    const auto done = app::read_session("", {"EX-1:1x1", "EX-2:1x1"}).value().exercises;
    CHECK(app::unknown_exercise(done, knowledge).empty());
    knowledge.exercises.push_back({.id = ExerciseId("EX-1"), .name = "x"});
    CHECK(app::unknown_exercise(done, knowledge) == "EX-2");
}

TEST_CASE("a session needs its start, and a time or exercises") {
    app::TypedRun typed{.started_at = "2026-03-01T18:00:00+01:00", .sport = "tennis"};
    CHECK(app::read_manual_run(typed).error().find("session needs") != std::string::npos);
    typed.time = "90";
    const auto tennis = app::read_manual_run(typed);
    REQUIRE(tennis.has_value());
    CHECK(tennis->told.session == "tennis");
    typed.sub_sport = "treadmill";
    CHECK(app::read_manual_run(typed).value().sub_sport == "generic");
    CHECK(tennis->timer == Seconds(5400));
    CHECK(tennis->distance == Metres(0));
    app::TypedRun strength{.started_at = "2026-03-01T18:00:00+01:00", .exercises = {"EX-1:3x8"}};
    CHECK(app::read_manual_run(strength).value().told.session == "strength_training");
    strength.started_at.clear();
    CHECK_FALSE(app::read_manual_run(strength).has_value());
}

TEST_CASE("the ground of a run may be told with it and corrected") {
    const auto run = app::read_manual_run({.started_at = "2026-03-01T18:00:00+01:00",
                                           .kilometres = "10",
                                           .time = "50:00",
                                           .ground = "gravel_or_grass"});
    REQUIRE(run.has_value());
    CHECK(run->told.ground == Terrain::gravel_or_grass);
    CHECK(app::read_correction({.ground = "track"}).value() ==
          Correction{.ground = Terrain::track});
    CHECK_FALSE(app::read_correction({.ground = "moon"}).has_value());
}

}  // namespace footsure::contract
