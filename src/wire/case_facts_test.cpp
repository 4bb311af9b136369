// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

#include <array>

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

constexpr std::string_view kShoes = R"("shoes":[
  {"name":"Ghost \"15\"\n","kind":"minimal","drop_mm":4,"distance_before_m":120000,
   "introduced_on":"2026-01-01","retired_on":"2026-02-01",
   "inspections":[{"on":"2026-01-20","text":"worn at the heel"},{"on":"2026-01-10","text":""}]},
  {"name":"läufer"}])";

/// One wrong part and what is said about it.
struct Wrong {
    std::string_view part;
    std::string_view problems;
};

wire::CaseReading read_knowing(std::string_view json, std::string_view exercise) {
    Knowledge knowledge = small_knowledge();
    knowledge.exercises.push_back({.id = ExerciseId(std::string(exercise)), .name = "x"});
    auto reading = wire::read_case(json, knowledge, kNow);
    REQUIRE(reading);
    return std::move(*reading);
}

}  // namespace

TEST_CASE("pairs of shoes are read whole, what is not told stays unknown") {
    const auto reading = read(case_with(kShoes));
    CHECK(problems_of(reading) == "");
    const auto& shoes = reading.case_file.shoes;
    REQUIRE(shoes.size() == 2);
    CHECK(shoes[0].name == "Ghost \"15\"\n");
    CHECK(shoes[0].kind == ShoeKind::minimal);
    CHECK(shoes[0].drop == Metres(0.004));
    CHECK(shoes[0].distance_before == Metres(120000));
    CHECK(shoes[0].introduced_on == parse_day("2026-01-01"));
    CHECK(shoes[0].retired_on == parse_day("2026-02-01"));
    REQUIRE(shoes[0].inspections.size() == 2);
    CHECK(shoes[0].inspections[0].on == parse_day("2026-01-20"));
    CHECK(shoes[0].inspections[0].text == "worn at the heel");
    CHECK(shoes[1].name == "läufer");
    CHECK(shoes[1].kind == ShoeKind::usual);
    CHECK_FALSE(shoes[1].drop);
    CHECK_FALSE(shoes[1].introduced_on);
    CHECK_FALSE(shoes[1].retired_on);
}

TEST_CASE("what is wrong with a pair is named, the pair still counts") {
    constexpr std::array kWrongs{
        Wrong{R"("kind":"fast")", "shoes[0].kind: unknown_option"},
        Wrong{R"("kind":4)", "shoes[0].kind: wrong_type"},
        Wrong{R"("drop_mm":400)", "shoes[0].drop_mm: out_of_range"},
        Wrong{R"("distance_before_m":-1)", "shoes[0].distance_before_m: out_of_range"},
        Wrong{R"("introduced_on":"soon")", "shoes[0].introduced_on: bad_date"},
        Wrong{R"("introduced_on":"2026-02-01","retired_on":"2026-01-31")",
              "shoes[0].retired_on: out_of_order"},
        Wrong{R"("colour":"red")", "shoes[0].colour: unknown_key"},
        Wrong{R"("inspections":{})", "shoes[0].inspections: wrong_type"},
        Wrong{R"("inspections":[{"text":"flat"}])", "shoes[0].inspections[0].on: missing"},
        Wrong{R"("inspections":[{"on":"2026-01-01"}])", "shoes[0].inspections[0].text: missing"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(R"("shoes":[{"name":"Ghost",)" + std::string(wrong.part) + "}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.shoes.size() == 1);
        const Shoe& shoe = reading.case_file.shoes[0];
        CHECK(shoe.kind == ShoeKind::usual);
        CHECK_FALSE(shoe.drop);
        CHECK(shoe.distance_before == Metres(0));
        CHECK_FALSE(shoe.retired_on);
        CHECK(shoe.inspections.empty());
    }
}

TEST_CASE("a pair without a name and a second of the same name are left out") {
    const auto reading = read(
        case_with(R"("shoes":[{"name":"Ghost","drop_mm":8},{"name":""},{"drop_mm":4},{"name":7},
                     "Ghost",{"name":"Ghost","drop_mm":1}])"));
    CHECK(problems_of(reading) ==
          "shoes[1].name: missing, shoes[2].name: missing, shoes[3].name: wrong_type, "
          "shoes[3].name: missing, shoes[4]: wrong_type, shoes[5].name: duplicate");
    REQUIRE(reading.case_file.shoes.size() == 1);
    CHECK(reading.case_file.shoes[0].drop == Metres(0.008));
}

TEST_CASE("soreness of the morning is read with a check-in of the whole person") {
    const auto reading = read(case_with(R"("checkins":[{"at":"2026-02-25T08:00:00Z","soreness":3.5},
                          {"at":"2026-02-26T08:00:00Z","soreness":11}])"));
    CHECK(problems_of(reading) == "checkins[1].soreness: out_of_range");
    REQUIRE(reading.case_file.check_ins.size() == 2);
    CHECK(reading.case_file.check_ins[0].soreness == PainScore::of(3.5));
    CHECK(reading.case_file.check_ins[0].episode.empty());
    CHECK_FALSE(reading.case_file.check_ins[1].soreness);
}

TEST_CASE("what is told of a run stands beside its file or its totals alike") {
    const std::string told =
        R"("name":"Long run","shoe":"Ghost","perceived_exertion":6.5,"ground":"trail",
           "ascent_m":300,"descent_m":250})";
    const auto reading =
        read(case_with(R"("activities":[{"file":"run.fit",)" + told +
                       R"(,{"started_at":"2026-02-18T07:00:00Z","sport":"running",)" + told + "]"));
    CHECK(problems_of(reading) == "");
    REQUIRE(reading.files.size() == 1);
    REQUIRE(reading.case_file.activities.size() == 2);
    for (const auto& run : reading.case_file.activities) {
        CAPTURE(run.from);
        CHECK(run.name == "Long run");
        CHECK(run.shoe == "Ghost");
        CHECK(run.perceived_exertion == 6.5);
        CHECK(run.terrain.ground == Terrain::trail);
        CHECK(run.terrain.origin == TerrainOrigin::told);
        CHECK(run.terrain.ascent == Metres(300));
        CHECK(run.terrain.descent == Metres(250));
    }
}

