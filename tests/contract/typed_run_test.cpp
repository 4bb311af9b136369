// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_run.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

TEST_CASE("times are read as runners write them") {
    CHECK(app::read_duration("1:02:03") == Seconds(3723));
    CHECK(app::read_duration("45:30") == Seconds(2730));
    CHECK(app::read_duration("45") == Seconds(2700));
    CHECK(app::read_duration("45.5") == Seconds(2730));
    CHECK(app::read_duration("0:59.5") == Seconds(59.5));
    for (const char* wrong : {"", "0", "-5", "1:60", "1:2:3:4", "5:", ":5", "abc", "5 min", "nan",
                              "inf", "1e9", "200:00:00"}) {
        CAPTURE(wrong);
        CHECK_FALSE(app::read_duration(wrong).has_value());
    }
}

TEST_CASE("what is typed wrong is refused by name, and nothing of it is used") {
    CHECK(app::read_correction({.kilometres = "501"}).error().find("501") != std::string::npos);
    CHECK_FALSE(app::read_correction({.kilometres = "0"}).has_value());
    CHECK_FALSE(app::read_correction({.exertion = "11"}).has_value());
    CHECK_FALSE(app::read_correction({.started_at = "yesterday"}).has_value());
    CHECK_FALSE(app::read_correction({.kilometres = "5", .exertion = "x"}).has_value());
    CHECK(app::read_correction({}).value() == Correction{});
}

TEST_CASE("a run needs start, kilometres and time; the rest is told beside it") {
    const app::TypedRun typed{.started_at = "2026-03-01T18:00:00+01:00",
                              .kilometres = "10.2",
                              .time = "55:30",
                              .shoe = "blue",
                              .exertion = "6",
                              .sub_sport = "treadmill"};
    const auto run = app::read_manual_run(typed);
    REQUIRE(run.has_value());
    CHECK(run->started_at.offset == UtcOffset(3600));
    CHECK(run->distance.value() == doctest::Approx(10200));
    CHECK(run->timer == Seconds(3330));
    CHECK(run->sub_sport == "treadmill");
    CHECK(run->told == Hints{.shoe = "blue", .perceived_exertion = 6});
    auto without = typed;
    without.time.clear();
    CHECK(app::read_manual_run(without).error().find("needs its start") != std::string::npos);
}

}  // namespace footsure::contract
