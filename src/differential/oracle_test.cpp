// SPDX-License-Identifier: Apache-2.0
#include "differential/random_world_test.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace footsure::differential::testing {

namespace {

bool is(const World& world, std::uint32_t finding, Truth wanted);

/// The value of an expression, read straight from its shape.
bool holds(const World& world, const Expression& e, Truth wanted) {
    const Truth other = wanted == Truth::yes ? Truth::no : Truth::yes;
    const auto part = [&](const Expression& p) { return holds(world, p, wanted); };
    switch (e.kind) {
    case ExpressionKind::negation: return holds(world, e.parts[0], other);
    case ExpressionKind::all:
        return wanted == Truth::yes ? std::ranges::all_of(e.parts, part)
                                    : std::ranges::any_of(e.parts, part);
    case ExpressionKind::any:
        return wanted == Truth::yes ? std::ranges::any_of(e.parts, part)
                                    : std::ranges::all_of(e.parts, part);
    default: break;
    }
    return is(world, e.finding, wanted);
}

bool is(const World& world, std::uint32_t finding, Truth wanted) {
    const auto& definition = world.made.knowledge().findings[finding];
    if (definition.when) {
        return holds(world, *definition.when, wanted);
    }
    const auto& value = world.findings.values[finding];
    return value.truth == wanted && !value.from.empty();
}

QuestionKind asked_by(const World& world, std::uint32_t finding) {
    for (const auto& question : world.made.knowledge().questions) {
        for (const auto& option : question.options) {
            if (option.finding == finding) {
                return question.kind;
            }
        }
    }
    return QuestionKind::yes_no;
}

const Likelihood* likelihood_of(const Condition& condition, std::uint32_t finding) {
    for (const auto& likelihood : condition.likelihoods) {
        if (likelihood.finding == finding) {
            return &likelihood;
        }
    }
    return nullptr;
}

double present_ratio(const World& world, const Condition& condition, std::uint32_t finding) {
    const auto* likelihood = likelihood_of(condition, finding);
    return likelihood != nullptr && likelihood->present
               ? likelihood->present->value
               : world.made.knowledge().findings[finding].otherwise.value;
}

double absent_ratio(const World& world, const Condition& condition, std::uint32_t finding) {
    const auto* likelihood = likelihood_of(condition, finding);
    if (likelihood != nullptr && likelihood->absent) {
        return likelihood->absent->value;
    }
    const double share = world.made.knowledge().findings[finding].share;
    const double yes = std::min(share * present_ratio(world, condition, finding), 0.97);
    const double ratio = (1 - yes) / (1 - share);
    return asked_by(world, finding) == QuestionKind::choices ? std::sqrt(ratio) : ratio;
}

using Hypothesis = std::vector<const Condition*>;

double either_present(const World& world, const Hypothesis& causes, std::uint32_t finding) {
    double most = 0;
    for (const auto* cause : causes) {
        most = std::max(most, present_ratio(world, *cause, finding));
    }
    return most;
}

/// The product of one group's ratios; its marked places count as one with their mean.
double group_product(const World& world, const Hypothesis& causes, const std::string& group) {
    const auto& findings = world.made.knowledge().findings;
    double product = 1;
    std::vector<double> places;
    for (std::uint32_t f = 0; f < findings.size(); ++f) {
        const auto& own = findings[f].group.empty() ? findings[f].id.text() : findings[f].group;
        if (own != group) {
            continue;
        }
        const auto kind = asked_by(world, f);
        if (is(world, f, Truth::yes) && kind == QuestionKind::region) {
            places.push_back(either_present(world, causes, f));
        } else if (is(world, f, Truth::yes)) {
            product *= either_present(world, causes, f);
        } else if (is(world, f, Truth::no) && kind != QuestionKind::region &&
                   kind != QuestionKind::choice) {
            for (const auto* cause : causes) {
                product *= absent_ratio(world, *cause, f);
            }
        }
    }
    double sum = 0;
    for (const double place : places) {
        sum += place;
    }
    return places.empty() ? product : product * sum / static_cast<double>(places.size());
}

double base(const World& world, const Condition& condition) {
    double weight = condition.weight.value;
    double replaced = -1;
    double factor = 1;
    for (const auto& modifier : condition.modifiers) {
        if (holds(world, modifier.when, Truth::yes)) {
            factor *= modifier.factor.value;
            replaced = modifier.weight ? std::max(replaced, modifier.weight->value) : replaced;
        }
    }
    return (replaced > 0 ? replaced : weight) * factor;
}

double weight_of(const World& world, const Hypothesis& causes) {
    std::set<std::string> groups;
    for (const auto& finding : world.made.knowledge().findings) {
        groups.insert(finding.group.empty() ? finding.id.text() : finding.group);
    }
    double weight = causes.size() == 2 ? 0.01 / 1000 : 1;
    for (const auto* cause : causes) {
        weight *= base(world, *cause);
    }
    for (const auto& group : groups) {
        const double product = group_product(world, causes, group);
        weight *= std::pow(std::min(50.0, std::max(1 / 50.0, product)), 0.75);
    }
    return weight;
}

void keep_best(Enumerated& one, double probability, const std::string& partner, double& best) {
    if (probability > best) {
        one.margin = probability - best;
        one.partner = partner;
        best = probability;
    } else {
        one.margin = std::min(one.margin, best - probability);
    }
}

}  // namespace

std::map<std::string, Enumerated> enumerate(const World& world) {
    std::vector<std::pair<Hypothesis, double>> hypotheses;
    double total = 0;
    for (const auto& first : world.made.knowledge().conditions) {
        hypotheses.push_back({{&first}, weight_of(world, {&first})});
        total += hypotheses.back().second;
        for (const auto& second : world.made.knowledge().conditions) {
            if (&first < &second && (first.family.empty() || first.family != second.family)) {
                hypotheses.push_back({{&first, &second}, weight_of(world, {&first, &second})});
                total += hypotheses.back().second;
            }
        }
    }
    std::map<std::string, Enumerated> result;
    for (const auto& condition : world.made.knowledge().conditions) {
        auto& one = result[condition.id.text()];
        double best = -1;
        for (const auto& [causes, weight] : hypotheses) {
            if (std::ranges::find(causes, &condition) == causes.end()) {
                continue;
            }
            const auto* other = causes.front() == &condition ? causes.back() : causes.front();
            one.probability += weight / total;
            keep_best(one, weight / total, other == &condition ? "" : other->id.text(), best);
        }
    }
    return result;
}

std::map<std::string, double> enumerate_singles(const World& world) {
    std::map<std::string, double> result;
    double total = 0;
    for (const auto& condition : world.made.knowledge().conditions) {
        total += result[condition.id.text()] = weight_of(world, {&condition});
    }
    for (auto& [id, weight] : result) {
        weight /= total;
    }
    return result;
}

}  // namespace footsure::differential::testing
