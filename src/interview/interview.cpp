// SPDX-License-Identifier: Apache-2.0
#include "interview/interview.hpp"

#include "differential/differential.hpp"
#include "logic/logic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace footsure::interview {

namespace {

constexpr std::size_t kMostQuestions = 6;
/// Below this spread an answer hardly moves the order.
constexpr double kWorthAsking = 0.05;
/// Asked before anything that only sharpens the ranking.
constexpr std::array<std::string_view, 4> kOpeners{"onset", "place", "pain_now", "walk_normally"};

bool gives(const Question& question, std::uint32_t finding) {
    return question.finding == finding ||
           std::ranges::any_of(question.options,
                               [&](const auto& option) { return option.finding == finding; });
}

/// Whether something this question could tell has not been said; what does not apply counts as
/// said (findings set it to "no").
bool is_open(const Question& question, const Findings& findings, const Knowledge& knowledge) {
    const auto open = [&](const std::optional<std::uint32_t>& finding) {
        if (!finding) {
            return false;
        }
        const auto& value = findings.values[*finding];
        const bool only_presumed =
            value.from.empty() && knowledge.findings[*finding].presumed.has_value();
        return value.truth == Truth::not_asked || only_presumed;
    };
    return open(question.finding) || std::ranges::any_of(question.options, [&](const auto& option) {
               return open(option.finding);
           });
}

class Picker {
public:
    Picker(const Findings& findings, const Knowledge& knowledge)
        : findings_(findings), knowledge_(knowledge) {}

    void pick(const Question& question) {
        const bool there = std::ranges::any_of(
            picked_, [&](const NextQuestion& next) { return next.question == question.id; });
        const bool applies =
            !question.applies_when ||
            logic::evaluate(*question.applies_when, findings_.values) == Truth::yes;
        if (!there && applies && picked_.size() < kMostQuestions) {
            picked_.push_back({question.id, question.text, question.why});
        }
    }

    void pick_for(const std::vector<std::uint32_t>& wanted) {
        for (const auto finding : wanted) {
            for (const auto& question : knowledge_.questions) {
                if (gives(question, finding)) {
                    pick(question);
                    break;
                }
            }
        }
    }

    template <class Keep>
    void pick_open(Keep keep) {
        for (const auto& question : knowledge_.questions) {
            if (is_open(question, findings_, knowledge_) && keep(question)) {
                pick(question);
            }
        }
    }

    std::vector<NextQuestion> take() { return std::move(picked_); }

private:
    const Findings& findings_;
    const Knowledge& knowledge_;
    std::vector<NextQuestion> picked_;
};

void pick_by_worth(const Findings& findings, const Differential& ranked, const Knowledge& knowledge,
                   Picker& picker) {
    std::vector<std::pair<double, const Question*>> worth;
    for (const auto& question : knowledge.questions) {
        if (is_open(question, findings, knowledge)) {
            worth.emplace_back(differential::discrimination(question, ranked, knowledge),
                               &question);
        }
    }
    std::ranges::stable_sort(worth, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [value, question] : worth) {
        if (value >= kWorthAsking) {
            picker.pick(*question);
        }
    }
}

}  // namespace

std::vector<NextQuestion> next_questions(const Findings& findings, const TriageDecision& decision,
                                         const Differential& ranked, const Knowledge& knowledge) {
    if (decision.urgency.level() == UrgencyLevel::emergency) {
        return {};
    }
    Picker picker(findings, knowledge);
    std::vector<std::uint32_t> contradicted;
    for (const auto& contradiction : findings.contradictions) {
        contradicted.push_back(contradiction.finding);
    }
    picker.pick_for(contradicted);
    picker.pick_for(findings.asked_by_notes);
    picker.pick_for(decision.missing);
    picker.pick_for(findings.expired);
    picker.pick_open([](const Question& question) { return question.red_flag; });
    picker.pick_open([](const Question& question) {
        return std::ranges::find(kOpeners, question.id.text()) != kOpeners.end();
    });
    pick_by_worth(findings, ranked, knowledge, picker);
    return picker.take();
}

}  // namespace footsure::interview
