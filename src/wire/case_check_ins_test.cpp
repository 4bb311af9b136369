// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

#include <array>
#include <limits>

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

struct Wrong {
    std::string_view part;
    std::string_view problems;
};

std::string with_check_in(std::string_view part) {
    return case_with(R"("episodes":[{"id":"e1"}],"checkins":[{"at":"2026-02-25T08:00:00Z",)"
                     R"("episode":"e1",)" +
                     std::string(part) + "}]");
}

CheckIn only(std::string_view part) {
    const auto reading = read(with_check_in(part));
    CHECK(problems_of(reading) == "");
    REQUIRE(reading.case_file.check_ins.size() == 1);
    return reading.case_file.check_ins[0];
}

const Measured* measured(const CheckIn& check_in, MeasureKind kind, Side side) {
    for (const auto& one : check_in.measures) {
        if (one.kind == kind && one.side == side) {
            return &one;
        }
    }
    return nullptr;
}

Wishes wished(std::string_view json) {
    const auto reading = read(case_with(R"("wishes":)" + std::string(json)));
    CHECK(problems_of(reading) == "");
    return reading.case_file.wishes;
}

}  // namespace

TEST_CASE("the signs of a check-in are read; what is not told stays open") {
    const CheckIn told = only(R"("swelling":"more","limp":"yes","gave_way":"no",
        "painkiller":"unknown","focal_ache":"yes","skipped":"no_time")");
    CHECK(told.swelling == SwellingTrend::more);
    CHECK(told.limp == Said::yes);
    CHECK(told.gave_way == Said::no);
    CHECK(told.painkiller == Said::unknown);
    CHECK(told.focal_ache == Said::yes);
    CHECK(told.skipped == SkipReason::no_time);
    const CheckIn silent = only(R"("pain_after":2,"limp":null)");
    CHECK_FALSE(silent.swelling);
    CHECK_FALSE(silent.limp);
    CHECK_FALSE(silent.skipped);
    CHECK(silent.measures.empty());
}

TEST_CASE("measures are read of each leg or of the person, scores are computed") {
    const CheckIn told = only(R"("measures":{"heel_raises":{"left":20,"right":25},
        "knee_to_wall":{"right":9.5},"walking_pain":1,"full_day_unaided":"yes",
        "causes_fixed":0},
        "scores":{"visa_a":[8,7,9,6,5,7,4,20],"cait":24,"faam_sport":[4,3,2,1,null,4,4,4]})");
    CHECK(told.measures.size() == 9);
    CHECK(measured(told, MeasureKind::heel_raises, Side::left)->value == 20);
    CHECK(measured(told, MeasureKind::heel_raises, Side::right)->value == 25);
    CHECK(measured(told, MeasureKind::knee_to_wall, Side::left) == nullptr);
    CHECK(measured(told, MeasureKind::knee_to_wall, Side::right)->value == 9.5);
    CHECK(measured(told, MeasureKind::walking_pain, Side::unknown)->value == 1);
    CHECK(measured(told, MeasureKind::full_day_unaided, Side::unknown)->value == 1);
    CHECK(measured(told, MeasureKind::causes_fixed, Side::unknown)->value == 0);
    CHECK(measured(told, MeasureKind::visa_a, Side::unknown)->value == 66);
    CHECK(measured(told, MeasureKind::cait, Side::unknown)->value == 24);
    CHECK(measured(told, MeasureKind::faam_sport, Side::unknown)->value ==
          doctest::Approx(100.0 * 22 / 28));
}

