// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Knowledge of conditions and findings put together by name, for this module's tests.

#include "differential/differential.hpp"
#include "logic/logic.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace footsure::differential::testing {

/// A figure without a range.
inline Figure exact(double value) {
    return {.value = value, .low = value, .high = value};
}

class KnowledgeBuilder {
public:
    std::uint32_t finding(const std::string& id, const std::string& group = "") {
        knowledge_.findings.push_back({.id = FindingId(id), .text = id, .group = group});
        return static_cast<std::uint32_t>(knowledge_.findings.size() - 1);
    }

    /// Of one family unless told otherwise: a single cause, as long as pairs are not the matter.
    Condition& condition(const std::string& id, Figure weight) {
        knowledge_.conditions.push_back(
            {.id = ConditionId(id), .name = id, .weight = std::move(weight), .family = "one"});
        return knowledge_.conditions.back();
    }

    /// A question whose options are these Findings.
    void question(QuestionKind kind, const std::vector<std::uint32_t>& options) {
        Question question{.id = QuestionId("q" + std::to_string(knowledge_.questions.size())),
                          .kind = kind};
        for (const auto finding : options) {
            question.options.push_back({knowledge_.findings[finding].id.text(), "", finding});
        }
        knowledge_.questions.push_back(std::move(question));
    }

    [[nodiscard]] Expression when(std::string_view text) const {
        auto expression = logic::parse(text, knowledge_.findings);
        REQUIRE(expression);
        return *expression;
    }

    [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }

    [[nodiscard]] Knowledge& knowledge() { return knowledge_; }

    /// Nothing asked yet.
    [[nodiscard]] Findings silence() const {
        return {.values = std::vector<Finding>(knowledge_.findings.size())};
    }

private:
    Knowledge knowledge_;
};

/// What a Finding is once somebody has said it.
inline Finding said(Truth truth) {
    return {.truth = truth, .from = "q"};
}

inline const RankedCondition& ranked(const Differential& differential, std::string_view id) {
    for (const auto& one : differential) {
        if (one.condition.text() == id) {
            return one;
        }
    }
    FAIL("no such condition is ranked");
    return differential.front();
}

inline double odds(const Differential& differential, std::string_view of, std::string_view to) {
    return ranked(differential, of).probability.value() /
           ranked(differential, to).probability.value();
}

}  // namespace footsure::differential::testing
