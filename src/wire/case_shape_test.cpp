// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

#include <array>

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

struct Wrong {
    std::string_view part;
    std::string_view problems;
};

std::string failure_code(std::string_view json) {
    const auto reading = wire::read_case(json, small_knowledge(), kNow);
    return reading ? "read" : reading.error().code;
}

std::string repeated(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

}  // namespace

TEST_CASE("a text that is no case is refused with its reason") {
    CHECK(failure_code("") == "not_json");
    CHECK(failure_code("[]") == "not_json");
    CHECK(failure_code("\"footsure.case/1\"") == "not_json");
    CHECK(failure_code("{\"schema\":\"footsure.case/1\"") == "not_json");
    CHECK(failure_code("{}") == "unknown_schema");
    CHECK(failure_code(R"({"schema":"footsure.case/2"})") == "unknown_schema");
    CHECK(failure_code(R"({"schema":["footsure.case/1"]})") == "unknown_schema");
    CHECK(failure_code(R"({"schema":null})") == "unknown_schema");
    CHECK(failure_code(R"({"schema":"footsure.advice/1"})") == "unknown_schema");
}

TEST_CASE("numbers and bytes that JSON does not know refuse the case") {
    CHECK(failure_code(case_with(R"("runner":{"age_years":NaN})")) == "not_json");
    CHECK(failure_code(case_with(R"("runner":{"age_years":Infinity})")) == "not_json");
    CHECK(failure_code(case_with(R"("runner":{"age_years":1e999})")) == "not_json");
    CHECK(failure_code(case_with("\"runner_id\":\"\xC3\x28\"")) == "not_json");
    CHECK(failure_code(case_with("\"runner_id\":\"\xED\xA0\x80\"")) == "not_json");
    CHECK(failure_code(case_with(R"("runner_id":"\ud800")")) == "not_json");
}