TEST_CASE("what is told wrong of a run is named and left out") {
    constexpr std::array kWrongs{
        Wrong{R"("ground":"moon")", "activities[0].ground: unknown_option"},
        Wrong{R"("ground":1)", "activities[0].ground: wrong_type"},
        Wrong{R"("perceived_exertion":10.5)", "activities[0].perceived_exertion: out_of_range"},
        Wrong{R"("ascent_m":-5)", "activities[0].ascent_m: out_of_range"},
        Wrong{R"("descent_m":"5")", "activities[0].descent_m: wrong_type"},
        Wrong{R"("shoe":["Ghost"])", "activities[0].shoe: wrong_type"},
        Wrong{R"("mood":"good")", "activities[0].mood: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(R"("activities":[{"started_at":"2026-02-18T07:00:00Z",)" +
                           std::string(wrong.part) + "}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.activities.size() == 1);
        const ActivitySummary& run = reading.case_file.activities[0];
        CHECK(run.terrain.ground == Terrain::unknown);
        CHECK(run.terrain.origin == TerrainOrigin::none);
        CHECK_FALSE(run.perceived_exertion);
        CHECK_FALSE(run.terrain.ascent);
        CHECK(run.shoe.empty());
    }
}

TEST_CASE("exercises make a session of strength, with the side they were done on") {
    const auto reading =
        read(case_with(R"("activities":[{"started_at":"2026-02-18T07:00:00Z","exercises":[
             {"id":"EX-52","sets":3,"repetitions":8,"side":"left"},
             {"id":"EX-53","sets":1,"repetitions":15}]}])"));
    CHECK(problems_of(reading) == "");
    REQUIRE(reading.case_file.activities.size() == 1);
    CHECK(reading.case_file.activities[0].sport == "strength_training");
    CHECK(reading.case_file.activities[0].exercises ==
          std::vector<ExerciseDone>{{ExerciseId("EX-52"), 3, 8, Side::left},
                                    {ExerciseId("EX-53"), 1, 15, Side::both}});
}

TEST_CASE("an exercise that cannot be meant is named, the others count") {
    constexpr std::array kWrongs{
        Wrong{R"({"sets":3,"repetitions":8})", "id: missing"},
        Wrong{R"({"id":"EX-1","repetitions":8})", "sets: missing"},
        Wrong{R"({"id":"EX-1","sets":0,"repetitions":8})", "sets: out_of_range"},
        Wrong{R"({"id":"EX-1","sets":2.5,"repetitions":8})", "sets: wrong_type"},
        Wrong{R"({"id":"EX-1","sets":3,"repetitions":1e9})", "repetitions: out_of_range"},
        Wrong{R"({"id":"EX-1","sets":3,"repetitions":8,"side":"top"})", "side: unknown_option"},
        Wrong{R"({"id":"EX-9","sets":3,"repetitions":8})", "id: unknown_exercise"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading = read_knowing(
            case_with(R"("activities":[{"started_at":"2026-02-18T07:00:00Z","exercises":[)" +
                      std::string(wrong.part) + R"(,{"id":"EX-1","sets":1,"repetitions":5}]}])"),
            "EX-1");
        CHECK(problems_of(reading) == "activities[0].exercises[0]." + std::string(wrong.problems));
        REQUIRE(reading.case_file.activities.size() == 1);
        REQUIRE(reading.case_file.activities[0].exercises.size() == 1);
        CHECK(reading.case_file.activities[0].exercises[0].repetitions == 5);
    }
}

TEST_CASE("the run that is thought of") {
    const auto reading = read(case_with(
        R"("intended_run":{"pace_s_per_km":320,"ground":"technical_trail","ascent_m_per_km":20})"));
    CHECK(problems_of(reading) == "");
    const IntendedRun& run = reading.case_file.intended;
    REQUIRE(run.speed);
    CHECK(run.speed->value() == doctest::Approx(3.125));
    CHECK(run.ground == Terrain::technical_trail);
    CHECK(run.ascent_per_distance == doctest::Approx(0.02));
    const auto none = read(case_with(R"("intended_run":{"ground":"unknown"})")).case_file.intended;
    CHECK_FALSE(none.speed);
    CHECK_FALSE(none.ground);
    CHECK_FALSE(none.ascent_per_distance);
    const auto wrong = read(case_with(
        R"("intended_run":{"pace_s_per_km":0,"ground":"sea","ascent_m_per_km":-1,"wind":3})"));
    CHECK(problems_of(wrong) ==
          "intended_run.wind: unknown_key, intended_run.pace_s_per_km: out_of_range, "
          "intended_run.ground: unknown_option, intended_run.ascent_m_per_km: out_of_range");
    CHECK(problems_of(read(case_with(R"("intended_run":[])"))) == "intended_run: wrong_type");
}
