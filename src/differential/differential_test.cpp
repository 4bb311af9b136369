// SPDX-License-Identifier: Apache-2.0
#include "differential/small_knowledge_test.hpp"

#include <cmath>

using namespace footsure;
using namespace footsure::differential::testing;
using differential::rank;

namespace {

/// Written again here so that a change of the share or the cap is noticed.
constexpr double kShare = 0.75;
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
        findings.values[a] = said(of_a);
        findings.values[b] = said(of_b);
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
        findings.values[runs] = said(truth);
        CHECK(odds(rank(findings, {}, made.knowledge()), "first", "second") == doctest::Approx(1));
    }
    findings.values[runs] = said(Truth::yes);
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
        findings.values[a] = said(Truth::yes);
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

TEST_CASE("two causes at once explain what neither explains alone") {
    KnowledgeBuilder made;
    auto& first_cause = made.condition("first", exact(300));
    for (const auto* id : {"a", "b", "c"}) {
        first_cause.likelihoods.push_back({made.finding(id), exact(30), {}});
    }
    auto& second_cause = made.condition("second", exact(300));
    for (const auto* id : {"d", "e", "f"}) {
        second_cause.likelihoods.push_back({made.finding(id), exact(30), {}});
    }
    made.condition("third", exact(300));
    for (auto& condition : made.knowledge().conditions) {
        condition.family = condition.id.text();
    }
    Findings findings = made.silence();
    CHECK_FALSE(rank(findings, {}, made.knowledge())[0].together_with);
    for (auto& value : findings.values) {
        value = said(Truth::yes);
    }
    const auto both = rank(findings, {}, made.knowledge());
    CHECK(ranked(both, "first").together_with == ConditionId("second"));
    CHECK(ranked(both, "second").together_with == ConditionId("first"));
    CHECK(ranked(both, "first").probability.value() > 0.5);
    CHECK(ranked(both, "second").probability.value() > 0.5);

    made.knowledge().conditions[0].family = "tendon";
    made.knowledge().conditions[1].family = "tendon";
    const auto one_family = rank(findings, {}, made.knowledge());
    CHECK(ranked(one_family, "first").together_with != ConditionId("second"));
    CHECK(ranked(one_family, "first").probability.value() < 0.6);
}

TEST_CASE("a pair without evidence weighs a hundredth of what its parts would by chance") {
    KnowledgeBuilder made;
    made.condition("first", exact(500)).family = "a";
    made.condition("second", exact(500)).family = "b";
    const auto result = rank(made.silence(), {}, made.knowledge());
    CHECK(result[0].probability.value() == doctest::Approx((500 + 2.5) / 1002.5));
}

TEST_CASE("each further place marked makes places say less") {
    KnowledgeBuilder made;
    std::vector<std::uint32_t> places;
    for (const auto* id : {"heel", "shin", "calf"}) {
        places.push_back(made.finding(id, "place"));
        made.knowledge().findings.back().otherwise = exact(0.1);
    }
    made.question(QuestionKind::region, places);
    made.condition("first", exact(10)).likelihoods = {{places[0], exact(8), exact(0.01)}};
    made.condition("second", exact(10));
    Findings findings = made.silence();
    const auto first = [&] {
        return odds(rank(findings, {}, made.knowledge()), "first", "second");
    };
    findings.values[places[0]] = said(Truth::yes);
    findings.values[places[1]] = said(Truth::no);
    CHECK(first() == doctest::Approx(std::pow(8 / 0.1, kShare)));
    const double one = first();
    findings.values[places[1]] = said(Truth::yes);
    CHECK(first() == doctest::Approx(std::pow((8 + 0.1) / 2 / 0.1, kShare)));
    CHECK(first() < one);
    const auto against = ranked(rank(findings, {}, made.knowledge()), "first").opposing;
    REQUIRE(against.size() == 1);
    CHECK(against[0].finding == "shin");
    findings.values[places[0]] = said(Truth::no);
    findings.values[places[1]] = said(Truth::no);
    CHECK(first() == doctest::Approx(1));
}

TEST_CASE("what \"no\" means depends on how it was said") {
    const auto odds_of_no = [](std::optional<QuestionKind> kind) {
        KnowledgeBuilder made;
        const auto a = made.finding("a");
        made.knowledge().findings[a].share = 0.2;
        if (kind) {
            made.question(*kind, {a});
        }
        made.condition("first", exact(10)).likelihoods = {{a, exact(3), {}}};
        made.condition("second", exact(10));
        Findings findings = made.silence();
        findings.values[a] = said(Truth::no);
        return odds(rank(findings, {}, made.knowledge()), "first", "second");
    };
    const double spoken = std::pow((1 - 0.6) / (1 - 0.2), kShare);
    CHECK(odds_of_no({}) == doctest::Approx(spoken));
    CHECK(odds_of_no(QuestionKind::choices) == doctest::Approx(std::sqrt(spoken)));
    CHECK(odds_of_no(QuestionKind::choice) == doctest::Approx(1));
    CHECK(odds_of_no(QuestionKind::region) == doctest::Approx(1));
}

