// SPDX-License-Identifier: Apache-2.0
#include "logic/expression_text_test.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace footsure;

namespace {

constexpr std::array kTruths{Truth::not_asked, Truth::unknown, Truth::no, Truth::yes};

/// Values of a, b, c, d; what is left out was not asked. Age has no number.
std::vector<Finding> said(std::initializer_list<Truth> truths) {
    std::vector<Finding> values(5);
    std::size_t i = 0;
    for (const auto truth : truths) {
        values[i++].truth = truth;
    }
    return values;
}

Expression read(std::string_view text) {
    const auto names = logic::five_findings();
    auto parsed = logic::parse(text, names);
    REQUIRE(parsed);
    return std::move(*parsed);
}

Truth value(std::string_view text, const std::vector<Finding>& values) {
    return logic::evaluate(read(text), values);
}

std::vector<Finding> aged(double age) {
    auto values = said({});
    values[4] = {.truth = Truth::yes, .number = age};
    return values;
}

using Indices = std::vector<std::uint32_t>;

constexpr auto kYes = Truth::yes;
constexpr auto kNo = Truth::no;
constexpr auto kUnknown = Truth::unknown;
constexpr auto kNotAsked = Truth::not_asked;

}  // namespace

TEST_CASE("and: one no decides, all must be yes, and not_asked wins over unknown") {
    for (const auto a : kTruths) {
        for (const auto b : kTruths) {
            CAPTURE(static_cast<int>(a));
            CAPTURE(static_cast<int>(b));
            const bool any_no = a == kNo || b == kNo;
            const bool any_silent = a == kNotAsked || b == kNotAsked;
            const auto expected = any_no                   ? kNo
                                  : a == kYes && b == kYes ? kYes
                                  : any_silent             ? kNotAsked
                                                           : kUnknown;
            CHECK(value("a and b", said({a, b})) == expected);
        }
    }
}

TEST_CASE("or: one yes decides, all must be no, and not_asked wins over unknown") {
    for (const auto a : kTruths) {
        for (const auto b : kTruths) {
            CAPTURE(static_cast<int>(a));
            CAPTURE(static_cast<int>(b));
            const bool any_yes = a == kYes || b == kYes;
            const bool any_silent = a == kNotAsked || b == kNotAsked;
            const auto expected = any_yes                ? kYes
                                  : a == kNo && b == kNo ? kNo
                                  : any_silent           ? kNotAsked
                                                         : kUnknown;
            CHECK(value("a or b", said({a, b})) == expected);
        }
    }
}

TEST_CASE("not turns an answer round and leaves silence alone") {
    CHECK(value("not a", said({kYes})) == kNo);
    CHECK(value("not a", said({kNo})) == kYes);
    CHECK(value("not a", said({kUnknown})) == kUnknown);
    CHECK(value("not a", said({kNotAsked})) == kNotAsked);
}

TEST_CASE("unsure is yes only for the answer unknown") {
    CHECK(value("unsure a", said({kUnknown})) == kYes);
    CHECK(value("unsure a", said({kYes})) == kNo);
    CHECK(value("unsure a", said({kNo})) == kNo);
    CHECK(value("unsure a", said({kNotAsked})) == kNotAsked);
}

TEST_CASE("comparisons at, below and above their edge") {
    const auto row = [](std::string_view text) {
        std::string result;
        for (const double age : {17.999, 18.0, 18.001}) {
            result += value(text, aged(age)) == kYes ? 'y' : 'n';
        }
        return result;
    };
    CHECK(row("age < 18") == "ynn");
    CHECK(row("age <= 18") == "yyn");
    CHECK(row("age > 18") == "nny");
    CHECK(row("age >= 18") == "nyy");
    CHECK(row("age = 18") == "nyn");
}

TEST_CASE("a number that was not told is open as its finding is") {
    auto values = said({});
    CHECK(value("age < 18", values) == kNotAsked);
    values[4].truth = kUnknown;
    CHECK(value("age < 18", values) == kUnknown);
    CHECK(value("not age < 18", values) == kUnknown);
    values[4].truth = kNo;
    CHECK(value("age < 18", values) == kNo);
}

