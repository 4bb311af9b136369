// SPDX-License-Identifier: Apache-2.0
#include "differential/differential.hpp"

#include "differential/hypotheses.hpp"
#include "differential/reasons.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::differential {

namespace {

/// A cause below both of these is listed without its reasons: nothing is decided by it.
/// Source: our choice; below the upper probability from which a plan heeds a cause (EE).
constexpr double kReasonsFrom = 0.005;
constexpr double kReasonsFromHigh = 0.05;

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Variance of the log-odds of `one` against all others, each uncertain by itself.
double odds_variance(std::span<const Belonging> all, std::size_t one) {
    double others = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        others += i == one ? 0 : all[i].probability;
    }
    double variance = all[one].variance;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != one && others > 0) {
            const double part = all[i].probability / others;
            variance += part * part * all[i].variance;
        }
    }
    return variance;
}

/// Probability with its interval: the log-odds spread by what the figures leave open.
void set_probability(std::span<const Belonging> all, std::size_t one, RankedCondition& to) {
    const double share = std::clamp(all[one].probability, 0.0, 1.0);
    const double log_odds = std::log(share / (1 - share));
    const double spread = kNinetyPercent * std::sqrt(odds_variance(all, one));
    to.probability = Probability::of(share);
    to.low = Probability::of(logistic(log_odds - spread));
    to.high = Probability::of(logistic(log_odds + spread));
}

bool named_by_clinician(const Condition& condition, std::span<const Seen> seen) {
    return std::ranges::any_of(seen, [&](const Seen& s) { return s.finding == condition.id; });
}

/// Most likely first; what a clinician named before everything else.
bool stands_before(const RankedCondition& a, const RankedCondition& b) {
    return a.named_by_clinician != b.named_by_clinician ? a.named_by_clinician
                                                        : a.probability > b.probability;
}

}  // namespace

Differential order(const Findings& findings, const Knowledge& knowledge) {
    const Evidence evidence(knowledge);
    const auto all = weigh(observed(findings, knowledge), evidence, knowledge);
    Differential ranked;
    ranked.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        ranked.push_back(
            {.condition = knowledge.conditions[i].id,
             .probability = Probability::of(std::clamp(all[i].probability, 0.0, 1.0))});
    }
    std::ranges::stable_sort(ranked, stands_before);
    return ranked;
}

Differential rank(const Findings& findings, std::span<const Seen> seen,
                  const Knowledge& knowledge) {
    const Evidence evidence(knowledge);
    const auto values = observed(findings, knowledge);
    const auto all = weigh(values, evidence, knowledge);
    const ReasonWriter reasons(findings, values, evidence, knowledge);
    Differential ranked;
    ranked.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto& condition = knowledge.conditions[i];
        RankedCondition one{.condition = condition.id, .name = condition.name};
        set_probability(all, i, one);
        one.claims = condition.claims;
        one.named_by_clinician = named_by_clinician(condition, seen);
        if (all[i].partner) {
            one.together_with = knowledge.conditions[*all[i].partner].id;
        }
        if (one.named_by_clinician || one.probability.value() >= kReasonsFrom ||
            one.high.value() >= kReasonsFromHigh) {
            reasons.write(i, one);
        }
        ranked.push_back(std::move(one));
    }
    std::ranges::stable_sort(ranked, [](const RankedCondition& a, const RankedCondition& b) {
        return a.named_by_clinician != b.named_by_clinician ? a.named_by_clinician
                                                            : a.probability > b.probability;
    });
    return ranked;
}

}  // namespace footsure::differential
