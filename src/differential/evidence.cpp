// SPDX-License-Identifier: Apache-2.0
#include "differential/evidence.hpp"

#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

namespace footsure::differential {

namespace {

AnsweredBy answered_by_options_of(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::choices: return AnsweredBy::line;
    case QuestionKind::choice: return AnsweredBy::alternative;
    case QuestionKind::region: return AnsweredBy::place;
    default: return AnsweredBy::itself;
    }
}

}  // namespace

double log_variance(const Figure& figure) {
    if (figure.low <= 0 || figure.low >= figure.high) {
        return 0;
    }
    const double sd = std::log(figure.high / figure.low) / (2 * kNinetyPercent);
    return sd * sd;
}

void derive(std::uint32_t index, const Knowledge& knowledge, std::span<Finding> values) {
    const auto& definition = knowledge.findings[index];
    values[index].truth = logic::evaluate(*definition.when, values);
}

std::vector<Finding> observed(const Findings& findings, const Knowledge& knowledge) {
    std::vector<Finding> values(knowledge.findings.size());
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const auto& said = findings.values[i];
        if (!knowledge.findings[i].when && !said.from.empty()) {
            values[i].truth = said.truth;
            values[i].number = said.number;
        }
    }
    // What follows from others comes after all of them, wherever it stands in the order.
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        if (knowledge.findings[i].when) {
            derive(i, knowledge, values);
        }
    }
    return values;
}

Evidence::Evidence(const Knowledge& knowledge)
    : knowledge_(&knowledge), answered_by_(knowledge.findings.size(), AnsweredBy::itself) {
    for (const auto& question : knowledge.questions) {
        for (const auto& option : question.options) {
            if (option.finding) {
                answered_by_[*option.finding] = answered_by_options_of(question.kind);
            }
        }
    }
    index_groups();
    index_likelihoods();
}

void Evidence::index_groups() {
    std::map<std::string_view, std::uint32_t> numbers;
    for (const auto& definition : knowledge_->findings) {
        const std::string_view name =
            definition.group.empty() ? definition.id.text() : definition.group;
        const auto next = static_cast<std::uint32_t>(numbers.size());
        group_.push_back(numbers.try_emplace(name, next).first->second);
    }
    groups_ = numbers.size();
}

void Evidence::index_likelihoods() {
    first_named_.assign(knowledge_->findings.size() + 1, 0);
    for (const auto& condition : knowledge_->conditions) {
        for (const auto& likelihood : condition.likelihoods) {
            ++first_named_[likelihood.finding + 1];
        }
    }
    for (std::size_t f = 1; f < first_named_.size(); ++f) {
        first_named_[f] += first_named_[f - 1];
    }
    named_.resize(first_named_.back());
    auto next = first_named_;
    for (std::uint32_t c = 0; c < conditions(); ++c) {
        for (const auto& likelihood : knowledge_->conditions[c].likelihoods) {
            named_[next[likelihood.finding]++] = {c, &likelihood};
        }
    }
}

std::span<const Named> Evidence::named(std::uint32_t finding) const {
    return std::span(named_).subspan(first_named_[finding],
                                     first_named_[finding + 1] - first_named_[finding]);
}

bool Evidence::says_something(std::uint32_t finding, Truth truth) const {
    if (logic::is_open(truth) || knowledge_->findings[finding].kind == FindingKind::number) {
        return false;
    }
    const bool marked_only = answered_by_[finding] == AnsweredBy::alternative ||
                             answered_by_[finding] == AnsweredBy::place;
    return truth == Truth::yes || !marked_only;
}

const Figure& Evidence::present(std::uint32_t finding, const Likelihood* likelihood) const {
    return likelihood != nullptr && likelihood->present ? *likelihood->present
                                                        : knowledge_->findings[finding].otherwise;
}

double Evidence::predicted(std::uint32_t finding, const Likelihood* likelihood) const {
    return std::min(knowledge_->findings[finding].share * present(finding, likelihood).value,
                    kMostReported);
}

LogRatio Evidence::ratio(std::uint32_t finding, Truth truth, const Likelihood* likelihood) const {
    const Figure& figure = present(finding, likelihood);
    if (truth == Truth::yes) {
        return {std::log(figure.value), &figure};
    }
    if (likelihood != nullptr && likelihood->absent) {
        return {std::log(likelihood->absent->value), &*likelihood->absent};
    }
    // What the present ratio leaves for "no", given how many say "yes" at all.
    const double share = knowledge_->findings[finding].share;
    const double left = std::log((1 - predicted(finding, likelihood)) / (1 - share));
    return {answered_by_[finding] == AnsweredBy::line ? 0.5 * left : left, &figure};
}

double Evidence::variance(std::uint32_t finding, Truth truth, const Likelihood* likelihood) const {
    const double of_present = log_variance(present(finding, likelihood));
    if (truth == Truth::yes) {
        return of_present;
    }
    if (likelihood != nullptr && likelihood->absent) {
        return log_variance(*likelihood->absent);
    }
    const double reported = predicted(finding, likelihood);
    const double line = answered_by_[finding] == AnsweredBy::line ? 0.5 : 1;
    const double slope = line * reported / (1 - reported);
    return slope * slope * of_present;
}

void Evidence::fill(std::uint32_t finding, Truth truth, std::span<double> logs,
                    std::span<double> variances) const {
    std::ranges::fill(logs, ratio(finding, truth, nullptr).value);
    for (const auto& [condition, likelihood] : named(finding)) {
        logs[condition] = ratio(finding, truth, likelihood).value;
    }
    if (variances.empty()) {
        return;
    }
    std::ranges::fill(variances, variance(finding, truth, nullptr));
    for (const auto& [condition, likelihood] : named(finding)) {
        variances[condition] = variance(finding, truth, likelihood);
    }
}

BaseWeight base_weight(const Condition& condition, std::span<const Finding> values) {
    const Figure* weight = nullptr;
    BaseWeight base;
    for (const auto& modifier : condition.modifiers) {
        if (logic::evaluate(modifier.when, values) != Truth::yes) {
            continue;
        }
        if (!modifier.weight) {
            base.log += std::log(modifier.factor.value);
            base.variance += log_variance(modifier.factor);
        } else if (weight == nullptr || weight->value < modifier.weight->value) {
            weight = &*modifier.weight;
        }
    }
    const Figure& from = weight == nullptr ? condition.weight : *weight;
    base.log += from.value > 0 ? std::log(from.value) : -std::numeric_limits<double>::infinity();
    base.variance += log_variance(from);
    return base;
}

}  // namespace footsure::differential
