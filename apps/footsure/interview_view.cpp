// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_view.hpp"

#include <algorithm>

namespace footsure::app {

bool contradicts(const EpisodeAdvice& advice) {
    return std::ranges::any_of(advice.triage.limits,
                               [](const Limit& limit) { return limit.code == "contradiction"; });
}

const Episode* find_episode(const CaseFile& facts, const EpisodeId& id) {
    const auto found = std::ranges::find(facts.episodes, id, &Episode::id);
    return found == facts.episodes.end() ? nullptr : &*found;
}

/// The latest answer to the question, about this problem or the person.
const Answer* latest_answer(const CaseFile& facts, const EpisodeId& id, const Question& question) {
    const Answer* latest = nullptr;
    const auto look_in = [&](const std::vector<Answer>& answers) {
        for (const auto& answer : answers) {
            if (answer.question == question.id && (latest == nullptr || answer.at >= latest->at)) {
                latest = &answer;
            }
        }
    };
    look_in(facts.answers);
    if (const auto* episode = find_episode(facts, id)) {
        look_in(episode->answers);
    }
    return latest;
}

/// A level from 'today' on is told as soon as a sign brings it, or when no danger sign is left to
/// ask; before that it may only stand for questions that are still to come.
bool is_certain(const TriageDecision& triage) {
    const auto from_sign = [&](const FiredRule& rule) {
        return rule.level == triage.urgency.level() &&
               std::ranges::any_of(rule.because,
                                   [](const Reason& reason) { return !reason.from.empty(); });
    };
    return triage.missing.empty() || std::ranges::any_of(triage.rules, from_sign);
}

/// Nobody tries things on a leg that somebody must look at first or whose danger signs are open.
bool self_tests_are_safe(const TriageDecision& triage) {
    return triage.urgency.level() < UrgencyLevel::within_days && triage.missing.empty();
}

}  // namespace footsure::app
