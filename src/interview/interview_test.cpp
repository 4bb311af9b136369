// SPDX-License-Identifier: Apache-2.0
#include "interview/interview.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace footsure;
using interview::next_questions;

namespace {

Figure exact(double value) {
    return {.value = value, .low = value, .high = value};
}

/// A question for each Finding, under the same name and index, and two conditions.
class Asking {
public:
    Asking() {
        knowledge.conditions = {{.id = ConditionId("first"), .weight = exact(10)},
                                {.id = ConditionId("second"), .weight = exact(10)}};
    }

    std::uint32_t add(const std::string& id) {
        const auto index = static_cast<std::uint32_t>(knowledge.findings.size());
        knowledge.findings.push_back({.id = FindingId(id), .text = id, .group = id});
        findings.values.emplace_back();
        Question question{.id = QuestionId(id), .text = id + "?", .why = "why " + id};
        question.finding = index;
        knowledge.questions.push_back(question);
        return index;
    }

    /// A screen asked of everybody, while a rule still hangs on it.
    std::uint32_t add_danger(const std::string& id) {
        const auto index = add(id);
        knowledge.questions.back().red_flag = true;
        knowledge.questions.back().lone_sign = UrgencyLevel::within_days;
        decision.missing.push_back(index);
        return index;
    }

    /// Tells the two conditions apart; the more, the further `ratio` is from one.
    std::uint32_t add_telling(const std::string& id, double ratio) {
        const auto index = add(id);
        knowledge.conditions[0].likelihoods.push_back({index, exact(ratio), exact(1 / ratio)});
        knowledge.conditions[1].likelihoods.push_back({index, exact(1 / ratio), exact(ratio)});
        return index;
    }

    void answer(std::uint32_t finding, Truth truth) {
        findings.values[finding] = {.truth = truth, .from = knowledge.findings[finding].id.text()};
        std::erase(decision.missing, finding);
    }

    [[nodiscard]] std::string asked() const {
        std::string all;
        for (const auto& next : next()) {
            all += (all.empty() ? "" : " ") + next.question.text();
        }
        return all;
    }

    [[nodiscard]] std::vector<NextQuestion> next() const {
        const auto belief = differential::believe(findings, knowledge);
        return next_questions({findings, decision, belief}, knowledge);
    }

    Knowledge knowledge;
    Findings findings;
    TriageDecision decision;
};

}  // namespace

TEST_CASE("nobody is asked anything at an emergency") {
    Asking asking;
    const auto cold = asking.add_danger("cold_foot");
    asking.decision.missing = {cold};
    asking.findings.contradictions = {{cold, "", ""}};
    asking.decision.urgency.join(UrgencyLevel::same_day);
    CHECK(asking.asked() == "cold_foot");
    asking.decision.urgency.join(UrgencyLevel::emergency);
    CHECK(asking.asked().empty());
}

TEST_CASE(
    "contradictions, then notes, then danger screens, then openers, then what rules hang on") {
    Asking asking;
    asking.add_telling("telling", 8);
    asking.add("onset");
    asking.add_danger("red");
    const auto expired = asking.add("expired");
    const auto missing = asking.add("missing");
    const auto noted = asking.add("noted");
    const auto contradicted = asking.add("contradicted");
    asking.answer(contradicted, Truth::yes);
    asking.findings.contradictions = {{contradicted, "text", "contradicted"}};
    asking.findings.asked_by_notes = {noted};
    asking.findings.expired = {expired};
    asking.decision.missing.push_back(missing);
    CHECK(asking.asked() == "contradicted noted red onset missing expired");
}

TEST_CASE("openers come before what tells apart, in the order of the knowledge") {
    Asking asking;
    asking.add_telling("weak", 4);
    asking.add_telling("strong", 8);
    asking.add("place");
    CHECK(asking.asked() == "place strong weak");
}

TEST_CASE("an answered question is not asked again, an unknown answer is an answer") {
    for (const auto truth : {Truth::yes, Truth::no, Truth::unknown}) {
        Asking asking;
        asking.answer(asking.add_danger("red"), truth);
        asking.answer(asking.add("onset"), truth);
        asking.answer(asking.add_telling("telling", 1.2), truth);
        asking.add_telling("open", 8);
        CHECK(asking.asked() == "open");
    }
}

TEST_CASE("what cannot change the order of causes is not asked") {
    Asking asking;
    asking.add("idle");
    asking.add_telling("hardly", 1.01);
    CHECK(asking.asked().empty());
}

TEST_CASE("a list is open while one of its signs is") {
    Asking asking;
    const auto first = asking.add("a");
    const auto second = asking.add("b");
    Question screen{.id = QuestionId("screen")};
    screen.red_flag = true;
    screen.lone_sign = UrgencyLevel::within_days;
    asking.decision.missing = {first, second};
    screen.options = {{"a", "", first}, {"b", "", second}, {"c", "", std::nullopt}};
    asking.knowledge.questions = {screen};
    CHECK(asking.asked() == "screen");
    asking.answer(first, Truth::no);
    CHECK(asking.asked() == "screen");
    asking.answer(second, Truth::no);
    CHECK(asking.asked().empty());
}

TEST_CASE("one question is asked once though two findings want it") {
    Asking asking;
    const auto first = asking.add("a");
    const auto second = asking.add("b");
    Question screen{.id = QuestionId("screen"), .text = "Which?", .why = "danger"};
    screen.options = {{"a", "", first}, {"b", "", second}};
    asking.knowledge.questions = {screen};
    asking.decision.missing = {second, first};
    const auto next = asking.next();
    REQUIRE(next.size() == 1);
    CHECK(next[0].text == "Which?");
    CHECK(next[0].why == "danger");
}

TEST_CASE("at most six are asked, the most urgent of them") {
    Asking asking;
    for (int i = 0; i < 5; ++i) {
        asking.add_telling("telling" + std::to_string(i), 9);
        asking.add_danger("red" + std::to_string(i));
    }
    const auto last = asking.add("last");
    asking.decision.missing.push_back(last);
    CHECK(asking.asked() == "red0 red1 red2 red3 red4 last");
}