TEST_CASE("depth is limited, brackets inside a text are no depth") {
    const std::string deep = repeated("[", 100) + repeated("]", 100);
    CHECK(failure_code(case_with("\"x\":" + deep)) == "not_json");
    CHECK(failure_code(repeated("[", 100'000)) == "not_json");
    CHECK(failure_code(repeated("{\"a\":", 100'000)) == "not_json");
    const std::string quoted = R"("runner_id":"\"\\)" + repeated("[{", 100) + "\"";
    CHECK(failure_code(case_with(quoted)) == "read");
    const std::string shallow = repeated("[", 60) + repeated("]", 60);
    CHECK(failure_code(case_with("\"x\":" + shallow)) == "read");
}

TEST_CASE("parts of the wrong shape are named, the others are read") {
    constexpr std::array kWrongs{
        Wrong{R"("runner":[])", "runner: wrong_type"},
        Wrong{R"("runner":"anna")", "runner: wrong_type"},
        Wrong{R"("episodes":{})", "episodes: wrong_type"},
        Wrong{R"("episodes":[3])", "episodes[0]: wrong_type"},
        Wrong{R"("episodes":[null,[]])", "episodes[0]: wrong_type, episodes[1]: wrong_type"},
        Wrong{R"("activities":"run.fit")", "activities: wrong_type"},
        Wrong{R"("activities":["run.fit"])", "activities[0]: wrong_type"},
        Wrong{R"("checkins":7)", "checkins: wrong_type"},
        Wrong{R"("checkins":[false])", "checkins[0]: wrong_type"},
        Wrong{R"("runner_id":7)", "runner_id: wrong_type"},
        Wrong{R"("clock":"12")", "clock: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(std::string(wrong.part) + R"(,"answers":{"fever":"yes"})"));
        CHECK(problems_of(reading) == wrong.problems);
        CHECK(reading.case_file.answers.size() == 1);
        CHECK(reading.case_file.episodes.empty());
        CHECK(reading.case_file.activities.empty());
        CHECK(reading.case_file.check_ins.empty());
        CHECK(reading.case_file.runner.id == RunnerId("me"));
    }
}

TEST_CASE("an unusable time of the case is replaced by now and named") {
    const auto with_at = [](std::string_view at) {
        return read(R"({"schema":"footsure.case/1","answers":{"fever":"yes"})" + std::string(at) +
                    "}");
    };
    for (const std::string_view at :
         {R"(,"at":"2190-01-01T00:00:00Z")", R"(,"at":"yesterday")", R"(,"at":"")",
          R"(,"at":"2026-03-01T18:00:00")", R"(,"at":"2026-03-01")"}) {
        CAPTURE(at);
        const auto reading = with_at(at);
        CHECK(problems_of(reading) == "at: bad_time");
        CHECK(reading.case_file.at.at == kNow.at);
        REQUIRE(reading.case_file.answers.size() == 1);
        CHECK(reading.case_file.answers[0].at == kNow.at);
    }
    CHECK(problems_of(with_at("")) == "at: missing");
    CHECK(problems_of(with_at(R"(,"at":12)")) == "at: wrong_type");
}

TEST_CASE("what is wrong in an activity is named, its sound parts count") {
    constexpr std::array kWrongs{
        Wrong{R"("distance_m":-5)", "activities[0].distance_m: out_of_range"},
        Wrong{R"("distance_m":"8 km")", "activities[0].distance_m: wrong_type"},
        Wrong{R"("distance_m":1e12)", "activities[0].distance_m: out_of_range"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.part);
        const auto reading =
            read(case_with(R"("activities":[{"started_at":"2026-02-18T07:00:00Z","timer_s":60,)" +
                           std::string(wrong.part) + "}]"));
        CHECK(problems_of(reading) == wrong.problems);
        REQUIRE(reading.case_file.activities.size() == 1);
        CHECK(reading.case_file.activities[0].timer == Seconds(60));
        CHECK(reading.case_file.activities[0].distance == Metres(0));
        CHECK(reading.case_file.activities[0].sport == "unknown");
    }
}

TEST_CASE("an activity without a time is no activity, its neighbours keep their names") {
    const auto reading = read(case_with(
        R"("activities":[{"distance_m":5000},{"started_at":"2190-01-01T00:00:00Z"},{"file":"b.fit"},
            {"started_at":"2026-02-18T07:00:00Z","distance_m":1000,"elapsed_s":400}])"));
    CHECK(problems_of(reading) == "activities[0]: missing, activities[1].started_at: bad_time");
    REQUIRE(reading.case_file.activities.size() == 2);
    REQUIRE(reading.files.size() == 1);
    CHECK(reading.files[0].index == 0);
    CHECK(reading.case_file.activities[0].from == "b.fit");
    CHECK(reading.case_file.activities[1].from == "activities[3]");
    CHECK(reading.case_file.activities[1].timer == Seconds(400));
}

TEST_CASE("a check-in without its time is named") {
    const auto reading =
        read(case_with(R"("checkins":[{"pain_during":1},{"at":"2190-01-01T00:00:00Z"},{"at":1}])"));
    CHECK(problems_of(reading) ==
          "checkins[0].at: missing, checkins[1].at: bad_time, checkins[2].at: wrong_type");
}

TEST_CASE("two episodes of one id are named and no answer is lost") {
    const auto reading = read(case_with(
        R"("episodes":[{"id":"a","answers":{"danger":[]}},{"id":"a","answers":{"danger":["snap"]}}])"));
    CHECK(problems_of(reading) == "episodes[1].id: duplicate");
    REQUIRE(reading.case_file.episodes.size() == 2);
    CHECK(reading.case_file.episodes[1].answers.size() == 1);
}

TEST_CASE("texts may be empty or huge") {
    const std::string huge(2'000'000, 'x');
    const auto reading = read(case_with(R"("episodes":[{"notes":""},{"notes":")" + huge + "\"}]"));
    CHECK(problems_of(reading) == "");
    CHECK(reading.case_file.episodes.at(0).notes.empty());
    CHECK(reading.case_file.episodes.at(1).notes == huge);
    CHECK(problems_of(read(case_with(R"("runner":{},"episodes":[],"answers":{})"))) == "");
}

TEST_CASE("a null where a value is needed is a problem too") {
    CHECK(problems_of(read(R"({"schema":"footsure.case/1","at":null})")) == "at: missing");
    CHECK(problems_of(read(case_with(R"("checkins":[{"at":null}])"))) == "checkins[0].at: missing");
    CHECK(problems_of(read(case_with(R"("activities":[{"started_at":null}])"))) ==
          "activities[0]: missing");
    CHECK(problems_of(read(case_with(R"("episodes":[{"seen":[{"on":null,"by":"doctor"}]}])"))) ==
          "episodes[0].seen[0].on: missing");
}
