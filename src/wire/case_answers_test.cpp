// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

#include <array>

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

using Options = std::vector<std::string>;

wire::CaseReading read_answer(std::string_view answers) {
    return read(case_with("\"answers\":" + std::string(answers)));
}

const Answer& only_answer(const wire::CaseReading& reading) {
    REQUIRE(reading.case_file.answers.size() == 1);
    return reading.case_file.answers[0];
}

struct Wrong {
    std::string_view answer;
    std::string_view problems;
};

}  // namespace

TEST_CASE("each kind of question takes its values") {
    CHECK(std::get<Said>(only_answer(read_answer(R"({"fever":"yes"})")).value) == Said::yes);
    CHECK(std::get<Said>(only_answer(read_answer(R"({"fever":"unknown"})")).value) ==
          Said::unknown);
    CHECK(std::get<double>(only_answer(read_answer(R"({"pain_now":3.5})")).value) == 3.5);
    CHECK(std::get<double>(only_answer(read_answer(R"({"pain_now":10})")).value) == 10);
    CHECK(std::get<Said>(only_answer(read_answer(R"({"pain_now":"unknown"})")).value) ==
          Said::unknown);
    CHECK(std::get<Options>(only_answer(read_answer(R"({"onset":"gradual"})")).value) ==
          Options{"gradual"});
    CHECK(std::get<Options>(only_answer(read_answer(R"({"place":"heel"})")).value) ==
          Options{"heel"});
    CHECK(std::get<Options>(
              only_answer(read_answer(R"({"danger":["snap","calf_swelling"]})")).value) ==
          Options{"snap", "calf_swelling"});
    const auto none = read_answer(R"({"danger":[]})");
    CHECK(std::get<Options>(only_answer(none).value).empty());
    CHECK_FALSE(only_answer(none).incomplete);
}

TEST_CASE("an answer that cannot be used is named with its path, the next one counts") {
    constexpr std::array kWrongs{
        Wrong{R"("pain_now":37)", "answers.pain_now: out_of_range"},
        Wrong{R"("pain_now":-0.1)", "answers.pain_now: out_of_range"},
        Wrong{R"("pain_now":"3")", "answers.pain_now: wrong_type"},
        Wrong{R"("pain_now":"yes")", "answers.pain_now: wrong_type"},
        Wrong{R"("pain_now":[3])", "answers.pain_now: wrong_type"},
        Wrong{R"("pain_now":true)", "answers.pain_now: wrong_type"},
        Wrong{R"("pain_now":null)", "answers.pain_now: wrong_type"},
        Wrong{R"("onset":"slow")", "answers.onset: unknown_option"},
        Wrong{R"("onset":["sudden"])", "answers.onset: wrong_type"},
        Wrong{R"("onset":1)", "answers.onset: wrong_type"},
        Wrong{R"("place":"moon")", "answers.place[0]: unknown_option"},
        Wrong{R"("place":7)", "answers.place[0]: unknown_option"},
        Wrong{R"("luck":"yes")", "answers.luck: unknown_question"},
        Wrong{R"("":"yes")", "answers.: unknown_question"},
        Wrong{R"("onset":{})", "answers.onset: missing"},
        Wrong{R"("onset":{"at":"2026-02-20T00:00:00Z"})", "answers.onset: missing"},
        Wrong{R"("onset":{"value":"slow"})", "answers.onset: unknown_option"},
        Wrong{R"("onset":{"value":{"value":"sudden"}})", "answers.onset: wrong_type"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.answer);
        const auto reading = read_answer("{" + std::string(wrong.answer) + R"(,"fever":"yes"})");
        CHECK(problems_of(reading) == wrong.problems);
        CHECK(only_answer(reading).question == QuestionId("fever"));
    }
    CHECK(problems_of(read_answer(R"({"fever":1})")) == "answers.fever: wrong_type");
    CHECK(problems_of(read_answer(R"({"fever":true})")) == "answers.fever: wrong_type");
    CHECK(problems_of(read_answer(R"({"fever":"Yes"})")) == "answers.fever: wrong_type");
}

TEST_CASE("answers as a list are named, the rest of the case is read") {
    const auto reading =
        read(case_with(R"("answers":["fever"],"episodes":[{"answers":"no"}],"runner_id":"anna")"));
    CHECK(problems_of(reading) == "answers: wrong_type, episodes[0].answers: wrong_type");
    CHECK(reading.case_file.answers.empty());
    CHECK(reading.case_file.runner.id == RunnerId("anna"));
}

TEST_CASE("an unknown sign in a danger list does not turn the others into a no") {
    const auto some = read_answer(R"({"danger":["snap","ghost",4]})");
    CHECK(problems_of(some) ==
          "answers.danger[1]: unknown_option, answers.danger[2]: unknown_option");
    CHECK(std::get<Options>(only_answer(some).value) == Options{"snap"});
    CHECK(only_answer(some).incomplete);

    const auto none = read_answer(R"({"danger":["ghost"]})");
    CHECK(problems_of(none) == "answers.danger[0]: unknown_option");
    CHECK(none.case_file.answers.empty());
}

TEST_CASE("an answer may name its time and that it corrects an earlier one") {
    const auto good =
        read_answer(R"({"fever":{"value":"no","at":"2026-02-20T10:00:00+02:00","corrects":true}})");
    CHECK(problems_of(good) == "");
    CHECK(only_answer(good).at == parse_instant("2026-02-20T08:00:00Z")->at);
    CHECK(only_answer(good).dated);
    CHECK(only_answer(good).corrects);
}

TEST_CASE("a wrong time or mark of an answer is named and does not lose its value") {
    constexpr std::array kWrongs{
        Wrong{R"("at":"2190-01-01T00:00:00Z")", "answers.fever.at: bad_time"},
        Wrong{R"("at":5)", "answers.fever.at: wrong_type"},
        Wrong{R"("corrects":"true")", "answers.fever.corrects: wrong_type"},
        Wrong{R"("sure":true)", "answers.fever.sure: unknown_key"}};
    for (const auto& wrong : kWrongs) {
        CAPTURE(wrong.answer);
        const auto reading =
            read_answer(R"({"fever":{"value":"yes",)" + std::string(wrong.answer) + "}}");
        CHECK(problems_of(reading) == wrong.problems);
        const Answer& answer = only_answer(reading);
        CHECK(std::get<Said>(answer.value) == Said::yes);
        CHECK(answer.at == reading.case_file.at.at);
        CHECK_FALSE(answer.dated);
        CHECK_FALSE(answer.corrects);
    }
}

TEST_CASE("answer values stand alone as JSON and come back") {
    CHECK(wire::write_answer_value(Answer{.value = Said::unknown}) == "\"unknown\"");
    CHECK(wire::write_answer_value(Answer{.value = Options{"a", "b"}}) == R"(["a","b"])");
    CHECK(wire::write_answer_value(Answer{.value = Options{}}) == "[]");
    CHECK(std::get<double>(wire::read_answer_value("4")->value) == 4);
    CHECK(std::get<Said>(wire::read_answer_value("\"no\"")->value) == Said::no);
    CHECK(std::get<Options>(wire::read_answer_value("[]")->value).empty());
    for (const std::string_view bad : {"", "maybe", "\"maybe\"", "null", "true", "{}", "[1]",
                                       "[\"a\",null]", "1e999", "[\"a\""}) {
        CAPTURE(bad);
        CHECK_FALSE(wire::read_answer_value(bad));
    }
}