TEST_CASE("what cannot be used of a check-in is named with its place, the rest counts") {
    constexpr std::array kWrongs{
        Wrong{R"("swelling":"huge")", "checkins[0].swelling: unknown_option"},
        Wrong{R"("limp":"maybe")", "checkins[0].limp: unknown_option"},
        Wrong{R"("gave_way":true)", "checkins[0].gave_way: wrong_type"},
        Wrong{R"("skipped":"lazy")", "checkins[0].skipped: unknown_option"},
        Wrong{R"("measures":[1])", "checkins[0].measures: wrong_type"},
        Wrong{R"("measures":{"push_ups":9})", "checkins[0].measures.push_ups: unknown_measure"},
        Wrong{R"("measures":{"heel_raises":9})", "checkins[0].measures.heel_raises: wrong_type"},
        Wrong{R"("measures":{"heel_raises":{"left":201}})",
              "checkins[0].measures.heel_raises.left: out_of_range"},
        Wrong{R"("measures":{"heel_raises":{"both":20}})",
              "checkins[0].measures.heel_raises.both: unknown_key"},
        Wrong{R"("measures":{"walking_pain":"1"})",
              "checkins[0].measures.walking_pain: wrong_type"},
        Wrong{R"("measures":{"walking_pain":10.5})",
              "checkins[0].measures.walking_pain: out_of_range"},
        Wrong{R"("measures":{"squat_control":0.5})",
              "checkins[0].measures.squat_control: unknown_option"},
        Wrong{R"("scores":{"heel_raises":[1]})", "checkins[0].scores.heel_raises: unknown_option"},
        Wrong{R"("scores":{"visa_a":[1,2]})", "checkins[0].scores.visa_a: bad_score"},
        Wrong{R"("scores":{"visa_a":101})", "checkins[0].scores.visa_a: bad_score"},
        Wrong{R"("scores":{"uwri":["4",4,4,4,4,4,4,4,4]})", "checkins[0].scores.uwri: wrong_type"},
        Wrong{R"("scores":{"cait":20},"measures":{"cait":21})",
              "checkins[0].scores.cait: duplicate"},
        Wrong{R"("mood":"good")", "checkins[0].mood: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading = read(with_check_in(R"("pain_after":3,)" + std::string(wrong.part)));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.check_ins.size() == 1);
        const CheckIn& check_in = reading.case_file.check_ins[0];
        CHECK(check_in.pain_after == PainScore::of(3));
        CHECK(check_in.measures.size() <= 1);
        CHECK_FALSE(check_in.swelling);
    }
}

TEST_CASE(
    "an episode that is over stands apart, with its check-ins; a later end is kept for later") {
    const auto reading = read(case_with(R"("episodes":[
        {"id":"old","started_on":"2025-11-01","ended_on":"2026-01-10","notes":"rolled it"},
        {"id":"today","ended_on":"2026-03-01"},
        {"id":"later","ended_on":"2026-03-02"},
        {"id":"odd","started_on":"2026-02-01","ended_on":"2026-01-31"}],
        "checkins":[{"at":"2025-12-25T08:00:00Z","episode":"old","pain_after":1}])"));
    CHECK(problems_of(reading) == "episodes[3].ended_on: out_of_order");
    const CaseFile& file = reading.case_file;
    REQUIRE(file.ended.size() == 2);
    CHECK(file.ended[0].id == EpisodeId("old"));
    CHECK(file.ended[0].ended_on == parse_day("2026-01-10"));
    CHECK(file.ended[0].notes == "rolled it");
    CHECK(file.ended[1].id == EpisodeId("today"));
    REQUIRE(file.episodes.size() == 2);
    CHECK(file.episodes[0].ended_on == parse_day("2026-03-02"));
    CHECK_FALSE(file.episodes[1].ended_on);
    REQUIRE(file.check_ins.size() == 1);
    CHECK(file.check_ins[0].episode == EpisodeId("old"));
}

TEST_CASE("ids are one of a kind over open and ended episodes, named or not") {
    const auto reading = read(case_with(
        R"("episodes":[{"ended_on":"2026-01-10"},{},{"id":"e1","ended_on":"2026-01-11"}])"));
    CHECK(problems_of(reading) == "episodes[2].id: duplicate");
    CHECK(reading.case_file.ended[0].id == EpisodeId("e1"));
    CHECK(reading.case_file.episodes[0].id == EpisodeId("e2"));
}

TEST_CASE("wishes are read whole and come back as they were written") {
    const Wishes wishes = wished(R"({"days_a_week":4,"days":["mon","sat","mon"],
        "time_a_day_min":40,"equipment":["band","step"],"ground":"trail",
        "goal":{"on":"2026-05-10","distance_m":21100},"usual_week_m":38000})");
    CHECK(wishes.days_a_week == 4);
    CHECK(wishes.days == std::vector{std::chrono::Monday, std::chrono::Saturday});
    CHECK(wishes.time_a_day == Seconds(2400));
    CHECK(wishes.equipment == std::vector{Equipment::band, Equipment::step});
    CHECK(wishes.ground == Terrain::trail);
    CHECK(wishes.goal_on == parse_day("2026-05-10"));
    CHECK(wishes.goal_distance == Metres(21100));
    CHECK(wishes.usual_week == Metres(38000));
    const auto text = wire::write_wishes(wishes);
    const auto again = wire::read_wishes(text);
    REQUIRE(again);
    CHECK(wire::write_wishes(*again) == text);
    CHECK(again->days == wishes.days);
    CHECK(wire::write_wishes(Wishes{}) == "{}");
    CHECK(wished(R"({"equipment":[]})").equipment == std::vector<Equipment>{});
    CHECK_FALSE(wished("{}").equipment);
}

