// SPDX-License-Identifier: Apache-2.0
#include "golden/rule_cases.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::golden {

namespace {

/// More than this many combinations of one rule would take minutes.
constexpr std::size_t kMostCases = std::size_t{1} << 23U;

/// How many of a class of Findings that stand under the same gates are needed to show all that the
/// whole class can do (see triage_proof_test.cpp, lemmas 1 and 2).
std::size_t needed_of(const std::set<const Expression*>& gates) {
    std::size_t needed = 1;
    for (const auto* gate : gates) {
        if (gate == nullptr ||
            (gate->kind != ExpressionKind::any && gate->kind != ExpressionKind::at_least)) {
            return SIZE_MAX;
        }
        if (gate->kind == ExpressionKind::at_least) {
            needed = std::max(needed, static_cast<std::size_t>(gate->number) + 1);
        }
    }
    return needed;
}

}  // namespace

RuleCases::RuleCases(const Expression& when, const Knowledge& knowledge, Merging merging)
    : knowledge_(knowledge) {
    Gates gates;
    collect(when, nullptr, gates);
    choose_variables(gates, merging);
    judge_all(when);
}

/// What rests on age and dates alone is no sign that somebody adds, so it is tried as it is.
bool RuleCases::is_fact(std::uint32_t finding) const {
    const auto& definition = knowledge_.findings[finding];
    return definition.when
               ? std::ranges::all_of(logic::named_findings(*definition.when),
                                     [this](std::uint32_t part) { return is_fact(part); })
               : !definition.asked;
}

/// `unsure x` and a comparison are gates of their own: they tell x from what stands beside it.
void RuleCases::collect(const Expression& node, const Expression* parent, Gates& gates) {
    if (node.kind == ExpressionKind::compare) {
        cuts_[node.finding].insert(node.number);
    }
    if (node.parts.empty()) {
        const auto& definition = knowledge_.findings[node.finding];
        if (definition.when && !is_fact(node.finding)) {
            if (derived_.insert(node.finding).second) {
                collect(*definition.when, nullptr, gates);
            }
        } else {
            gates[node.finding].insert(node.kind == ExpressionKind::finding ? parent : &node);
        }
        return;
    }
    for (const auto& part : node.parts) {
        collect(part, &node, gates);
    }
}

void RuleCases::choose_variables(const Gates& gates, Merging merging) {
    std::map<std::set<const Expression*>, std::size_t> taken;
    for (const auto& [finding, over] : gates) {
        const bool alone = merging == Merging::none || knowledge_.findings[finding].presumed ||
                           needed_of(over) == SIZE_MAX;
        if (alone || taken[over]++ < needed_of(over)) {
            add_variable(finding);
        } else {
            merged_.push_back(finding);
        }
    }
}

void RuleCases::add_variable(std::uint32_t finding) {
    CaseVariable variable{.finding = finding, .values = {}};
    for (const auto truth : {Truth::not_asked, Truth::unknown, Truth::no}) {
        variable.values.push_back(Finding{.truth = truth});
    }
    if (knowledge_.findings[finding].kind == FindingKind::truth) {
        variable.values.push_back(Finding{.truth = Truth::yes});
    }
    std::set<double> numbers;
    for (const double cut : cuts_[finding]) {
        numbers.insert({cut - 1, cut, cut + 1});
    }
    for (const double number : numbers) {
        variable.values.push_back(Finding{.truth = Truth::yes, .number = number});
    }
    if (!variables_.empty()) {
        variable.stride = variables_.back().stride * variables_.back().values.size();
    }
    expects(variable.stride < kMostCases, "a rule has few enough combinations to try them all");
    variables_.push_back(std::move(variable));
}

void RuleCases::put(std::size_t index, std::vector<Finding>& into) const {
    for (const auto finding : merged_) {
        into[finding] = Finding{.truth = Truth::no};
    }
    for (const auto& variable : variables_) {
        auto& finding = into[variable.finding];
        finding = variable.values[digit(index, variable)];
        const auto& presumed = knowledge_.findings[variable.finding].presumed;
        if (presumed && logic::is_open(finding.truth)) {
            finding.truth = *presumed;
        }
    }
}

/// As findings.cpp does it.
void RuleCases::derive(std::span<const std::uint32_t> order, std::vector<Finding>& into) const {
    for (const auto finding : order) {
        const auto& definition = knowledge_.findings[finding];
        auto& truth = into[finding].truth;
        truth = logic::evaluate(*definition.when, into);
        if (definition.presumed && logic::is_open(truth)) {
            truth = *definition.presumed;
        }
    }
}

void RuleCases::judge_all(const Expression& when) {
    const std::vector<std::uint32_t> order(derived_.begin(), derived_.end());
    std::vector<Finding> state(knowledge_.findings.size());
    values_.resize(variables_.back().stride * variables_.back().values.size());
    for (std::size_t index = 0; index < values_.size(); ++index) {
        put(index, state);
        derive(order, state);
        values_[index] = logic::evaluate(when, state);
    }
}

std::vector<Finding> RuleCases::findings(std::size_t index, Truth background) const {
    std::vector<Finding> state(knowledge_.findings.size(), Finding{.truth = background});
    put(index, state);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < knowledge_.findings.size(); ++i) {
        if (knowledge_.findings[i].when) {
            order.push_back(i);
        }
    }
    derive(order, state);
    return state;
}

}  // namespace footsure::golden
