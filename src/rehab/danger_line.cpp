// SPDX-License-Identifier: Apache-2.0
#include "rehab/danger_line.hpp"

#include <algorithm>
#include <chrono>

namespace footsure::rehab {

namespace {

bool says_something(const Answer& answer) {
    const auto* const said = std::get_if<Said>(&answer.value);
    return !answer.incomplete && (said == nullptr || *said != Said::unknown);
}

std::vector<const Answer*> all_answers(const EpisodeFacts& facts, const PlanFacts& plan) {
    std::vector<const Answer*> all;
    const auto add = [&](const std::vector<Answer>& answers) {
        for (const auto& answer : answers) {
            if (answer.at <= plan.now.at && says_something(answer)) {
                all.push_back(&answer);
            }
        }
    };
    add(plan.case_file.answers);
    add(facts.episode.answers);
    for (const auto& check_in : plan.case_file.check_ins) {
        if (check_in.episode == facts.episode.id || check_in.episode.empty()) {
            add(check_in.answers);
        }
    }
    return all;
}

}  // namespace

DangerLine::DangerLine(const EpisodeFacts& facts, const PlanFacts& plan)
    : early_hours_(plan.knowledge.policy.expires_early_hours),
      late_hours_(plan.knowledge.policy.expires_late_hours) {
    if (facts.episode.started_on) {
        const std::chrono::duration<double, std::chrono::hours::period> early(
            plan.knowledge.policy.early_phase_hours);
        early_until_ = Instant(*facts.episode.started_on) - plan.now.offset +
                       std::chrono::duration_cast<Instant::duration>(early);
    }
    const auto answers = all_answers(facts, plan);
    for (const auto& question : plan.knowledge.questions) {
        if (!is_danger_screen(question)) {
            continue;
        }
        auto& times = screens_.emplace_back();
        for (const Answer* answer : answers) {
            if (answer->question == question.id) {
                times.push_back(answer->at);
            }
        }
        std::ranges::sort(times);
    }
}

bool DangerLine::is_answered(Instant at) const {
    const double lasts = at < early_until_ ? early_hours_ : late_hours_;
    return std::ranges::all_of(screens_, [&](const std::vector<Instant>& times) {
        const auto later = std::ranges::upper_bound(times, at);
        return later != times.begin() && hours_between(*std::prev(later), at) <= lasts;
    });
}

}  // namespace footsure::rehab
