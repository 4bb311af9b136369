// SPDX-License-Identifier: Apache-2.0
// The proof that adding a danger sign never lowers the level, over all combinations, by cases.
//
// The level is a maximum over the rules (`Urgency` has only `join`), so it is enough to show, for
// each rule by itself: whatever else was said, a sign turned from "not asked", "unknown" or "no"
// to its dangerous answer never takes away the rule's "yes", or a rule of at least its level takes
// its place. Then, from any state to one with more signs, step by step, no level is lost, in
// whichever order the signs are added: the state depends on the answers, not on their order.
//
// For each rule all combinations of all asked and given Findings that it rests on are tried, also
// through derived ones and presumptions. Two lemmas keep that small:
// 1. An `or` takes the greatest of its parts (no < unknown < not asked < yes). Signs that stand
//    under the same `or`s and nowhere else act only through the greatest of them, and any change
//    of one of them changes that greatest as a change of a single sign would, or not at all. So
//    one of them is tried, the others being "no".
// 2. `at_least n of` is yes from n yes on, no when fewer than n could be yes, and else open. Of
//    signs that stand under the same gates and nowhere else, the n most yes (then not asked, then
//    unknown) decide the same as all of them; with the one that changes these are n + 1.
// Combinations that nobody can give (two starts at once, a question that does not apply) are
// tried too. A question that a sign opens turns "no" into "not asked"; that is the third step.
// Where another rule takes over, the lemmas are not used and every Finding is tried by itself.
//
// "Unknown is never milder than no": the same with "no" turned into "unknown"; where a rule's "yes"
// becomes open then, the whole decision is asked, everything else being "no".
//
// What the ranking adds to the level, and signs that complete no rule, are not rules: those are
// tried on whole cases in danger_pairs_test.cpp.

#include "golden/golden_case.hpp"
#include "golden/rule_cases.hpp"
#include "logic/logic.hpp"
#include "triage/triage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <span>
#include <string>

using namespace footsure;
using namespace footsure::golden;