TEST_CASE("a cause that no answer allows has no chance until a modifier gives it a weight") {
    KnowledgeBuilder made;
    const auto young = made.finding("young");
    made.condition("growth", exact(0)).modifiers = {
        {.when = made.when("young"), .text = "age", .weight = exact(30)}};
    made.condition("other", exact(10));
    Findings findings = made.silence();
    const auto before = ranked(rank(findings, {}, made.knowledge()), "growth");
    CHECK(before.probability.value() == 0);
    CHECK(before.high.value() == 0);
    const auto belief = differential::believe(findings, made.knowledge());
    std::vector<double> after(2);
    belief.after(young, Truth::yes, after);
    CHECK(after[0] == doctest::Approx(0.75));
    findings.values[young] = said(Truth::yes);
    const auto now = ranked(rank(findings, {}, made.knowledge()), "growth");
    CHECK(now.probability.value() == doctest::Approx(0.75));
    REQUIRE(now.supporting.size() == 1);
    CHECK(now.supporting[0].text == "age");
}

TEST_CASE(
    "what follows from presumed values alone does not count, what follows from answers does") {
    KnowledgeBuilder made;
    const auto a = made.finding("a");
    const auto b = made.finding("b");
    const auto derived = made.finding("derived");
    made.knowledge().findings[derived].when = made.when("a and not b");
    made.condition("first", exact(10)).likelihoods = {{derived, exact(5), {}}};
    made.condition("second", exact(10));
    Findings findings = made.silence();
    findings.values[a] = said(Truth::yes);
    findings.values[b].truth = Truth::no;
    findings.values[derived] = said(Truth::yes);
    CHECK(odds(rank(findings, {}, made.knowledge()), "first", "second") == doctest::Approx(1));
    findings.values[b] = said(Truth::no);
    const auto result = rank(findings, {}, made.knowledge());
    CHECK(odds(result, "first", "second") == doctest::Approx(std::pow(5, kShare)));
    CHECK(ranked(result, "first").supporting[0].from == "q");
}

TEST_CASE("a reason from what a cause does not name only speaks against it, and only aloud") {
    KnowledgeBuilder made;
    const auto fever = made.finding("fever");
    const auto common = made.finding("common");
    const auto line = made.finding("line");
    made.knowledge().findings[fever].otherwise = exact(0.3);
    made.knowledge().findings[common].otherwise = exact(2);
    made.knowledge().findings[line].otherwise = exact(3);
    made.question(QuestionKind::choices, {line});
    made.condition("first", exact(10));
    made.condition("second", exact(10));
    Findings findings = made.silence();
    findings.values[fever] = said(Truth::yes);
    findings.values[common] = said(Truth::yes);
    findings.values[line] = said(Truth::no);
    const auto first = ranked(rank(findings, {}, made.knowledge()), "first");
    CHECK(first.supporting.empty());
    REQUIRE(first.opposing.size() == 1);
    CHECK(first.opposing[0].finding == "fever");
    CHECK(first.opposing[0].weight == doctest::Approx(std::log(0.3)));
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
    const auto worth = [&](const Findings& findings, const Question& question) {
        return differential::believe(findings, made.knowledge()).information(question);
    };
    const auto asks = [](std::uint32_t finding) {
        Question question;
        question.finding = finding;
        return question;
    };
    Findings findings = made.silence();
    CHECK(worth(findings, asks(apart)) > 0.1);
    CHECK(worth(findings, asks(alike)) == doctest::Approx(0));
    CHECK(worth(findings, asks(nothing)) == doctest::Approx(0));
    Question options{.kind = QuestionKind::choices};
    options.options = {{"x", "", nothing}, {"y", "", apart}, {"z", "", std::nullopt}};
    CHECK(worth(findings, options) > 0.1);
    findings.values[apart] = said(Truth::yes);
    CHECK(worth(findings, asks(apart)) == 0);
}

TEST_CASE("a finding that follows from others weighs wherever it stands in the order") {
    enum class Order : std::uint8_t { derived_first, asked_first };
    const auto odds_with = [](Order order) {
        KnowledgeBuilder made;
        const std::uint32_t one = made.finding(order == Order::derived_first ? "rise" : "asked");
        const std::uint32_t other = made.finding(order == Order::derived_first ? "asked" : "rise");
        const auto [rise, asked] =
            order == Order::derived_first ? std::pair(one, other) : std::pair(other, one);
        made.knowledge().findings[rise].when = made.when("asked");
        made.condition("first", exact(10)).modifiers = {{made.when("rise"), exact(3), "more"}};
        made.condition("second", exact(10)).likelihoods = {{rise, exact(0.5), std::nullopt}};
        Findings findings = made.silence();
        findings.values[asked] = said(Truth::yes);
        findings.values[rise] = {.truth = Truth::yes, .from = "q"};
        return odds(rank(findings, {}, made.knowledge()), "first", "second");
    };
    const double first = odds_with(Order::derived_first);
    CHECK(first == doctest::Approx(odds_with(Order::asked_first)));
    CHECK(first > 3);
}
