// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using findings::at_hour;
using findings::SmallCase;

TEST_CASE("the findings of a question that does not apply are no") {
    SmallCase one;
    one.ask("injury");
    one.ask("crack").applies_when = one.expression("injury");
    one.ask_choices("signs", {"snap", "bruise"}).applies_when = one.expression("injury");
    CHECK(one.truth("crack") == Truth::not_asked);
    one.answer("injury", Said::unknown, at_hour(8));
    CHECK(one.truth("crack") == Truth::not_asked);
    one.answer("injury", Said::yes, at_hour(9));
    CHECK(one.truth("crack") == Truth::not_asked);
    one.answer("injury", Said::no, at_hour(10));
    CHECK(one.truth("crack") == Truth::no);
    CHECK(one.truth("snap") == Truth::no);
    CHECK(one.truth("bruise") == Truth::no);
}

TEST_CASE("what was said or noted stays, though its question does not apply") {
    SmallCase one;
    one.ask("injury");
    one.ask("crack").applies_when = one.expression("injury");
    one.ask("snap").applies_when = one.expression("injury");
    one.ask("pop").applies_when = one.expression("injury");
    one.knowledge.danger_words = {{.finding = 2, .phrases = {"snapped"}}};
    one.episode().notes = "something snapped";
    one.answer("crack", Said::yes, at_hour(8));
    one.answer("pop", Said::unknown, at_hour(8));
    one.answer("injury", Said::no, at_hour(9));
    CHECK(one.truth("crack") == Truth::yes);
    CHECK(one.truth("snap") == Truth::yes);
    CHECK(one.truth("pop") == Truth::unknown);
}

TEST_CASE(
    "what follows from others is computed in order, with their latest time and first origin") {
    SmallCase one;
    one.ask("fever");
    one.ask("hot");
    one.derive("ill", "fever and hot");
    one.derive("worse", "ill or fever and not hot");
    one.answer("hot", Said::yes, at_hour(7));
    CHECK(one.truth("worse") == Truth::not_asked);
    one.answer("fever", Said::yes, at_hour(9));
    CHECK(one.truth("ill") == Truth::yes);
    CHECK(one.truth("worse") == Truth::yes);
    CHECK(one.find("ill").at == at_hour(9));
    CHECK(one.find("ill").from == "fever");
    CHECK(one.find("worse").at == at_hour(9));
    CHECK(one.find("worse").from == "fever");
    one.answer("fever", Said::no, at_hour(10));
    CHECK(one.truth("ill") == Truth::no);
}

TEST_CASE("what is presumed counts only while it is open") {
    SmallCase one;
    one.ask("old");
    one.derive("old_injury", "old");
    one.knowledge.findings[1].presumed = Truth::no;
    one.derive("recent_injury", "not old_injury");
    CHECK(one.truth("old_injury") == Truth::no);
    CHECK(one.truth("recent_injury") == Truth::yes);
    one.answer("old", Said::unknown, at_hour(8));
    CHECK(one.truth("old_injury") == Truth::no);
    one.answer("old", Said::yes, at_hour(9));
    CHECK(one.truth("old_injury") == Truth::yes);
    CHECK(one.truth("recent_injury") == Truth::no);
}

TEST_CASE("a presumption never hides the question that it stands for") {
    SmallCase one;
    one.ask("old");
    one.derive("old_injury", "old");
    one.knowledge.findings[1].presumed = Truth::no;
    CHECK(one.truth("old") == Truth::not_asked);
}

TEST_CASE("there is one value for each finding, in the order of the knowledge") {
    SmallCase one;
    CHECK(one.find().values.empty());
    one.ask("a");
    one.declare("b");
    const auto result = one.find();
    REQUIRE(result.values.size() == 2);
    CHECK(result.values[0].truth == Truth::not_asked);
    CHECK(result.contradictions.empty());
    CHECK(result.asked_by_notes.empty());
    CHECK(result.expired.empty());
}
