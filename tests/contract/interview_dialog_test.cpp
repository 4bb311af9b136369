// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_dialog.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace footsure::app {

namespace {

Question yes_no() {
    return {.id = QuestionId("walk"), .text = "Can you walk?", .why = "It tells."};
}

Question signs(QuestionKind kind) {
    return {.id = QuestionId("signs"),
            .text = "Any of these?",
            .kind = kind,
            .options = {{"cold", "Cold", {}}, {"numb", "Numb", {}}, {"hot", "Hot", {}}}};
}

Question pain() {
    return {.id = QuestionId("pain"),
            .text = "Pain?",
            .kind = QuestionKind::number,
            .unit = "nrs",
            .min = 0,
            .max = 10};
}

using Words = std::vector<std::string>;

/// The value a line gives; ends the test where it gives none.
AnswerValue value_of(std::string_view line, const Question& question) {
    const auto reply = read_reply(line, question);
    REQUIRE_MESSAGE(reply.has_value(), line);
    REQUIRE(std::holds_alternative<AnswerValue>(*reply));
    return std::get<AnswerValue>(*reply);
}

bool is_refused(std::string_view line, const Question& question) {
    const auto reply = read_reply(line, question);
    return !reply && !reply.error().empty();
}

double days_ago(std::string_view line) {
    const auto reply = read_start(line, *parse_day("2026-03-01"));
    REQUIRE_MESSAGE(reply.has_value(), line);
    return std::get<double>(std::get<AnswerValue>(*reply));
}

}  // namespace

TEST_CASE("a line is read as the kind of question asks") {
    CHECK(value_of(" Y \r", yes_no()) == AnswerValue(Said::yes));
    CHECK(value_of("no", yes_no()) == AnswerValue(Said::no));
    CHECK(value_of("10", pain()) == AnswerValue(10.0));
    CHECK(value_of("2.5", pain()) == AnswerValue(2.5));
    CHECK(value_of("2", signs(QuestionKind::choice)) == AnswerValue(Words{"numb"}));
    for (const auto kind : {QuestionKind::choices, QuestionKind::region}) {
        CHECK(value_of("3, 1", signs(kind)) == AnswerValue(Words{"cold", "hot"}));
        CHECK(value_of("1 3 1", signs(kind)) == AnswerValue(Words{"cold", "hot"}));
        CHECK(value_of("0", signs(kind)) == AnswerValue(Words{}));
    }
}

TEST_CASE("a line that fits nothing is refused with a sentence") {
    for (const auto* line : {"", "1", "maybe", "yy"}) {
        CHECK(is_refused(line, yes_no()));
    }
    for (const auto* line : {"-1", "11", "nan", "inf", "4 or 5", "1e999", "0x3"}) {
        CHECK(is_refused(line, pain()));
    }
    for (const auto* line : {"0, 1", "4", "-1", "1,,2", "1,", "one", "99999999999999999999"}) {
        CHECK(is_refused(line, signs(QuestionKind::choices)));
    }
    for (const auto* line : {"0", "1,2"}) {
        CHECK(is_refused(line, signs(QuestionKind::choice)));
    }
}

TEST_CASE("every question takes the four moves") {
    for (const auto& question : {yes_no(), pain(), signs(QuestionKind::choices)}) {
        CHECK(std::get<Move>(*read_reply("u", question)) == Move::unknown);
        CHECK(std::get<Move>(*read_reply("?", question)) == Move::why);
        CHECK(std::get<Move>(*read_reply("B", question)) == Move::back);
        CHECK(std::get<Move>(*read_reply(" q ", question)) == Move::leave);
    }
}

TEST_CASE("the start is a date or a number of days, never a day to come") {
    CHECK(days_ago("2026-02-20") == 9);
    CHECK(days_ago("3") == 3);
    CHECK(days_ago("3 days ago") == 3);
    CHECK(days_ago("today") == 0);
    CHECK(days_ago("Yesterday") == 1);
    const Day today = *parse_day("2026-03-01");
    for (const auto* line :
         {"2026-03-02", "-3", "3 weeks", "2026-02-30", "40000", "1900-01-01", "", "soon"}) {
        CHECK_MESSAGE(!read_start(line, today), line);
    }
    CHECK(std::get<Move>(*read_start("u", today)) == Move::unknown);
}

TEST_CASE("a question shows its options with their numbers and how to answer") {
    const auto text = question_text(signs(QuestionKind::choices));
    CHECK(text.find("   2  Numb\n") != std::string::npos);
    CHECK(text.find("several, comma separated; 0 = none of these") != std::string::npos);
    CHECK(question_text(pain()).find("a number from 0 to 10") != std::string::npos);
    CHECK(answer_words(Words{"hot", "cold"}, signs(QuestionKind::choices)) == "Hot; Cold");
    CHECK(answer_words(Words{}, signs(QuestionKind::choices)) == "none of these");
}

TEST_CASE("what steers a terminal never comes through") {
    CHECK(printable("\x1b[2Jred\x07 foot\x7f") == "[2Jred  foot");
    CHECK(printable("a\xC2\x9B"
                    "31m") == "a 31m");
    CHECK(printable("a\xE2\x80\xAE"
                    "b\xE2\x81\xA6") == "a b");
    CHECK(printable(std::string_view("a\0b", 3)) == "a b");
    CHECK(printable("38 \xC2\xB0"
                    "C, schmerzt sehr \xE2\x82\xAC") == "38 \xC2\xB0"
                                                        "C, schmerzt sehr \xE2\x82\xAC");
    CHECK(printable("x\xFF\xC0\x80\xED\xA0\x80y\xE2\x82") == "x      y");
}

TEST_CASE("a line too long is taken whole and never half") {
    std::istringstream in(std::string(kLongestLine + 1, '1') + "\n2\n3");
    CHECK(read_line(in).end == LineEnd::too_long);
    CHECK(read_line(in).text == "2");
    CHECK(read_line(in).text == "3");
    CHECK(read_line(in).end == LineEnd::no_more);
}

}  // namespace footsure::app
