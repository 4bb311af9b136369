// SPDX-License-Identifier: Apache-2.0
#include "logic/expression_text_test.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure;
using logic::five_findings;
using logic::parse;

namespace {

/// What was understood, fully parenthesised; or the error as `offset: message`.
std::string understood(std::string_view text) {
    const auto names = five_findings();
    const auto parsed = parse(text, names);
    return parsed ? logic::text_of(*parsed, names)
                  : std::to_string(parsed.error().offset) + ": " + parsed.error().message;
}

std::string repeated(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

}  // namespace

TEST_CASE("not binds tighter than and, and tighter than or") {
    CHECK(understood("a or b and not c") == "(a or (b and not c))");
    CHECK(understood("a and b or c and d") == "((a and b) or (c and d))");
    CHECK(understood("not a and b") == "(not a and b)");
    CHECK(understood("not (a and b)") == "not (a and b)");
    CHECK(understood("(a or b) and c") == "((a or b) and c)");
    CHECK(understood("not not a") == "not not a");
}

TEST_CASE("a chain of one operator is one list; parentheses around one finding vanish") {
    CHECK(understood("a and b and c") == "(a and b and c)");
    CHECK(understood("a or b or c or d") == "(a or b or c or d)");
    CHECK(understood("((a))") == "a");
    CHECK(understood("(a and b) and c") == "((a and b) and c)");
}

TEST_CASE("blanks and line ends separate, symbols need none") {
    CHECK(understood("  a\n and\n(b)or c ") == "((a and b) or c)");
    CHECK(understood("not(a)") == "not a");
    CHECK(understood("age<18 and age>=2") == "(age < 18 and age >= 2)");
}

TEST_CASE("each comparison reads as itself") {
    CHECK(understood("age < 18") == "age < 18");
    CHECK(understood("age <= 18") == "age <= 18");
    CHECK(understood("age > 18") == "age > 18");
    CHECK(understood("age >= 18") == "age >= 18");
    CHECK(understood("age = 18") == "age = 18");
    CHECK(understood("age > -4") == "age > -4");
    CHECK(understood("age <= 7.5") == "age <= 7.5");
}

TEST_CASE("at_least counts whole expressions, unsure takes one finding") {
    CHECK(understood("at_least 2 of (a, b or c, not d)") == "at_least 2 of (a, (b or c), not d)");
    CHECK(understood("at_least 1 of (a) and b") == "(at_least 1 of (a) and b)");
    CHECK(understood("unsure a and not unsure b") == "(unsure a and not unsure b)");
}

TEST_CASE("an error stands where the first thing fits nothing") {
    CHECK(understood("") == "0: expected a finding");
    CHECK(understood("   ") == "3: expected a finding");
    CHECK(understood("a and") == "5: expected a finding");
    CHECK(understood("or a") == "0: unknown finding 'or'");
    CHECK(understood("a b") == "2: expected 'and', 'or' or the end");
    CHECK(understood("a)") == "1: expected 'and', 'or' or the end");
    CHECK(understood("a & b") == "2: expected 'and', 'or' or the end");
    CHECK(understood("a\tand b") == "1: expected 'and', 'or' or the end");
    CHECK(understood("(a or b") == "7: expected ')'");
    CHECK(understood("a and zz or b") == "6: unknown finding 'zz'");
    CHECK(understood("A") == "0: unknown finding 'A'");
    CHECK(understood("nota") == "0: unknown finding 'nota'");
    CHECK(understood("a andb") == "2: expected 'and', 'or' or the end");
}

TEST_CASE("a truth is not compared and a number does not stand alone") {
    CHECK(understood("b and a < 3") == "6: 'a' is yes or no, not a number");
    CHECK(understood("b and age") == "6: the number 'age' needs a comparison");
    CHECK(understood("not age") == "4: the number 'age' needs a comparison");
    CHECK(understood("age < x") == "6: expected a number");
    CHECK(understood("age == 3") == "5: expected a number");
    CHECK(understood("age < 1e999") == "6: expected a number");
    CHECK(understood("unsure not a") == "7: unknown finding 'not'");
    CHECK(understood("unsure age < 3").find("only a yes-or-no finding") != std::string::npos);
}

TEST_CASE("a number that no answer can reach is refused") {
    CHECK(understood("age < nan") == "6: expected a number");
    CHECK(understood("age < inf") == "6: expected a number");
    CHECK(understood("age > -infinity") == "6: expected a number");
}

TEST_CASE("at_least needs a count, 'of' and a list") {
    CHECK(understood("at_least of (a)") == "9: expected a count after 'at_least'");
    CHECK(understood("at_least 2 (a, b)") == "11: expected 'of (' after the count");
    CHECK(understood("at_least 2 of a, b") == "14: expected 'of (' after the count");
    CHECK(understood("at_least 2 of (a b)") == "17: expected ',' or ')'");
    CHECK(understood("at_least 2 of (a, b") == "19: expected ',' or ')'");
    CHECK(understood("at_least 2 of (a,)") == "17: expected a finding");
    CHECK(understood("at_least 2 of ()") == "15: expected a finding");
}

TEST_CASE("nesting is limited, and far beyond the limit is still only an error") {
    CHECK(understood(repeated("(", 12) + "a" + repeated(")", 12)) == "a");
    CHECK(understood(repeated("not ", 20) + "a") == repeated("not ", 20) + "a");
    const auto too_deep = [](std::string_view part, int times) {
        return understood(repeated(part, times) + "a").find("nested too deep") != std::string::npos;
    };
    for (const int times : {33, 100'000}) {
        CAPTURE(times);
        CHECK(too_deep("(", times));
        CHECK(too_deep("not ", times));
        CHECK(too_deep("at_least 1 of (", times));
        CHECK(too_deep("not (", times));
    }
}

TEST_CASE("length is not limited") {
    const auto names = five_findings();
    const auto parsed = parse(repeated("a or ", 20'000) + "b", names);
    REQUIRE(parsed);
    CHECK(parsed->parts.size() == 20'001);
}
