// SPDX-License-Identifier: Apache-2.0
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace footsure;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Instant at(std::string_view text) {
    const auto read = parse_instant(text);
    REQUIRE(read.has_value());
    return read.value_or(LocalInstant{}).at;
}

}  // namespace

TEST_CASE("hints come back equal, and say no more than was told") {
    const Hints hints{.name = "Morning \xC3\xA4",
                      .sport = "running",
                      .sub_sport = "trail",
                      .shoe = "Ghost",
                      .perceived_exertion = 0.1 + 0.2,
                      .started_at = at("2026-03-01T07:00:00.125Z"),
                      .local_offset = UtcOffset(-1),
                      .purpose = "",
                      .ground = Terrain::technical_trail,
                      .session = "tennis",
                      .exercises = {{ExerciseId("EX-52"), 3, 8, Side::left},
                                    {ExerciseId("EX-53"), 1, 20, Side::both}}};
    CHECK(wire::read_hints(wire::write_hints(hints)).value() == hints);
    CHECK(wire::write_hints({}) == "{}");
    CHECK(wire::read_hints("{}").value() == Hints{});
    CHECK(wire::write_hints(
              {.started_at = at("2026-03-01T07:00:00Z"), .local_offset = UtcOffset(3600)}) ==
          R"({"started_at":"2026-03-01T07:00:00Z","local_offset_s":3600})");
}

TEST_CASE("a correction comes back equal, its keys carry units, and an emptied name is a name") {
    const Correction correction{.started_at = at("2026-03-01T07:00:00Z"),
                                .sport = "running",
                                .distance = Metres(1.0 / 3),
                                .timer = Seconds(60),
                                .name = "",
                                .shoe = "Ghost",
                                .perceived_exertion = 10,
                                .ground = Terrain::trail};
    CHECK(wire::read_correction(wire::write_correction(correction)).value() == correction);
    CHECK(wire::write_correction({.distance = Metres(5000), .timer = Seconds(1500.5)}) ==
          R"({"distance_m":5000.0,"timer_s":1500.5})");
    CHECK(wire::read_correction("{}").value() == Correction{});
}

TEST_CASE("what JSON cannot say is left out, so that the rest can be read again") {
    const auto hints = wire::read_hints(wire::write_hints(
        {.name = "l\xE4uf", .perceived_exertion = kNone, .started_at = Instant::max()}));
    CHECK(hints.value() == Hints{.name = "l\xEF\xBF\xBDuf"});
    const auto correction = wire::read_correction(
        wire::write_correction({.started_at = Instant::min(),
                                .distance = Metres(std::numeric_limits<double>::infinity()),
                                .timer = Seconds(kNone),
                                .shoe = "Ghost"}));
    CHECK(correction.value() == Correction{.shoe = "Ghost"});
}

TEST_CASE("what is no hints and no correction is refused") {
    for (const char* text : {"", "{", "[]", "4", R"({"name":4})", R"({"started_at":"soon"})",
                             R"({"started_at":4})", R"({"perceived_exertion":"hard"})"}) {
        CAPTURE(text);
        CHECK_FALSE(wire::read_hints(text));
        CHECK_FALSE(wire::read_correction(text));
    }
    CHECK_FALSE(wire::read_hints(R"({"local_offset_s":"one hour"})"));
    for (const char* exercises : {"4", "[4]", R"(["EX-1"])", R"([["EX-1",3]])",
                                  R"([["EX-1","3",8,"left"]])", R"([[1,3,8,"left"]])"}) {
        CAPTURE(exercises);
        CHECK_FALSE(wire::read_hints(R"({"exercises":)" + std::string(exercises) + "}"));
    }
    CHECK_FALSE(wire::read_correction(R"({"ground":4})"));
    CHECK_FALSE(wire::read_correction(R"({"distance_m":"far"})"));
}

TEST_CASE("a summary says what was told of the run, and one from before reads as nothing told") {
    ActivitySummary summary{.id = ActivityId("ab"), .from = "run.fit", .sport = "running"};
    const std::string before = wire::write_summary(summary);
    CHECK(before.find("shoe") == std::string::npos);
    const auto nothing = wire::read_summary(before);
    REQUIRE(nothing);
    CHECK(nothing->name.empty());
    CHECK(nothing->shoe.empty());
    CHECK_FALSE(nothing->perceived_exertion);
    summary.name = "Easy";
    summary.shoe = "Ghost";
    summary.perceived_exertion = 3.5;
    const auto told = wire::read_summary(wire::write_summary(summary));
    REQUIRE(told);
    CHECK(told->name == "Easy");
    CHECK(told->shoe == "Ghost");
    CHECK(told->perceived_exertion == 3.5);
}