TEST_CASE("a wish that cannot be is named with its place") {
    constexpr std::array kWrongs{
        Wrong{R"({"days_a_week":8})", "wishes.days_a_week: out_of_range"},
        Wrong{R"({"days_a_week":2.5})", "wishes.days_a_week: out_of_range"},
        Wrong{R"({"days":["monday"]})", "wishes.days[0]: unknown_option"},
        Wrong{R"({"days":"mon"})", "wishes.days: wrong_type"},
        Wrong{R"({"time_a_day_min":-1})", "wishes.time_a_day_min: out_of_range"},
        Wrong{R"({"equipment":["band","rocket"]})", "wishes.equipment[1]: unknown_option"},
        Wrong{R"({"equipment":[3]})", "wishes.equipment[0]: wrong_type"},
        Wrong{R"({"ground":"moon"})", "wishes.ground: unknown_option"},
        Wrong{R"({"goal":"2026-05-10"})", "wishes.goal: wrong_type"},
        Wrong{R"({"goal":{"on":"soon"}})", "wishes.goal.on: bad_date"},
        Wrong{R"({"usual_week_m":1e9})", "wishes.usual_week_m: out_of_range"},
        Wrong{R"({"hope":1})", "wishes.hope: unknown_key"},
        Wrong{R"([])", "wishes: wrong_type"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        CHECK(problems_of(read(case_with(R"("wishes":)" + std::string(wrong.part)))) ==
              wrong.problems);
        CHECK_FALSE(wire::read_wishes(wrong.part));
    }
}

TEST_CASE("measures that were stored come back, and nothing else does") {
    const std::vector<Measured> measures{{MeasureKind::heel_raises, Side::left, 20},
                                         {MeasureKind::sleep, Side::unknown, 7.25}};
    const auto again = wire::read_measures(wire::write_measures(measures));
    REQUIRE(again);
    REQUIRE(again->size() == 2);
    CHECK((*again)[0].kind == MeasureKind::heel_raises);
    CHECK((*again)[0].side == Side::left);
    CHECK((*again)[1].value == 7.25);
    CHECK((*again)[1].side == Side::unknown);
    for (const auto* broken :
         {"", "{}", "[1]", R"([{"kind":"sleep"}])", R"([{"kind":"x","side":"left","value":1}])",
          R"([{"kind":"sleep","side":"left","value":"1"}])"}) {
        CAPTURE(broken);
        CHECK_FALSE(wire::read_measures(broken));
    }
}
