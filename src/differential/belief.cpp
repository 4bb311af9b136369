// SPDX-License-Identifier: Apache-2.0
#include "differential/belief.hpp"

#include "differential/belief_builder.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace footsure::differential {

namespace {

const double kCapLog = std::log(kGroupCap);

double capped(double log) {
    return std::min(std::max(log, -kCapLog), kCapLog);
}

}  // namespace

Belief::Belief(const Findings& findings, const Knowledge& knowledge)
    : evidence_(knowledge), size_(knowledge.conditions.size()) {
    BeliefBuilder(*this, knowledge).build(findings);
}

const Belief::Consequences& Belief::consequences(std::uint32_t finding, Truth truth) const {
    return truth == Truth::yes ? of_yes_[finding] : of_no_[finding];
}

double Belief::log_ratio(Step step, std::size_t condition) const {
    const std::size_t at = step.finding * size_ + condition;
    if (step.truth != Truth::yes) {
        return no_[at];
    }
    if (evidence_.answered_by(step.finding) != AnsweredBy::place) {
        return yes_[at];
    }
    // One more place: the mean of the ratios moves.
    const auto group = evidence_.group(step.finding);
    const double marked = places_[group];
    const double sum = place_sum_[group * size_ + condition];
    const double before = marked > 0 ? std::log(sum / marked) : 0;
    return std::log((sum + std::exp(yes_[at])) / (marked + 1)) - before;
}

double Belief::change(std::span<const Step> steps, std::size_t condition) const {
    double total = 0;
    for (std::size_t s = 0; s < steps.size();) {
        const auto group = evidence_.group(steps[s].finding);
        const double before = group_sum_[group * size_ + condition];
        double sum = before;
        for (; s < steps.size() && evidence_.group(steps[s].finding) == group; ++s) {
            sum += log_ratio(steps[s], condition);
        }
        total += capped(sum) - capped(before);
    }
    return kIndependentShare * total;
}

template <class Visit>
void Belief::try_out(std::uint32_t finding, Truth truth, Visit visit) const {
    const auto& follow = consequences(finding, truth);
    const Step alone{finding, truth};
    auto steps = std::span(steps_).subspan(follow.first_step, follow.end_step - follow.first_step);
    if (steps.empty() && evidence_.says_something(finding, truth)) {
        steps = std::span(&alone, 1);
    }
    auto shift = follow.first_shift;
    for (std::size_t c = 0; c < size_; ++c) {
        double log = change(steps, c);
        for (; shift < follow.end_shift && shifts_[shift].condition == c; ++shift) {
            log += shifts_[shift].log;
        }
        visit(c, log);
    }
}

void Belief::after(std::uint32_t finding, Truth truth, std::span<double> to) const {
    std::ranges::copy(probability_, to.begin());
    if (is_known(finding) || is_open(truth)) {
        return;
    }
    double total = 0;
    try_out(finding, truth, [&](std::size_t c, double log) {
        to[c] *= std::exp(log);
        total += to[c];
    });
    for (double& probability : to) {
        probability = total > 0 ? probability / total : 0;
    }
}

double Belief::entropy_after(std::uint32_t finding, Truth truth) const {
    double total = 0;
    double logs = 0;
    double last = 0;
    double factor = 1;  // of `last`: neighbours often share it
    try_out(finding, truth, [&](std::size_t c, double log) {
        if (probability_[c] <= 0) {
            return;
        }
        if (log != last) {
            last = log;
            factor = std::exp(log);
        }
        const double weight = probability_[c] * factor;
        total += weight;
        logs += weight * (log_probability_[c] + log);
    });
    return total > 0 ? std::log(total) - logs / total : 0;
}

double Belief::information(std::uint32_t finding) const {
    if (is_known(finding)) {
        return 0;
    }
    const double yes = share_yes_[finding];
    const double left =
        yes * entropy_after(finding, Truth::yes) + (1 - yes) * entropy_after(finding, Truth::no);
    return std::max(0.0, entropy_ - left) / std::numbers::ln2;
}

double Belief::one_option_information(const Question& question) const {
    double total = 0;
    double left = 0;
    for (const auto& option : question.options) {
        if (!option.finding || is_known(*option.finding)) {
            continue;
        }
        const double share = share_yes_[*option.finding];
        total += share;
        left += share * entropy_after(*option.finding, Truth::yes);
    }
    if (total < 1) {
        left += (1 - total) * entropy_;  // something else, which says nothing
        total = 1;
    }
    return std::max(0.0, entropy_ - left / total) / std::numbers::ln2;
}

double Belief::information(const Question& question) const {
    if (question.kind == QuestionKind::choice || question.kind == QuestionKind::region) {
        return one_option_information(question);
    }
    double most = 0;
    if (question.finding) {
        most = information(*question.finding);
        for (const auto derived : derived_[*question.finding]) {
            most = std::max(most, information(derived));
        }
    }
    double lines = 0;
    for (const auto& option : question.options) {
        lines += option.finding ? information(*option.finding) : 0;
    }
    return std::max(most, lines);
}

Belief believe(const Findings& findings, const Knowledge& knowledge) {
    return {findings, knowledge};
}

}  // namespace footsure::differential
