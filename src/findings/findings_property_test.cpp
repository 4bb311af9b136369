// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace footsure;
using findings::at_hour;
using findings::SmallCase;

namespace {

constexpr int kQuestions = 4;

std::string any_question() {
    return "q" + std::to_string(*rc::gen::inRange(0, kQuestions));
}

Said any_word() {
    return *rc::gen::element(Said::yes, Said::no, Said::unknown);
}

/// Four questions, two of them danger signs, one that applies only after another; answers at
/// different hours of the ten days before now, each hour once.
SmallCase any_case() {
    SmallCase one;
    one.ask_danger("q0");
    one.ask_danger("q1").danger_answer = Truth::no;
    one.ask("q2");
    one.ask("q3").applies_when = one.expression("q2");
    one.derive("both", "q0 and not q1");
    one.knowledge.danger_words = {{.finding = 0, .phrases = {"cold"}},
                                  {.finding = 1, .meaning = Truth::no, .phrases = {"stuck"}}};
    if (*rc::gen::inRange(0, 2) == 0) {
        one.episode().started_on = parse_day("2026-03-08");
    }
    for (const int hours : *rc::gen::unique<std::vector<int>>(rc::gen::inRange(-240, 13))) {
        auto& answer = one.answer(any_question(), any_word(), at_hour(hours));
        answer.corrects = *rc::gen::inRange(0, 5) == 0;
    }
    return one;
}

std::vector<Truth> truths(const SmallCase& one) {
    std::vector<Truth> result;
    for (const auto& value : one.find().values) {
        result.push_back(value.truth);
    }
    return result;
}

}  // namespace

TEST_CASE("the order in which answers stand does not matter") {
    const bool held = rc::check("answers reversed give the same findings", [] {
        auto one = any_case();
        const auto before = truths(one);
        std::ranges::reverse(one.episode().answers);
        RC_ASSERT(truths(one) == before);
    });
    CHECK(held);
}

TEST_CASE("what is said later than now changes nothing") {
    const bool held = rc::check("future answers are ignored", [] {
        auto one = any_case();
        const auto before = truths(one);
        auto& later =
            one.answer(any_question(), any_word(), at_hour(13 + *rc::gen::inRange(0, 1000)));
        later.corrects = true;
        RC_ASSERT(truths(one) == before);
    });
    CHECK(held);
}

TEST_CASE("notes only raise: they make a danger, or leave the answer alone") {
    const bool held = rc::check("any notes", [] {
        auto one = any_case();
        const auto before = truths(one);
        const auto words = *rc::gen::inRange(0, 8);
        for (int i = 0; i < words; ++i) {
            one.episode().notes += *rc::gen::element<std::string>(
                "cold", "stuck", "not", "no", "but", ",", ".", "very", "COLD", "never");
            one.episode().notes += ' ';
        }
        const auto after = truths(one);
        RC_ASSERT(after[0] == before[0] || after[0] == Truth::yes);
        RC_ASSERT(after[1] == before[1] || after[1] == Truth::no);
        RC_ASSERT(after[2] == before[2]);
        RC_ASSERT(after[3] == before[3]);
        for (const auto& contradiction : one.find().contradictions) {
            RC_ASSERT(before[contradiction.finding] != after[contradiction.finding]);
        }
    });
    CHECK(held);
}

TEST_CASE("time alone never turns a danger into an all-clear") {
    const bool held = rc::check("later without a new answer", [] {
        auto one = any_case();
        const auto before = truths(one);
        one.file.at.at += std::chrono::hours(*rc::gen::inRange(0, 1000));
        const auto after = truths(one);
        RC_ASSERT(before[0] != Truth::yes || after[0] == Truth::yes);
        RC_ASSERT(before[1] != Truth::no || after[1] == Truth::no);
    });
    CHECK(held);
}