TEST_CASE("at_least is decided as soon as the open parts cannot change it") {
    constexpr auto kText = "at_least 2 of (a, b, c)";
    CHECK(value(kText, said({kYes, kYes, kNotAsked})) == kYes);
    CHECK(value(kText, said({kNo, kNo, kNotAsked})) == kNo);
    CHECK(value(kText, said({kYes, kNo, kUnknown})) == kUnknown);
    CHECK(value(kText, said({kYes, kNo, kNotAsked})) == kNotAsked);
    CHECK(value(kText, said({kYes, kUnknown, kNotAsked})) == kNotAsked);
    CHECK(value(kText, said({kYes, kNo, kNo})) == kNo);
}

TEST_CASE("explain names what makes it yes, in the order written, each once") {
    const auto explain = [](std::string_view text, const std::vector<Finding>& values) {
        REQUIRE(value(text, values) == kYes);
        return logic::explain(read(text), values);
    };
    CHECK(explain("c or a", said({kYes, kNo, kYes})) == Indices{2, 0});
    CHECK(explain("a or b", said({kYes, kNo})) == Indices{0});
    CHECK(explain("a and (b or c)", said({kYes, kUnknown, kYes})) == Indices{0, 2});
    CHECK(explain("a and (a or b)", said({kYes, kNo})) == Indices{0});
    CHECK(explain("not a and b", said({kNo, kYes})) == Indices{0, 1});
    CHECK(explain("unsure a or b", said({kUnknown, kNo})) == Indices{0});
    CHECK(explain("at_least 2 of (a, b, c)", said({kYes, kNo, kYes})) == Indices{0, 2});
    CHECK(explain("age < 18 or a", aged(9)) == Indices{4});
}

TEST_CASE("explain looks into what is negated: there the no is the reason") {
    const auto explain = [](std::string_view text, const std::vector<Finding>& values) {
        REQUIRE(value(text, values) == kYes);
        return logic::explain(read(text), values);
    };
    CHECK(explain("not (a or b)", said({kNo, kNo})) == Indices{0, 1});
    CHECK(explain("not (a and b)", said({kNo, kYes})) == Indices{0});
    CHECK(explain("not (a and not b)", said({kYes, kYes})) == Indices{1});
    CHECK(explain("not not (a or b)", said({kYes, kNo})) == Indices{0});
}

TEST_CASE("open_findings are those the value still depends on") {
    const auto open = [](std::string_view text, const std::vector<Finding>& values) {
        return logic::open_findings(read(text), values);
    };
    CHECK(open("a and b", said({kNo})) == Indices{});
    CHECK(open("a and b", said({kYes})) == Indices{1});
    CHECK(open("a or b", said({kYes})) == Indices{});
    CHECK(open("a or b", said({kUnknown})) == Indices{0, 1});
    CHECK(open("(a and b) or (c and d)", said({kNo, kNotAsked, kYes})) == Indices{3});
    CHECK(open("not a and not a", said({})) == Indices{0});
    CHECK(open("age < 18 or a", said({kNo})) == Indices{4});
    CHECK(open("unsure a", said({})) == Indices{0});
    CHECK(open("unsure a", said({kUnknown})) == Indices{});
}

TEST_CASE("named_findings are all of them, each once, whatever their value") {
    CHECK(logic::named_findings(read("a and not (b or a) and age > 3 or unsure c")) ==
          Indices{0, 1, 4, 2});
    CHECK(logic::named_findings(read("at_least 1 of (d, d)")) == Indices{3});
}

TEST_CASE("a finding reads in a sentence with its number, its no or its doubt") {
    Knowledge knowledge;
    knowledge.findings = logic::five_findings();
    knowledge.findings[1].text_no = "cannot b";
    Findings findings{.values = said({kYes, kNo, kNo, kUnknown})};
    CHECK(logic::describe(0, findings, knowledge) == "finding a");
    CHECK(logic::describe(1, findings, knowledge) == "cannot b");
    CHECK(logic::describe(2, findings, knowledge) == "not: finding c");
    CHECK(logic::describe(3, findings, knowledge) == "not certain: finding d");
    findings.values = aged(38);
    CHECK(logic::describe(4, findings, knowledge) == "age: 38");
    findings.values = aged(2.96);
    CHECK(logic::describe(4, findings, knowledge) == "age: 3.0");
    findings.values = aged(7.25);
    CHECK(logic::describe(4, findings, knowledge) == "age: 7.3");
}
