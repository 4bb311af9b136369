// SPDX-License-Identifier: Apache-2.0
#include "interview/interview.hpp"
#include "interview/question_worth.hpp"

#include <algorithm>

namespace footsure::interview {

namespace {

constexpr std::size_t kMostTurning = 3;
/// Answers rarer than this are not worth a line. Source: our choice, one runner in fifty (EE).
constexpr double kRarest = 0.02;

struct Candidate {
    double share = 0;
    TurningAnswer answer;
};

std::size_t first_of(std::span<const double> probabilities) {
    return static_cast<std::size_t>(std::ranges::max_element(probabilities) -
                                    probabilities.begin());
}

}  // namespace

std::vector<TurningAnswer> turning_answers(const InterviewState& state,
                                           const Knowledge& knowledge) {
    if (knowledge.conditions.empty()) {
        return {};
    }
    const auto now = first_of(state.belief.probabilities());
    std::vector<double> then(knowledge.conditions.size());
    std::vector<Candidate> found;
    for (const auto& question : knowledge.questions) {
        for (const auto finding : findings_of(question)) {
            const double share = state.belief.share_yes(finding);
            if (state.belief.is_known(finding) || share < kRarest ||
                state.findings.values[finding].truth != Truth::not_asked) {
                continue;
            }
            state.belief.after(finding, Truth::yes, then);
            if (const auto first = first_of(then); first != now) {
                found.push_back({share,
                                 {question.id, knowledge.findings[finding].text,
                                  knowledge.conditions[first].id}});
            }
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.share > b.share; });
    std::vector<TurningAnswer> answers;
    for (auto& candidate : found) {
        if (answers.size() < kMostTurning) {
            answers.push_back(std::move(candidate.answer));
        }
    }
    return answers;
}

}  // namespace footsure::interview
