// SPDX-License-Identifier: Apache-2.0
#include "differential/small_knowledge_test.hpp"

#include <cmath>

using namespace footsure;
using namespace footsure::differential::testing;
using differential::rank;

namespace {

/// Written again here so that a change of the share or the cap is noticed.
constexpr double kShare = 0.6;
constexpr double kCap = 50;

/// Two conditions of equal weight; findings a and b speak for the first.
struct Pair {
    KnowledgeBuilder made;
    std::uint32_t a;
    std::uint32_t b;

    explicit Pair(double ratio, const std::string& group = "")
        : a(made.finding("a", group)), b(made.finding("b", group)) {
        made.condition("first", exact(10)).likelihoods = {{a, exact(ratio), exact(1 / ratio)},
                                                          {b, exact(ratio), exact(1 / ratio)}};
        made.condition("second", exact(10));
    }

    [[nodiscard]] double odds_with(Truth of_a, Truth of_b) const {
        Findings findings = made.silence();
        findings.values[a].truth = of_a;
        findings.values[b].truth = of_b;
        return odds(rank(findings, {}, made.knowledge()), "first", "second");
    }
};

double width(const RankedCondition& one) {
    return one.high.value() - one.low.value();
}

}  // namespace

TEST_CASE("without answers the weights alone decide and sum to one") {
    KnowledgeBuilder made;
    made.condition("rare", exact(1));
    made.condition("common", exact(30));
    made.condition("middle", exact(9));
    const auto result = rank(made.silence(), {}, made.knowledge());
    REQUIRE(result.size() == 3);
    CHECK(result[0].condition == ConditionId("common"));
    CHECK(result[1].condition == ConditionId("middle"));
    CHECK(result[0].probability.value() == doctest::Approx(0.75));
    CHECK(result[2].probability.value() == doctest::Approx(0.025));
    CHECK(rank(Findings{}, {}, Knowledge{}).empty());
}

TEST_CASE("a present finding raises, an absent one lowers, an unknown one does nothing") {
    const Pair pair(4);
    const double nothing = pair.odds_with(Truth::not_asked, Truth::not_asked);
    CHECK(nothing == doctest::Approx(1));
    CHECK(pair.odds_with(Truth::yes, Truth::not_asked) == doctest::Approx(std::pow(4, kShare)));
    CHECK(pair.odds_with(Truth::no, Truth::not_asked) == doctest::Approx(std::pow(0.25, kShare)));
    CHECK(pair.odds_with(Truth::unknown, Truth::unknown) == nothing);
    CHECK(pair.odds_with(Truth::yes, Truth::no) == doctest::Approx(1));
}

TEST_CASE("findings of one group count together at most fifty times") {
    const Pair apart(20);
    CHECK(apart.odds_with(Truth::yes, Truth::yes) == doctest::Approx(std::pow(400, kShare)));
    const Pair together(20, "place");
    CHECK(together.odds_with(Truth::yes, Truth::not_asked) ==
          doctest::Approx(std::pow(20, kShare)));
    CHECK(together.odds_with(Truth::yes, Truth::yes) == doctest::Approx(std::pow(kCap, kShare)));
    CHECK(together.odds_with(Truth::no, Truth::no) == doctest::Approx(std::pow(kCap, -kShare)));
    CHECK(together.odds_with(Truth::yes, Truth::no) == doctest::Approx(1));
}

TEST_CASE("a modifier counts once, in full, and only when it is yes") {
    KnowledgeBuilder made;
    const auto runs = made.finding("runs_more");
    made.condition("first", exact(10)).modifiers = {
        {made.when("runs_more"), exact(3), "more running"}};
    made.condition("second", exact(10));
    Findings findings = made.silence();
    CHECK(odds(rank(findings, {}, made.knowledge()), "first", "second") == doctest::Approx(1));
    for (const auto truth : {Truth::unknown, Truth::no}) {
        findings.values[runs].truth = truth;
        CHECK(odds(rank(findings, {}, made.knowledge()), "first", "second") == doctest::Approx(1));
    }
    findings.values[runs].truth = Truth::yes;
    const auto result = rank(findings, {}, made.knowledge());
    CHECK(odds(result, "first", "second") == doctest::Approx(3));
    REQUIRE(ranked(result, "first").supporting.size() == 1);
    CHECK(ranked(result, "first").supporting[0].text == "more running");
}

TEST_CASE("wider figures widen the interval around the same probability") {
    const auto interval = [](const Figure& weight, const Figure& ratio) {
        KnowledgeBuilder made;
        const auto a = made.finding("a");
        made.condition("first", weight).likelihoods = {{a, ratio, std::nullopt}};
        made.condition("second", exact(10));
        Findings findings = made.silence();
        findings.values[a].truth = Truth::yes;
        return ranked(rank(findings, {}, made.knowledge()), "first");
    };
    const auto none = interval(exact(10), exact(4));
    const auto some = interval({10, 5, 20, {}, {}}, exact(4));
    const auto more = interval({10, 5, 20, {}, {}}, {4, 2, 8, {}, {}});
    const auto most = interval({10, 2, 50, {}, {}}, {4, 1, 16, {}, {}});
    CHECK(none.probability.value() == doctest::Approx(most.probability.value()));
    CHECK(width(none) == doctest::Approx(0));
    CHECK(width(some) > 0.1);
    CHECK(width(more) > width(some));
    CHECK(width(most) > width(more));
    CHECK(most.low < most.probability);
    CHECK(most.high > most.probability);
}

