// SPDX-License-Identifier: Apache-2.0
#include "differential/differential.hpp"

#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace footsure::differential {

namespace {

/// Most that one FindingGroup may multiply. Source: evidence_conditions, section 1 (EE).
constexpr double kGroupCap = 50;
/// How much of the joint evidence of all groups counts, because groups still share causes (pain on
/// load moves location, tests and course together). Source: our estimate, decision 0004 (EE).
constexpr double kIndependentShare = 0.6;
/// Half-width of a 90 % interval in standard deviations. Source: normal distribution; reading the
/// range of a figure as its 90 % interval is ours (EE).
constexpr double kNinetyPercent = 1.645;
/// Reasons with a smaller factor than this (natural logarithm) are not worth a line.
/// Source: our choice, 5 % (EE).
constexpr double kSmallestReason = 0.05;

double log_variance(const Figure& figure) {
    const double sd = (std::log(figure.high) - std::log(figure.low)) / (2 * kNinetyPercent);
    return sd * sd;
}

/// One Condition before normalising.
struct Weighed {
    const Condition* condition = nullptr;
    double log_weight = 0;
    double variance = 0;
    std::vector<Reason> reasons;
};

class Weigher {
public:
    Weigher(const Findings& findings, const Knowledge& knowledge)
        : findings_(findings), knowledge_(knowledge) {}

    Weighed weigh(const Condition& condition) {
        Weighed weighed{.condition = &condition,
                        .log_weight = std::log(condition.weight.value),
                        .variance = log_variance(condition.weight)};
        for (const auto& modifier : condition.modifiers) {
            apply(modifier, weighed);
        }
        std::map<std::string, double> groups;
        for (const auto& likelihood : condition.likelihoods) {
            apply(likelihood, weighed, groups);
        }
        double evidence = 0;
        for (const auto& [group, sum] : groups) {
            evidence += std::clamp(sum, -std::log(kGroupCap), std::log(kGroupCap));
        }
        weighed.log_weight += kIndependentShare * evidence;
        return weighed;
    }

private:
    void apply(const WeightModifier& modifier, Weighed& weighed) {
        if (logic::evaluate(modifier.when, findings_.values) != Truth::yes) {
            return;
        }
        weighed.log_weight += std::log(modifier.factor.value);
        weighed.variance += log_variance(modifier.factor);
        weighed.reasons.push_back({.text = modifier.text,
                                   .weight = std::log(modifier.factor.value),
                                   .certainty = modifier.factor.certainty,
                                   .sources = modifier.factor.sources});
    }

    void apply(const Likelihood& likelihood, Weighed& weighed,
               std::map<std::string, double>& groups) {
        const auto& finding = findings_.values[likelihood.finding];
        const auto& figure = finding.truth == Truth::yes  ? likelihood.present
                             : finding.truth == Truth::no ? likelihood.absent
                                                          : std::nullopt;
        if (!figure) {
            return;
        }
        const auto& definition = knowledge_.findings[likelihood.finding];
        const double log_ratio = std::log(figure->value);
        groups[definition.group.empty() ? definition.id.text() : definition.group] += log_ratio;
        weighed.variance += log_variance(*figure);
        weighed.reasons.push_back(
            {.text = logic::describe(likelihood.finding, findings_, knowledge_),
             .finding = definition.id.text(),
             .from = finding.from,
             .weight = log_ratio,
             .certainty = figure->certainty,
             .sources = figure->sources});
    }

    const Findings& findings_;
    const Knowledge& knowledge_;
};

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Sorts the reasons into for and against, strongest first.
void add_reasons(std::vector<Reason> reasons, RankedCondition& ranked) {
    std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) {
        return std::abs(a.weight.value_or(0)) > std::abs(b.weight.value_or(0));
    });
    for (auto& reason : reasons) {
        const double weight = reason.weight.value_or(0);
        if (std::abs(weight) < kSmallestReason) {
            continue;
        }
        auto& list = weight > 0 ? ranked.supporting : ranked.opposing;
        list.push_back(std::move(reason));
    }
}

