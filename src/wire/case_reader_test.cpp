// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

#include <array>

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

constexpr std::string_view kGood = R"({
  "schema": "footsure.case/1", "runner_id": "anna", "at": "2026-03-01T18:00:00+01:00",
  "runner": {"age_years": 38, "sex": "female", "body_mass_kg": 61, "height_cm": 168},
  "answers": {"fever": "no"},
  "episodes": [{"id": "left", "side": "left", "started_on": "2026-02-20", "notes": "it snapped",
    "answers": {"danger": {"value": ["snap"], "at": "2026-02-21T08:00:00+01:00"}},
    "seen": [{"on": "2026-02-22", "by": "doctor", "clears": ["R-020"], "finding": "sprain",
              "limits": ["no jumping"]}]}],
  "activities": [{"file": "run.fit"},
    {"started_at": "2026-02-18T07:00:00+01:00", "sport": "running", "distance_m": 8000,
     "timer_s": 2700}],
  "checkins": [{"at": "2026-02-25T08:00:00+01:00", "episode": "left", "pain_during": 2,
    "pain_after": 3, "pain_morning": 1, "stiffness_min": 5, "answers": {"danger": []}}]})";

/// One wrong part and what is said about it.
struct Wrong {
    std::string_view part;
    std::string_view problems;
};

Instant utc(std::string_view text) {
    return parse_instant(text)->at;
}

}  // namespace

TEST_CASE("a good case is read whole") {
    const auto reading = read(kGood);
    CHECK(problems_of(reading) == "");
    const CaseFile& file = reading.case_file;
    CHECK(file.at.at == utc("2026-03-01T17:00:00Z"));
    CHECK(file.at.offset == std::chrono::hours(1));
    CHECK(file.runner.id == RunnerId("anna"));
    CHECK(file.runner.age_years == 38);
    CHECK(file.runner.sex == Sex::female);
    CHECK(file.runner.body_mass == Kilograms(61));
    CHECK(file.runner.height == Metres(1.68));
    REQUIRE(file.answers.size() == 1);
    CHECK(file.answers[0].question == QuestionId("fever"));
    CHECK(std::get<Said>(file.answers[0].value) == Said::no);
    CHECK(file.answers[0].at == file.at.at);
    CHECK_FALSE(file.answers[0].dated);
}

TEST_CASE("an episode keeps its side, start, words, dated answers and visits") {
    const auto reading = read(kGood);
    REQUIRE(reading.case_file.episodes.size() == 1);
    const Episode& episode = reading.case_file.episodes[0];
    CHECK(episode.id == EpisodeId("left"));
    CHECK(episode.side == Side::left);
    CHECK(episode.started_on == parse_day("2026-02-20"));
    CHECK(episode.notes == "it snapped");
    REQUIRE(episode.answers.size() == 1);
    CHECK(std::get<std::vector<std::string>>(episode.answers[0].value) ==
          std::vector<std::string>{"snap"});
    CHECK(episode.answers[0].at == utc("2026-02-21T07:00:00Z"));
    CHECK(episode.answers[0].dated);
    REQUIRE(episode.seen.size() == 1);
    CHECK(episode.seen[0].on == parse_day("2026-02-22"));
    CHECK(episode.seen[0].by == SeenBy::doctor);
    CHECK(episode.seen[0].clears == std::vector{RuleId("R-020")});
    CHECK(episode.seen[0].finding == ConditionId("sprain"));
    CHECK(episode.seen[0].limits == std::vector<std::string>{"no jumping"});
}

TEST_CASE("activities come by file or by totals, check-ins with their own time") {
    const auto reading = read(kGood);
    REQUIRE(reading.files.size() == 1);
    CHECK(reading.files[0].index == 0);
    CHECK(reading.files[0].file == "run.fit");
    REQUIRE(reading.case_file.activities.size() == 2);
    const ActivitySummary& run = reading.case_file.activities[1];
    CHECK(run.from == "activities[1]");
    CHECK(run.started_at == utc("2026-02-18T06:00:00Z"));
    CHECK(run.sport == "running");
    CHECK(run.distance == Metres(8000));
    CHECK(run.timer == Seconds(2700));
    CHECK(run.elapsed == Seconds(2700));
    REQUIRE(reading.case_file.check_ins.size() == 1);
    const CheckIn& check_in = reading.case_file.check_ins[0];
    CHECK(check_in.at == utc("2026-02-25T07:00:00Z"));
    CHECK(check_in.episode == EpisodeId("left"));
    CHECK(check_in.pain_during == PainScore::of(2));
    CHECK(check_in.pain_after == PainScore::of(3));
    CHECK(check_in.pain_morning == PainScore::of(1));
    CHECK(check_in.stiffness_minutes == 5);
    REQUIRE(check_in.answers.size() == 1);
    CHECK(check_in.answers[0].at == check_in.at);
    CHECK(check_in.answers[0].dated);
}