TEST_CASE("the range of one weight against an exact rest is the interval") {
    KnowledgeBuilder made;
    made.condition("first", {10, 5, 20, {}, {}});
    made.condition("second", exact(10));
    const auto result = rank(made.silence(), {}, made.knowledge());
    CHECK(ranked(result, "first").low.value() == doctest::Approx(1.0 / 3));
    CHECK(ranked(result, "first").high.value() == doctest::Approx(2.0 / 3));
    CHECK(ranked(result, "second").low.value() == doctest::Approx(1.0 / 3));
}

TEST_CASE("what a clinician named stands first with its own probability") {
    KnowledgeBuilder made;
    made.condition("common", exact(99));
    made.condition("named", exact(1));
    Seen visit{.by = SeenBy::doctor};
    visit.finding = ConditionId("named");
    const auto result = rank(made.silence(), std::vector{visit}, made.knowledge());
    CHECK(result[0].condition == ConditionId("named"));
    CHECK(result[0].named_by_clinician);
    CHECK(result[0].probability.value() == doctest::Approx(0.01));
    CHECK_FALSE(result[1].named_by_clinician);
    const Seen without_finding{.by = SeenBy::doctor};
    CHECK(rank(made.silence(), std::vector{without_finding}, made.knowledge())[0].condition ==
          ConditionId("common"));
}

TEST_CASE("reasons go to their side, strongest first, tiny ones are left out") {
    KnowledgeBuilder made;
    const auto weak = made.finding("weak");
    const auto strong = made.finding("strong");
    const auto tiny = made.finding("tiny");
    const auto against = made.finding("against");
    Figure sourced = exact(8);
    sourced.certainty = Certainty::read;
    sourced.sources = {SourceId("smith2001")};
    made.condition("first", exact(10)).likelihoods = {{weak, exact(1.5), std::nullopt},
                                                      {strong, sourced, std::nullopt},
                                                      {tiny, exact(1.04), std::nullopt},
                                                      {against, std::nullopt, exact(0.2)}};
    made.condition("second", exact(10));
    Findings findings = made.silence();
    for (auto& value : findings.values) {
        value = {.truth = Truth::yes, .from = "q"};
    }
    findings.values[against].truth = Truth::no;
    const auto first = ranked(rank(findings, {}, made.knowledge()), "first");
    REQUIRE(first.supporting.size() == 2);
    CHECK(first.supporting[0].finding == "strong");
    CHECK(first.supporting[0].from == "q");
    CHECK(first.supporting[0].weight == doctest::Approx(std::log(8)));
    CHECK(first.supporting[0].certainty == Certainty::read);
    CHECK(first.supporting[0].sources == std::vector{SourceId("smith2001")});
    CHECK(first.supporting[1].finding == "weak");
    REQUIRE(first.opposing.size() == 1);
    CHECK(first.opposing[0].finding == "against");
    CHECK(first.opposing[0].weight < 0);
}

TEST_CASE("a single condition is certain, its interval too") {
    KnowledgeBuilder made;
    made.condition("only", {10, 1, 100, {}, {}});
    const auto result = rank(made.silence(), {}, made.knowledge());
    CHECK(result[0].probability.value() == 1);
    CHECK(result[0].high.value() == 1);
    CHECK(result[0].low.value() == 1);
}

TEST_CASE("a question that tells the causes apart is worth more than one that does not") {
    KnowledgeBuilder made;
    const auto apart = made.finding("apart");
    const auto alike = made.finding("alike");
    const auto nothing = made.finding("nothing");
    made.condition("first", exact(10)).likelihoods = {{apart, exact(5), exact(0.2)},
                                                      {alike, exact(5), exact(0.2)}};
    made.condition("second", exact(10)).likelihoods = {{apart, exact(0.2), exact(5)},
                                                       {alike, exact(5), exact(0.2)}};
    const auto result = rank(made.silence(), {}, made.knowledge());
    const auto worth = [&](std::uint32_t finding) {
        Question question;
        question.finding = finding;
        return differential::discrimination(question, result, made.knowledge());
    };
    CHECK(worth(apart) > 1);
    CHECK(worth(alike) == doctest::Approx(0));
    CHECK(worth(nothing) == 0);
    Question options;
    options.options = {{"x", "", nothing}, {"y", "", apart}, {"z", "", std::nullopt}};
    CHECK(differential::discrimination(options, result, made.knowledge()) == worth(apart));
}
