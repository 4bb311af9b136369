// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/logic.hpp"
#include "triage/triage.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// What the tests of this module share: a few Findings, rules over them, and a decision.
namespace footsure::triage {

inline Instant on_day(int day) {
    return Instant(Day(std::chrono::year(2026) / 3 / day)) + std::chrono::hours(12);
}

class SmallTriage {
public:
    /// Findings a to e, injury and walks; self-care unless a rule or one of its conditions objects.
    SmallTriage() {
        for (const auto* id : {"a", "b", "c", "d", "e", "injury", "walks", "well"}) {
            knowledge.findings.push_back({.id = FindingId(id), .text = std::string("sign ") + id});
        }
        knowledge.policy.acute_situation = expression("injury");
        knowledge.policy.bone_press_only = expression("injury and walks");
        knowledge.policy.self_care = expression("well");
        knowledge.policy.rank_raises_from = 0.2;
        states.push_back(state(on_day(20), Truth::no));
        set("well", Truth::yes);
    }

    [[nodiscard]] Expression expression(std::string_view text) const {
        return logic::parse(text, knowledge.findings).value();
    }

    [[nodiscard]] std::uint32_t finding(std::string_view id) const {
        return find_finding(knowledge, id).value();
    }

    [[nodiscard]] FindingsAt state(Instant at, Truth truth) const {
        FindingsAt result{at, {}};
        result.findings.values.assign(knowledge.findings.size(), Finding{.truth = truth});
        return result;
    }

    Rule& rule(const std::string& id, UrgencyLevel level, std::string_view when) {
        knowledge.rules.push_back({.id = RuleId(id), .level = level, .when = expression(when)});
        std::ranges::stable_sort(knowledge.rules, std::ranges::greater(), &Rule::level);
        return *std::ranges::find(knowledge.rules, RuleId(id), &Rule::id);
    }

    void modifier(const std::string& id, std::string_view when,
                  std::optional<UrgencyLevel> at_least = std::nullopt) {
        knowledge.modifiers.push_back(
            {.id = RuleId(id), .when = expression(when), .at_least = at_least});
    }

    void cause(const std::string& id, int number, UrgencyLevel mild, double probability) {
        knowledge.conditions.push_back({.id = ConditionId(id),
                                        .number = number,
                                        .name = id,
                                        .level_mild = mild,
                                        .level_severe = UrgencyLevel::emergency});
        ranked.push_back({.condition = ConditionId(id),
                          .name = id,
                          .probability = Probability::of(probability)});
    }

    /// A danger screen whose options are Findings, and what one of them means by itself.
    void screen(std::vector<std::string> options, UrgencyLevel lone_sign) {
        Question question{.id = QuestionId("screen"),
                          .kind = QuestionKind::choices,
                          .red_flag = true,
                          .lone_sign = lone_sign};
        for (const auto& option : options) {
            question.options.push_back({option, option, finding(option)});
        }
        knowledge.questions.push_back(std::move(question));
    }

    Finding& value(std::string_view id, std::size_t index) {
        return states[index].findings.values[finding(id)];
    }

    void set(std::string_view id, Truth truth, std::optional<Instant> at = std::nullopt) {
        auto& now = value(id, states.size() - 1);
        now.truth = truth;
        now.at = at;
    }

    [[nodiscard]] TriageDecision decide() const {
        return triage::decide({states, seen, ranked, offset}, knowledge);
    }

    [[nodiscard]] UrgencyLevel level() const { return decide().urgency.level(); }

    /// The ids of what led to the level, in their order.
    [[nodiscard]] std::string fired() const {
        std::string ids;
        for (const auto& one : decide().rules) {
            ids += (ids.empty() ? "" : " ") + one.id.text();
        }
        return ids;
    }

    [[nodiscard]] bool has_limit(std::string_view code) const {
        return std::ranges::any_of(decide().limits,
                                   [&](const Limit& limit) { return limit.code == code; });
    }

    Knowledge knowledge;
    std::vector<FindingsAt> states;
    std::vector<Seen> seen;
    Differential ranked;
    UtcOffset offset{0};
};

}  // namespace footsure::triage