TEST_CASE("what is wrong with the person is named and left out, the rest counts") {
    constexpr std::array kWrongs{
        Wrong{R"("runner":{"age_years":420,"height_cm":168})", "runner.age_years: out_of_range"},
        Wrong{R"("runner":{"age_years":-1,"height_cm":168})", "runner.age_years: out_of_range"},
        Wrong{R"("runner":{"age_years":"38","height_cm":168})", "runner.age_years: wrong_type"},
        Wrong{R"("runner":{"age_years":[38],"height_cm":168})", "runner.age_years: wrong_type"},
        Wrong{R"("runner":{"sex":"no","height_cm":168})", "runner.sex: unknown_option"},
        Wrong{R"("runner":{"sex":1,"height_cm":168})", "runner.sex: wrong_type"},
        Wrong{R"("runner":{"body_mass_kg":9000,"height_cm":168})",
              "runner.body_mass_kg: out_of_range"},
        Wrong{R"("runner":{"shoe":"x","height_cm":168})", "runner.shoe: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading = read(case_with(wrong.part));
        CHECK(problems_of(reading) == wrong.problems);
        const Runner& runner = reading.case_file.runner;
        CHECK_FALSE(runner.age_years);
        CHECK_FALSE(runner.sex);
        CHECK_FALSE(runner.body_mass);
        CHECK(runner.height == Metres(1.68));
    }
}

TEST_CASE("what is wrong in an episode is named, its answers still count") {
    constexpr std::array kWrongs{
        Wrong{R"("started_on":"2190-01-01")", "episodes[0].started_on: bad_date"},
        Wrong{R"("started_on":"2026-02-30")", "episodes[0].started_on: bad_date"},
        Wrong{R"("started_on":20260220)", "episodes[0].started_on: wrong_type"},
        Wrong{R"("side":"top")", "episodes[0].side: unknown_option"},
        Wrong{R"("side":true)", "episodes[0].side: wrong_type"},
        Wrong{R"("notes":{})", "episodes[0].notes: wrong_type"},
        Wrong{R"("id":4)", "episodes[0].id: wrong_type"},
        Wrong{R"("colour":"red")", "episodes[0].colour: unknown_key"},
        Wrong{R"("seen":{})", "episodes[0].seen: wrong_type"},
        Wrong{R"("seen":["doctor"])", "episodes[0].seen[0]: wrong_type"},
        Wrong{R"("seen":[{"on":"2026-02-22","by":"barber"}])",
              "episodes[0].seen[0].by: unknown_option"},
        Wrong{R"("seen":[{"by":"doctor"}])", "episodes[0].seen[0].on: missing"},
        Wrong{R"("seen":[{"on":"2190-01-01","by":"doctor"}])", "episodes[0].seen[0].on: bad_date"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading = read(case_with(R"("episodes":[{"answers":{"danger":["snap"]},)" +
                                            std::string(wrong.part) + "}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.episodes.size() == 1);
        const Episode& episode = reading.case_file.episodes[0];
        CHECK(episode.id == EpisodeId("e1"));
        CHECK(episode.answers.size() == 1);
        CHECK_FALSE(episode.started_on);
        CHECK(episode.side == Side::unknown);
        CHECK(episode.seen.empty());
    }
}

TEST_CASE("a visit with a part that cannot be used still counts as a visit") {
    constexpr std::array kWrongs{
        Wrong{R"("finding":"gout")", "episodes[0].seen[0].finding: unknown_condition"},
        Wrong{R"("clears":"R-1")", "episodes[0].seen[0].clears: wrong_type"},
        Wrong{R"("clears":[1])", "episodes[0].seen[0].clears[0]: wrong_type"},
        Wrong{R"("price":3)", "episodes[0].seen[0].price: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(R"("episodes":[{"seen":[{"on":"2026-02-22","by":"emergency",)" +
                           std::string(wrong.part) + "}]}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.episodes.at(0).seen.size() == 1);
        const Seen& seen = reading.case_file.episodes[0].seen[0];
        CHECK(seen.by == SeenBy::emergency);
        CHECK_FALSE(seen.finding);
        CHECK(seen.clears.empty());
    }
}

TEST_CASE("what is wrong in a check-in is named and left out") {
    constexpr std::array kWrongs{
        Wrong{R"("pain_during":37)", "checkins[0].pain_during: out_of_range"},
        Wrong{R"("pain_during":"2")", "checkins[0].pain_during: wrong_type"},
        Wrong{R"("pain_morning":-1)", "checkins[0].pain_morning: out_of_range"},
        Wrong{R"("stiffness_min":1e9)", "checkins[0].stiffness_min: out_of_range"},
        Wrong{R"("mood":3)", "checkins[0].mood: unknown_key"},
        Wrong{R"("answers":{"danger":["snap"],"luck":"no"})",
              "checkins[0].answers.luck: unknown_question"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(R"("checkins":[{"at":"2026-02-25T08:00:00Z","pain_after":3,)" +
                           std::string(wrong.part) + "}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.check_ins.size() == 1);
        const CheckIn& check_in = reading.case_file.check_ins[0];
        CHECK(check_in.pain_after == PainScore::of(3));
        CHECK_FALSE(check_in.pain_during);
        CHECK_FALSE(check_in.pain_morning);
        CHECK_FALSE(check_in.stiffness_minutes);
    }
}
