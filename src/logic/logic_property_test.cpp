// SPDX-License-Identifier: Apache-2.0
#include "logic/expression_text_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace footsure;

namespace {

constexpr int kAge = 4;
constexpr int kDeepest = 4;

Truth any_truth() {
    return *rc::gen::element(Truth::not_asked, Truth::unknown, Truth::no, Truth::yes);
}

Truth any_answer() {
    return *rc::gen::element(Truth::no, Truth::yes);
}

Finding any_age() {
    return {.truth = Truth::yes, .number = static_cast<double>(*rc::gen::inRange(8, 30))};
}

std::vector<Finding> any_findings() {
    std::vector<Finding> values(5);
    for (auto& value : values) {
        value.truth = any_truth();
    }
    if (values[kAge].truth == Truth::yes) {  // a number that was told
        values[kAge] = any_age();
    }
    return values;
}

Expression any_leaf(int kinds) {
    const auto kind = *rc::gen::inRange(0, kinds);
    if (kind == 1) {
        return {.kind = ExpressionKind::compare,
                .finding = kAge,
                .comparison =
                    *rc::gen::element(Comparison::less, Comparison::at_most, Comparison::more,
                                      Comparison::at_least, Comparison::equal),
                .number = static_cast<double>(*rc::gen::inRange(10, 28))};
    }
    const auto finding = static_cast<std::uint32_t>(*rc::gen::inRange(0, kAge));
    return {.kind = kind == 2 ? ExpressionKind::unsure : ExpressionKind::finding,
            .finding = finding};
}

/// Leaves of the first `kinds` of: finding, comparison, unsure.
Expression any_expression(int depth, int kinds) {
    const auto shape = depth >= kDeepest ? 0 : *rc::gen::inRange(0, 6);
    if (shape < 2) {
        return any_leaf(kinds);
    }
    if (shape == 2) {
        return {.kind = ExpressionKind::negation, .parts = {any_expression(depth + 1, kinds)}};
    }
    const auto count = *rc::gen::inRange(2, 4);
    Expression list{.kind = shape == 3   ? ExpressionKind::all
                            : shape == 4 ? ExpressionKind::any
                                         : ExpressionKind::at_least};
    for (int i = 0; i < count; ++i) {
        list.parts.push_back(any_expression(depth + 1, kinds));
    }
    list.number = shape == 5 ? *rc::gen::inRange(1, count + 1) : 0;
    return list;
}

constexpr int kWithoutUnsure = 2;
constexpr int kEveryLeaf = 3;

/// The same Findings with those that were open answered, at random.
std::vector<Finding> completed(std::vector<Finding> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (logic::is_open(values[i].truth)) {
            values[i] = i == kAge ? any_age() : Finding{.truth = any_answer()};
        }
    }
    return values;
}

std::string shown(const Expression& expression) {
    return logic::text_of(expression, logic::five_findings());
}

}  // namespace

TEST_CASE("a yes or no stands whatever the open findings turn out to be") {
    const bool held = rc::check("answers to open findings never turn a decided value", [] {
        const auto expression = any_expression(0, kWithoutUnsure);
        RC_LOG() << shown(expression) << '\n';
        const auto values = any_findings();
        const auto before = logic::evaluate(expression, values);
        if (!logic::is_open(before)) {
            RC_ASSERT(logic::evaluate(expression, completed(values)) == before);
        }
    });
    CHECK(held);
}

TEST_CASE("answering the open findings decides; a decided value has none") {
    const bool held = rc::check("open findings are enough", [] {
        const auto expression = any_expression(0, kEveryLeaf);
        RC_LOG() << shown(expression) << '\n';
        auto values = any_findings();
        const auto open = logic::open_findings(expression, values);
        RC_ASSERT(open.empty() == !logic::is_open(logic::evaluate(expression, values)));
        const auto names = logic::named_findings(expression);
        const auto answers = completed(values);
        for (const auto finding : open) {
            RC_ASSERT(std::ranges::count(names, finding) == 1);
            RC_ASSERT(std::ranges::count(open, finding) == 1);
            values[finding] = answers[finding];
        }
        RC_ASSERT(!logic::is_open(logic::evaluate(expression, values)));
    });
    CHECK(held);
}

TEST_CASE("the explained findings alone make it yes") {
    const bool held = rc::check("explain is sufficient", [] {
        const auto expression = any_expression(0, kEveryLeaf);
        RC_LOG() << shown(expression) << '\n';
        const auto values = any_findings();
        RC_PRE(logic::evaluate(expression, values) == Truth::yes);
        std::vector<Finding> only(values.size());
        for (const auto finding : logic::explain(expression, values)) {
            only[finding] = values[finding];
        }
        RC_ASSERT(logic::evaluate(expression, only) == Truth::yes);
    });
    CHECK(held);
}

TEST_CASE("the order in which parts are written does not matter") {
    const bool held = rc::check("parts reversed give the same value", [] {
        auto expression = any_expression(0, kEveryLeaf);
        const auto values = any_findings();
        const auto before = logic::evaluate(expression, values);
        std::ranges::reverse(expression.parts);
        RC_ASSERT(logic::evaluate(expression, values) == before);
    });
    CHECK(held);
}

TEST_CASE("a written expression is read back as it was") {
    const bool held = rc::check("parse undoes writing", [] {
        const auto names = logic::five_findings();
        const auto expression = any_expression(0, kEveryLeaf);
        const auto text = shown(expression);
        RC_LOG() << text << '\n';
        const auto again = logic::parse(text, names);
        RC_ASSERT(again.has_value());
        RC_ASSERT(shown(*again) == text);
        const auto values = any_findings();
        RC_ASSERT(logic::evaluate(*again, values) == logic::evaluate(expression, values));
    });
    CHECK(held);
}

TEST_CASE("any text is an expression or an error within it") {
    const bool held = rc::check("hostile rule texts", [] {
        const auto names = logic::five_findings();
        std::string text;
        const auto pieces = *rc::gen::inRange(0, 12);
        for (int i = 0; i < pieces; ++i) {
            text += *rc::gen::element<std::string>(
                "a", "age", "and", "or", "not", "unsure", "(", ")", "at_least", "of", ",", "<", "2",
                "1e9", "-", " ", " ", "\n", "\xC3\xA4", std::string(1, '\0'));
        }
        const auto parsed = logic::parse(text, names);
        if (!parsed) {
            RC_ASSERT(parsed.error().offset <= text.size());
            RC_ASSERT(!parsed.error().message.empty());
        } else {
            static_cast<void>(logic::evaluate(*parsed, any_findings()));
        }
    });
    CHECK(held);
}
