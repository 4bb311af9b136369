// SPDX-License-Identifier: Apache-2.0
#include "interview/interview.hpp"

#include "interview/question_worth.hpp"
#include "logic/logic.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace footsure::interview {

namespace {

constexpr std::size_t kMostQuestions = 6;
/// Nobody is asked more than this for one problem. Source: our choice.
constexpr std::size_t kLongestInterview = 25;
/// Probability from which a broken bone, a bone stress injury or a torn tendon forbids self-tests.
/// Source: DESIGN, section 2 ("may not" of every cause from 0.10 on, EE).
constexpr double kStillPossible = 0.1;
/// Danger first, then what everything else hangs on.
constexpr std::array<std::string_view, 2> kOpeners{"onset", "place"};
constexpr std::string_view kTornTendon = "achilles_rupture";

bool is_one_of(const auto& ids, const Question& question) {
    return std::ranges::find(ids, question.id.text()) != ids.end();
}

/// Of any kind, whatever one sign alone means.
bool is_danger_for_all(const Question& question) {
    return question.red_flag && !question.applies_when;
}

/// Asked of everybody before anything else: one sign on it alone is reason to be seen.
bool is_first_screen(const Question& question) {
    return is_danger_for_all(question) && question.lone_sign >= UrgencyLevel::within_days;
}

class Picker {
public:
    Picker(const InterviewState& state, const Knowledge& knowledge)
        : state_(state), knowledge_(knowledge), tests_allowed_(tests_harm_nothing()) {}

    void pick(const Question& question) {
        const bool there = std::ranges::any_of(
            picked_, [&](const NextQuestion& next) { return next.question == question.id; });
        if (!there && may_ask(question) && picked_.size() < kMostQuestions) {
            picked_.push_back({question.id, question.text, question.why});
        }
    }

    void pick_for(const std::vector<std::uint32_t>& wanted) {
        for (const auto finding : wanted) {
            for (const auto& question : knowledge_.questions) {
                if (std::ranges::count(findings_of(question), finding) > 0) {
                    pick(question);
                    break;
                }
            }
        }
    }

    template <class Keep>
    void pick_open(Keep keep) {
        for (const auto& question : knowledge_.questions) {
            if (is_open(question) && keep(question)) {
                pick(question);
            }
        }
    }

    /// Open questions by what they are worth for each second they take.
    void pick_by_worth() {
        const auto steps = open_steps(state_, knowledge_, UrgencyLevel::routine);
        const auto so_far = answered();
        std::vector<std::pair<double, const Question*>> worth;
        for (const auto& question : knowledge_.questions) {
            if (!is_open(question) || !may_ask(question)) {
                continue;
            }
            const auto one = worth_of(question, state_, steps);
            if (one.is_material(so_far)) {
                worth.emplace_back(one.per_second(question), &question);
            }
        }
        std::ranges::stable_sort(worth,
                                 [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [value, question] : worth) {
            pick(*question);
        }
    }

    /// How many questions were answered for this problem.
    [[nodiscard]] std::size_t answered() const {
        std::size_t count = 0;
        for (const auto& question : knowledge_.questions) {
            const auto list = findings_of(question);
            count += std::ranges::any_of(list, [&](auto finding) {
                return state_.findings.values[finding].from == question.id.text();
            });
        }
        return count;
    }

    std::vector<NextQuestion> take() { return std::move(picked_); }

private:
    [[nodiscard]] bool may_ask(const Question& question) const {
        const auto applies = question.applies_when
                                 ? logic::evaluate(*question.applies_when, state_.findings.values)
                                 : Truth::yes;
        return (applies == Truth::yes || (applies == Truth::unknown && question.red_flag)) &&
               (tests_allowed_ || !question.self_test);
    }

    /// Whether something this question could tell has not been said; what does not apply counts
    /// as said (findings set it to "no").
    [[nodiscard]] bool is_open(const Question& question) const {
        return std::ranges::any_of(findings_of(question), [&](auto finding) {
            const auto& value = state_.findings.values[finding];
            const bool only_presumed =
                value.from.empty() && knowledge_.findings[finding].presumed.has_value();
            return value.truth == Truth::not_asked || only_presumed;
        });
    }

    [[nodiscard]] bool tests_harm_nothing() const {
        if (state_.decision.urgency.level() >= UrgencyLevel::same_day) {
            return false;
        }
        double fragile = 0;
        for (std::size_t i = 0; i < knowledge_.conditions.size(); ++i) {
            const auto& condition = knowledge_.conditions[i];
            if (condition.klass == ConditionClass::bone_stress ||
                condition.klass == ConditionClass::fracture || condition.id.text() == kTornTendon) {
                fragile = std::max(fragile, state_.belief.probabilities()[i]);
            }
        }
        return fragile < kStillPossible;
    }

    const InterviewState& state_;
    const Knowledge& knowledge_;
    bool tests_allowed_;
    std::vector<NextQuestion> picked_;
};

/// Whether the level stands only because danger signs are open.
bool rests_on_silence(const TriageDecision& decision) {
    return std::ranges::any_of(decision.rules,
                               [](const FiredRule& rule) { return rule.id.text() == "P-3"; });
}

/// Everything that a rule of danger above the level still hangs on, in the order of the rules.
std::vector<std::uint32_t> still_needed(const InterviewState& state, const Knowledge& knowledge) {
    if (state.decision.urgency.level() < UrgencyLevel::same_day ||
        rests_on_silence(state.decision)) {
        return state.decision.missing;
    }
    const auto steps = open_steps(state, knowledge, UrgencyLevel::emergency);
    std::vector<std::uint32_t> needed;
    std::ranges::copy_if(state.decision.missing, std::back_inserter(needed),
                         [&](auto finding) { return steps[finding] > 0; });
    return needed;
}

void pick_for_causes(const InterviewState& state, const Knowledge& knowledge, Picker& picker) {
    if (state.decision.urgency.level() <= UrgencyLevel::routine) {
        picker.pick_for(logic::open_findings(knowledge.policy.self_care, state.findings.values));
    }
    const auto steps = open_steps(state, knowledge, UrgencyLevel::within_days);
    picker.pick_open([&](const Question& question) {
        return is_danger_for_all(question) &&
               std::ranges::any_of(findings_of(question),
                                   [&](auto finding) { return steps[finding] > 0; });
    });
    if (picker.answered() < kLongestInterview) {
        picker.pick_by_worth();
    }
}

}  // namespace

std::vector<NextQuestion> next_questions(const InterviewState& state, const Knowledge& knowledge) {
    const auto level = state.decision.urgency.level();
    if (level == UrgencyLevel::emergency) {
        return {};
    }
    Picker picker(state, knowledge);
    std::vector<std::uint32_t> contradicted;
    for (const auto& contradiction : state.findings.contradictions) {
        contradicted.push_back(contradiction.finding);
    }
    picker.pick_for(contradicted);
    picker.pick_for(state.findings.asked_by_notes);
    const auto needed = still_needed(state, knowledge);
    const std::set<std::uint32_t> is_needed(needed.begin(), needed.end());
    picker.pick_open([&](const Question& question) {
        return is_first_screen(question) &&
               std::ranges::any_of(findings_of(question),
                                   [&](auto finding) { return is_needed.contains(finding); });
    });
    picker.pick_open([](const Question& question) { return is_one_of(kOpeners, question); });
    picker.pick_for(needed);
    picker.pick_for(state.findings.expired);
    if (level < UrgencyLevel::same_day) {
        pick_for_causes(state, knowledge, picker);
    }
    return picker.take();
}

}  // namespace footsure::interview