/// Variance of the log-odds of `one` against all others, each uncertain by itself.
double odds_variance(const std::vector<Weighed>& all, const std::vector<double>& shares,
                     std::size_t one) {
    const double others = 1 - shares[one];
    double variance = all[one].variance;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != one && others > 0) {
            const double part = shares[i] / others;
            variance += part * part * all[i].variance;
        }
    }
    return variance;
}

std::vector<double> shares_of(const std::vector<Weighed>& all) {
    double top = -std::numeric_limits<double>::infinity();
    for (const auto& weighed : all) {
        top = std::max(top, weighed.log_weight);
    }
    std::vector<double> shares;
    double total = 0;
    for (const auto& weighed : all) {
        shares.push_back(std::exp(weighed.log_weight - top));
        total += shares.back();
    }
    for (auto& share : shares) {
        share /= total;
    }
    return shares;
}

bool named_by_clinician(const Condition& condition, std::span<const Seen> seen) {
    return std::ranges::any_of(seen, [&](const Seen& s) { return s.finding == condition.id; });
}

double log_ratio_of(const std::optional<Figure>& figure) {
    return figure ? std::log(figure->value) : 0;
}

/// Log ratio between "yes" and "no" of the Finding; 0 where the Condition does not know it.
double log_ratio_of(const Condition& condition, std::uint32_t finding) {
    const auto it = std::ranges::find(condition.likelihoods, finding, &Likelihood::finding);
    return it == condition.likelihoods.end() ? 0
                                             : log_ratio_of(it->present) - log_ratio_of(it->absent);
}

/// Variance of that log ratio over the ranked Conditions.
double spread(std::uint32_t finding, const Differential& ranked, const Knowledge& knowledge) {
    double mean = 0;
    double square = 0;
    for (const auto& one : ranked) {
        const auto* condition = find_condition(knowledge, one.condition.text());
        const double ratio = log_ratio_of(*condition, finding);
        mean += one.probability.value() * ratio;
        square += one.probability.value() * ratio * ratio;
    }
    return square - mean * mean;
}

}  // namespace

Differential rank(const Findings& findings, std::span<const Seen> seen,
                  const Knowledge& knowledge) {
    Weigher weigher(findings, knowledge);
    std::vector<Weighed> all;
    for (const auto& condition : knowledge.conditions) {
        all.push_back(weigher.weigh(condition));
    }
    const auto shares = shares_of(all);
    Differential ranked;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double share = std::clamp(shares[i], 0.0, 1.0);
        const double log_odds = std::log(share / (1 - share));
        const double spread = kNinetyPercent * std::sqrt(odds_variance(all, shares, i));
        RankedCondition one{.condition = all[i].condition->id,
                            .name = all[i].condition->name,
                            .probability = Probability::of(share),
                            .low = Probability::of(logistic(log_odds - spread)),
                            .high = Probability::of(logistic(log_odds + spread))};
        one.named_by_clinician = named_by_clinician(*all[i].condition, seen);
        add_reasons(std::move(all[i].reasons), one);
        ranked.push_back(std::move(one));
    }
    std::ranges::stable_sort(ranked, [](const RankedCondition& a, const RankedCondition& b) {
        return a.named_by_clinician != b.named_by_clinician ? a.named_by_clinician
                                                            : a.probability > b.probability;
    });
    return ranked;
}

double discrimination(const Question& question, const Differential& ranked,
                      const Knowledge& knowledge) {
    double most = question.finding ? spread(*question.finding, ranked, knowledge) : 0;
    for (const auto& option : question.options) {
        if (option.finding) {
            most = std::max(most, spread(*option.finding, ranked, knowledge));
        }
    }
    return most;
}

}  // namespace footsure::differential
