// SPDX-License-Identifier: Apache-2.0
// Two danger signs together, on whole cases: with the ranking, lone signs and modifiers, which the
// proof over the rules (triage_proof_test.cpp) does not reach.

#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

using namespace footsure;
using namespace footsure::golden;

namespace {

/// One dangerous answer.
struct Sign {
    const Question* question;
    std::string option;  ///< empty: the question's dangerous yes or no, or its highest number

    [[nodiscard]] std::string name() const { return option.empty() ? question->id.text() : option; }
};

std::vector<Sign> all_signs() {
    std::vector<Sign> signs;
    for (const auto& question : knowledge().questions) {
        if (!question.red_flag) {
            continue;
        }
        if (question.options.empty()) {
            signs.push_back({&question, ""});
        }
        for (const auto& option : question.options) {
            if (option.finding) {
                signs.push_back({&question, option.id});
            }
        }
    }
    return signs;
}

decltype(Answer::value) plain_value(const Question& question) {
    if (question.kind == QuestionKind::number) {
        return *question.max;
    }
    return question.danger_answer == Truth::no ? Said::no : Said::yes;
}

/// Marks the sign as a person would: on the list that was already answered, if there is one.
void add(const Sign& sign, CaseFile& to) {
    auto& answers = sign.question->scope == QuestionScope::person || to.episodes.empty()
                        ? to.answers
                        : to.episodes.front().answers;
    auto known = std::ranges::find(answers, sign.question->id, &Answer::question);
    if (known == answers.end()) {
        answers.push_back({.question = sign.question->id, .value = {}, .at = to.at.at});
        known = std::prev(answers.end());
        known->value = std::vector<std::string>{};
    }
    auto* list = std::get_if<std::vector<std::string>>(&known->value);
    if (sign.option.empty()) {
        known->value = plain_value(*sign.question);
    } else if (list != nullptr && sign.question->kind != QuestionKind::choice) {
        list->push_back(sign.option);
    } else {
        known->value = std::vector<std::string>{sign.option};
    }
}

UrgencyLevel level_with(const CaseFile& base, std::initializer_list<const Sign*> signs) {
    CaseFile changed = base;
    for (const auto* sign : signs) {
        add(*sign, changed);
    }
    return answer(changed).urgency.level();
}

/// Two options of one choice are not two signs.
bool exclude_each_other(const Sign& one, const Sign& other) {
    return one.question == other.question && one.question->kind == QuestionKind::choice;
}

const GoldenCase& case_named(const std::string& name) {
    const auto it = std::ranges::find(all_cases(), name, &GoldenCase::name);
    REQUIRE(it != all_cases().end());
    return *it;
}

std::size_t check_pairs(const CaseFile& base) {
    const auto signs = all_signs();
    std::vector<UrgencyLevel> alone;
    for (const auto& sign : signs) {
        alone.push_back(level_with(base, {&sign}));
    }
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        for (std::size_t k = i + 1; k < signs.size(); ++k) {
            if (exclude_each_other(signs[i], signs[k])) {
                continue;
            }
            ++pairs;
            const auto both = level_with(base, {&signs[i], &signs[k]});
            if (both < std::max(alone[i], alone[k])) {
                const auto first = signs[i].name();
                const auto second = signs[k].name();
                CAPTURE(first);
                CAPTURE(second);
                CHECK(word(both) == word(std::max(alone[i], alone[k])));
            }
        }
    }
    return pairs;
}

}  // namespace

TEST_CASE("two danger signs together are never milder than one of them") {
    std::size_t pairs = 0;
    for (const auto* name :
         {"sprain_walks_no_danger", "achilles_gradual_morning_stiff", "hostile_nearly_nothing"}) {
        CAPTURE(std::string(name));
        pairs += check_pairs(case_named(name).case_file);
    }
    std::printf("danger signs: %zu, pairs on whole cases: %zu\n", all_signs().size(), pairs);
    CHECK(pairs > 6000);
}

TEST_CASE("the order in which two signs are said does not change the advice") {
    const auto signs = all_signs();
    const auto& base = case_named("sprain_walks_no_danger").case_file;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const auto& other = signs[(i + signs.size() / 2) % signs.size()];
        if (exclude_each_other(signs[i], other)) {
            continue;
        }
        CaseFile one = base;
        add(signs[i], one);
        add(other, one);
        CaseFile turned = base;
        add(other, turned);
        add(signs[i], turned);
        std::ranges::reverse(turned.episodes.front().answers);
        std::ranges::reverse(turned.answers);
        const auto name = signs[i].name();
        CAPTURE(name);
        CHECK(answer_text(one) == answer_text(turned));
    }
}

TEST_CASE("with any danger sign, what is urgent holds nothing but the way to care") {
    for (const auto& one : all_cases()) {
        for (const auto& sign : all_signs()) {
            CaseFile changed = one.case_file;
            add(sign, changed);
            const auto advice = answer(changed);
            for (const auto& episode : advice.episodes) {
                const bool urgent = episode.triage.urgency.level() >= UrgencyLevel::same_day;
                const auto name = sign.name();
                CAPTURE(one.name);
                CAPTURE(name);
                CHECK(std::holds_alternative<UrgentHelp>(episode.help) == urgent);
            }
            if (advice.urgency.level() >= UrgencyLevel::within_days) {
                CHECK(advice.guard.verdict == GuardVerdict::no_run);
            }
        }
    }
}