namespace {

/// From one value of a Finding to another.
enum class Step : std::uint8_t { to_danger, to_unknown, opened };

const Question* question_of(std::uint32_t finding) {
    for (const auto& question : knowledge().questions) {
        const bool option = std::ranges::any_of(
            question.options, [&](const QuestionOption& o) { return o.finding == finding; });
        if (option || question.finding == finding) {
            return &question;
        }
    }
    return nullptr;
}

/// The value that means danger; of a number the highest.
std::size_t dangerous(const CaseVariable& variable, const Question& question) {
    return question.danger_answer == Truth::no ? kNo : variable.values.size() - 1;
}

/// Where the step may start, apart from where it ends.
bool starts_at(std::size_t from, Step step, const CaseVariable& variable,
               const Question& question) {
    switch (step) {
    case Step::to_danger: return from != dangerous(variable, question);
    case Step::opened: return from == kNo;
    case Step::to_unknown: break;
    }
    return from == (question.danger_answer == Truth::no ? kYes : kNo);
}

std::size_t ends_at(Step step, const CaseVariable& variable, const Question& question) {
    switch (step) {
    case Step::to_danger: return dangerous(variable, question);
    case Step::opened: return kNotAsked;
    case Step::to_unknown: break;
    }
    return kUnknown;
}

/// A case after one step; nothing when another option of the same choice was already chosen.
std::optional<std::size_t> after(const RuleCases& cases, std::size_t index,
                                 const CaseVariable& variable, const Question& question,
                                 Step step) {
    if (step == Step::to_danger && question.kind == QuestionKind::choice) {
        for (const auto& other : cases.variables()) {
            const bool same = &other != &variable && question_of(other.finding) == &question;
            if (same && cases.digit(index, other) == kYes) {
                return std::nullopt;
            }
        }
    }
    return cases.with(index, variable, ends_at(step, variable, question));
}

/// Whether the question is asked in this case, so that no sign can open it any more.
bool applies(const RuleCases& cases, std::size_t index, const Question& question) {
    return logic::evaluate(*question.applies_when, cases.findings(index, Truth::not_asked)) ==
           Truth::yes;
}

/// Calls `lost(from, to)` for each pair of cases between which the step takes the "yes" away.
template <class Lost>
std::size_t for_each_loss(const RuleCases& cases, const CaseVariable& variable,
                          const Question& question, Step step, Lost lost) {
    std::size_t tried = 0;
    for (std::size_t from = 0; from < cases.count(); ++from) {
        if (cases.value(from) != Truth::yes ||
            !starts_at(cases.digit(from, variable), step, variable, question)) {
            continue;
        }
        const auto to = after(cases, from, variable, question, step);
        tried += to ? 1U : 0U;
        if (to && cases.value(*to) != Truth::yes &&
            !(step == Step::opened && applies(cases, from, question))) {
            lost(from, *to);
        }
    }
    return tried;
}

bool may_step(Step step, const Question& question) {
    return step == Step::opened ? question.applies_when.has_value() : question.red_flag;
}

UrgencyLevel rules_level(std::span<const Finding> findings) {
    Urgency level;
    for (const auto& rule : knowledge().rules) {
        if (logic::evaluate(rule.when, findings) == Truth::yes) {
            level.join(rule.level);
        }
    }
    return level.level();
}

UrgencyLevel decided_level(std::vector<Finding> findings) {
    const triage::FindingsAt state{Instant(), {.values = std::move(findings)}};
    const Differential unranked;
    return triage::decide({{&state, 1}, {}, unranked}, knowledge()).urgency.level();
}

/// What takes the place of the rule in this case: other rules as long as nothing else is said, or
/// the whole decision when everything else is "no".
UrgencyLevel taken_over(const RuleCases& cases, std::size_t index, Step step) {
    return step == Step::to_danger ? rules_level(cases.findings(index, Truth::not_asked))
                                   : decided_level(cases.findings(index, Truth::no));
}

struct Proof {
    std::size_t combinations = 0;
    std::size_t steps = 0;
    std::set<std::string> taken_over{};
};

void check_without_merging(const Rule& rule, std::uint32_t finding, Step step, Proof& proof) {
    const RuleCases cases(rule.when, knowledge(), Merging::none);
    proof.combinations += cases.count();
    for (const auto& variable : cases.variables()) {
        if (question_of(variable.finding) != question_of(finding)) {
            continue;
        }
        for_each_loss(cases, variable, *question_of(finding), step, [&](auto, std::size_t to) {
            if (taken_over(cases, to, step) < rule.level) {
                CAPTURE(rule.id.text());
                CAPTURE(knowledge().findings[variable.finding].id.text());
                CHECK(word(taken_over(cases, to, step)) == word(rule.level));
            }
        });
    }
    proof.taken_over.insert(rule.id.text());
}

void prove(const Rule& rule, Proof& proof) {
    const RuleCases cases(rule.when, knowledge(), Merging::alike);
    proof.combinations += cases.count();
    for (const auto& variable : cases.variables()) {
        const auto* question = question_of(variable.finding);
        for (const auto step : {Step::to_danger, Step::to_unknown, Step::opened}) {
            if (question == nullptr || !may_step(step, *question)) {
                continue;
            }
            std::size_t lost = 0;
            proof.steps += for_each_loss(cases, variable, *question, step,
                                         [&](std::size_t, std::size_t) { ++lost; });
            if (lost > 0) {
                check_without_merging(rule, variable.finding, step, proof);
            }
        }
    }
}

}  // namespace

TEST_CASE("for each rule and all combinations: no danger sign takes its level away") {
    Proof proof;
    for (const auto& rule : knowledge().rules) {
        prove(rule, proof);
    }
    for (const auto& modifier : knowledge().modifiers) {
        prove({.id = modifier.id, .level = UrgencyLevel::emergency, .when = modifier.when}, proof);
    }
    std::printf("proof: %zu combinations, %zu steps\n", proof.combinations, proof.steps);
    // A hot joint like earlier ones, without fever: with fever, or when that is not known, R-005
    // and policy 3 are at least as urgent.
    CHECK(proof.taken_over == std::set<std::string>{"R-047"});
    CHECK(proof.steps > proof.combinations / 2);
}

TEST_CASE("the proof notices a rule that a danger sign takes away") {
    const auto when = logic::parse("joint_hot and not deep_wound", knowledge().findings);
    REQUIRE(when.has_value());
    const RuleCases cases(*when, knowledge(), Merging::alike);
    CHECK(cases.count() == 16);
    std::size_t lost = 0;
    for (const auto& variable : cases.variables()) {
        const auto count = [&](std::size_t, std::size_t) { ++lost; };
        for_each_loss(cases, variable, *question_of(variable.finding), Step::to_danger, count);
    }
    CHECK(lost == 1);
}
