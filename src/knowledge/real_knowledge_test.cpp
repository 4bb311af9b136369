// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_folder_test.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace footsure;
using knowledge::real_knowledge;

TEST_CASE("the knowledge folder compiles without an error") {
    CHECK_FALSE(real_knowledge().version.empty());
    CHECK(real_knowledge().rules.size() > 40);
}

TEST_CASE("every T0 and T1 rule of the evidence is there, at its level") {
    std::map<std::string, UrgencyLevel> wanted;
    for (const auto* id : {"R-001", "R-002", "R-003", "R-004", "R-005", "R-006", "R-007", "R-008",
                           "R-009", "R-010", "R-011", "R-012", "R-035b", "R-051a"}) {
        wanted[id] = UrgencyLevel::emergency;
    }
    for (const auto* id :
         {"R-020", "R-021", "R-022", "R-023", "R-024", "R-025", "R-026a", "R-027", "R-028", "R-029",
          "R-030", "R-031", "R-032", "R-033", "R-034", "R-035a", "R-036", "R-037"}) {
        wanted[id] = UrgencyLevel::same_day;
    }
    for (const auto* id :
         {"R-026b", "R-040", "R-041", "R-042", "R-043", "R-044", "R-049", "R-052", "R-055"}) {
        wanted[id] = UrgencyLevel::within_days;
    }
    for (const auto& [id, level] : wanted) {
        CAPTURE(id);
        const auto& rules = real_knowledge().rules;
        const auto rule = std::ranges::find(rules, RuleId(id), &Rule::id);
        REQUIRE(rule != rules.end());
        CHECK(word(rule->level) == word(level));
    }
}

TEST_CASE("the hours until somebody must be seen keep to the level's window") {
    for (const auto& rule : real_knowledge().rules) {
        CAPTURE(rule.id.text());
        switch (rule.level) {
        case UrgencyLevel::emergency: CHECK(rule.seen_within_hours == 0); break;
        case UrgencyLevel::same_day: CHECK(rule.seen_within_hours == 24); break;
        case UrgencyLevel::within_days:
            CHECK(rule.seen_within_hours > 24);
            CHECK(rule.seen_within_hours <= 168);
            break;
        default: CHECK(rule.seen_within_hours == 0);
        }
        CHECK_FALSE(rule.sources.empty());
    }
}

TEST_CASE("all 57 conditions are there, each number and id once") {
    std::set<int> numbers;
    std::set<std::string> ids;
    for (const auto& condition : real_knowledge().conditions) {
        CAPTURE(condition.id.text());
        CHECK(numbers.insert(condition.number).second);
        CHECK(ids.insert(condition.id.text()).second);
        CHECK(condition.level_mild <= condition.level_severe);
        const bool only_by_modifier = std::ranges::any_of(
            condition.modifiers, [](const auto& modifier) { return modifier.weight.has_value(); });
        CHECK((condition.weight.low > 0 || only_by_modifier));
    }
    for (int number = 1; number <= 57; ++number) {
        CAPTURE(number);
        CHECK(numbers.contains(number));
    }
}

TEST_CASE("the policy says what the evidence says") {
    const auto& policy = real_knowledge().policy;
    CHECK(policy.rank_raises_from == 0.2);
    CHECK(policy.early_phase_hours == 72);
    CHECK(policy.expires_early_hours == 24);
    CHECK(policy.expires_late_hours == 168);
}

TEST_CASE("a danger screen is one question of at most eight signs, and a danger sign expires") {
    for (const auto& question : real_knowledge().questions) {
        CAPTURE(question.id.text());
        if (question.id.text().starts_with("danger_")) {
            CHECK(question.red_flag);
            CHECK(question.options.size() <= 8);
            CHECK_FALSE(question.applies_when);
        }
    }
    for (const auto* id : {"danger_body", "danger_limb", "danger_joint", "danger_calf",
                           "danger_nerve", "danger_pain", "four_steps_now", "bone_press"}) {
        CAPTURE(id);
        const auto* question = find_question(real_knowledge(), id);
        REQUIRE(question != nullptr);
        CHECK(question->red_flag);
    }
    CHECK(find_question(real_knowledge(), "four_steps_now")->danger_answer == Truth::no);
}

TEST_CASE("danger words are lower case with plain apostrophes, as the notes are searched") {
    for (const auto& words : real_knowledge().danger_words) {
        for (const auto& phrase : words.phrases) {
            CAPTURE(phrase);
            CHECK(std::ranges::none_of(phrase, [](char c) { return c >= 'A' && c <= 'Z'; }));
            CHECK(phrase.find("\xE2\x80\x99") == std::string::npos);
            CHECK(phrase.find_first_of(".,;:!?\n()") == std::string::npos);
            CHECK(phrase.find_first_not_of(' ') != std::string::npos);
        }
    }
}
