// SPDX-License-Identifier: Apache-2.0
#include "interview/question_worth.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::interview {

namespace {

/// Expected steps of the level from which an answer is worth the Runner's time.
/// Source: our choice: one runner in twenty moves by one level (EE).
constexpr double kMaterialLevel = 0.05;
/// Bits from which an answer moves the order enough to be asked. Source: our choice, from the
/// lengths of the interviews of the golden cases (EE).
constexpr double kMaterialBits = 0.25;
/// After each so many answers a further one must bring that much more again. Source: our choice,
/// from the lengths of the interviews of the golden cases (EE).
constexpr double kAnswersThatTire = 4;
/// How many bits of order one expected step of the level is worth. Source: our choice (EE).
constexpr double kBitsForLevel = 4;

/// Seconds a Runner needs. Source: our estimates by kind of question (EE).
constexpr double kSecondsToRead = 4;
constexpr double kSecondsForLine = 1.5;
constexpr double kSecondsForTest = 20;

double seconds_for(const Question& question) {
    return kSecondsToRead + kSecondsForLine * static_cast<double>(question.options.size()) +
           (question.self_test ? kSecondsForTest : 0);
}

/// Marks what an open expression still hangs on, through derived Findings to what can be asked.
class OpenMarker {
public:
    OpenMarker(const Findings& findings, const Knowledge& knowledge, std::vector<double>& steps)
        : findings_(findings), knowledge_(knowledge), steps_(steps) {}

    void mark(const Expression& when, double steps) {
        for (const auto finding : logic::open_findings(when, findings_.values)) {
            if (steps_[finding] >= steps) {
                continue;
            }
            steps_[finding] = steps;
            const auto& derived = knowledge_.findings[finding].when;
            if (derived) {
                mark(*derived, steps);
            }
        }
    }

private:
    const Findings& findings_;
    const Knowledge& knowledge_;
    std::vector<double>& steps_;
};

}  // namespace

bool Worth::is_material(std::size_t answered) const {
    const double patience = 1 + static_cast<double>(answered) / kAnswersThatTire;
    return level >= patience * kMaterialLevel || bits >= patience * kMaterialBits;
}

double Worth::per_second(const Question& question) const {
    return (kBitsForLevel * level + bits) / seconds_for(question);
}

std::vector<double> open_steps(const InterviewState& state, const Knowledge& knowledge,
                               UrgencyLevel least) {
    std::vector<double> steps(knowledge.findings.size(), 0);
    OpenMarker marker(state.findings, knowledge, steps);
    const auto now = static_cast<int>(state.decision.urgency.level());
    for (const auto& rule : knowledge.rules) {
        const int up = static_cast<int>(rule.level) - now;
        if (up > 0 && rule.level >= least &&
            logic::is_open(logic::evaluate(rule.when, state.findings.values))) {
            marker.mark(rule.when, up);
        }
    }
    return steps;
}

Worth worth_of(const Question& question, const InterviewState& state,
               const std::vector<double>& steps) {
    Worth worth{.bits = state.belief.information(question)};
    for (const auto finding : findings_of(question)) {
        worth.level += steps[finding] * state.belief.share_yes(finding);
    }
    return worth;
}

}  // namespace footsure::interview
