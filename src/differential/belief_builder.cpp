// SPDX-License-Identifier: Apache-2.0
#include "differential/belief_builder.hpp"

#include "differential/hypotheses.hpp"
#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::differential {

namespace {

const double kCapLog = std::log(kGroupCap);
/// Stands for the logarithm of a weight of 0, so that an answer may still raise it.
/// Source: smallest that no evidence takes out of a double's range.
constexpr double kNextToNever = -600;

double log_weight(const Condition& condition, std::span<const Finding> values) {
    return std::max(base_weight(condition, values).log, kNextToNever);
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t item) {
    if (std::ranges::find(list, item) == list.end()) {
        list.push_back(item);
    }
}

}  // namespace

BeliefBuilder::Row BeliefBuilder::row(std::vector<double>& table, std::size_t index) const {
    return std::span(table).subspan(index * belief_.size_, belief_.size_);
}

void BeliefBuilder::build(const Findings& findings) {
    values_ = observed(findings, knowledge_);
    for (const auto& value : values_) {
        belief_.known_.push_back(value.truth);
    }
    fill_ratios();
    add_observed();
    weigh();
    predict();
    index_dependents();
    belief_.of_yes_.resize(values_.size());
    belief_.of_no_.resize(values_.size());
    for (std::uint32_t f = 0; f < values_.size(); ++f) {
        if (matters(f)) {
            belief_.of_yes_[f] = follow(f, Truth::yes);
            belief_.of_no_[f] = follow(f, Truth::no);
        }
    }
}

void BeliefBuilder::fill_ratios() {
    const std::size_t cells = values_.size() * belief_.size_;
    belief_.yes_.resize(cells);
    belief_.no_.resize(cells);
    for (std::uint32_t f = 0; f < values_.size(); ++f) {
        if (evidence_.says_something(f, Truth::yes)) {
            evidence_.fill(f, Truth::yes, row(belief_.yes_, f));
        }
        if (evidence_.says_something(f, Truth::no)) {
            evidence_.fill(f, Truth::no, row(belief_.no_, f));
        }
    }
}

void BeliefBuilder::add_observed() {
    belief_.group_sum_.resize(evidence_.groups() * belief_.size_);
    belief_.place_sum_.resize(belief_.group_sum_.size());
    belief_.places_.resize(evidence_.groups());
    for (const auto& [finding, truth] : observations(values_, evidence_)) {
        const auto group = evidence_.group(finding);
        const auto logs = row(truth == Truth::yes ? belief_.yes_ : belief_.no_, finding);
        const bool place = evidence_.answered_by(finding) == AnsweredBy::place;
        const auto sums = row(place ? belief_.place_sum_ : belief_.group_sum_, group);
        belief_.places_[group] += place ? 1 : 0;
        for (std::size_t c = 0; c < belief_.size_; ++c) {
            sums[c] += place ? std::exp(logs[c]) : logs[c];
        }
    }
    for (std::size_t g = 0; g < evidence_.groups(); ++g) {
        if (belief_.places_[g] > 0) {
            const auto places = row(belief_.place_sum_, g);
            const auto sums = row(belief_.group_sum_, g);
            for (std::size_t c = 0; c < belief_.size_; ++c) {
                sums[c] += std::log(places[c] / belief_.places_[g]);
            }
        }
    }
}

void BeliefBuilder::weigh() {
    auto& logs = belief_.log_probability_;
    for (std::size_t c = 0; c < belief_.size_; ++c) {
        base_.push_back(log_weight(knowledge_.conditions[c], values_));
        double evidence = 0;
        for (std::size_t g = 0; g < evidence_.groups(); ++g) {
            evidence += std::clamp(belief_.group_sum_[g * belief_.size_ + c], -kCapLog, kCapLog);
        }
        logs.push_back(base_.back() + kIndependentShare * evidence);
    }
    const double top = logs.empty() ? 0 : *std::ranges::max_element(logs);
    double total = 0;
    for (const double log : logs) {
        total += std::exp(log - top);
    }
    for (double& log : logs) {
        log -= top + std::log(total);
        belief_.probability_.push_back(std::exp(log));
        belief_.entropy_ -= belief_.probability_.back() * log;
    }
}

void BeliefBuilder::predict() {
    for (std::uint32_t f = 0; f < values_.size(); ++f) {
        const double usual = evidence_.predicted(f, nullptr);
        double share = usual;
        for (const auto& [condition, likelihood] : evidence_.named(f)) {
            share += belief_.probability_[condition] * (evidence_.predicted(f, likelihood) - usual);
        }
        belief_.share_yes_.push_back(std::clamp(share, 0.0, 1.0));
    }
}

void BeliefBuilder::index_dependents() {
    belief_.derived_.resize(values_.size());
    modifies_.resize(values_.size());
    for (std::uint32_t f = 0; f < values_.size(); ++f) {
        if (knowledge_.findings[f].when) {
            for (const auto part : logic::named_findings(*knowledge_.findings[f].when)) {
                belief_.derived_[part].push_back(f);
            }
        }
    }
    for (std::uint32_t c = 0; c < belief_.size_; ++c) {
        for (const auto& modifier : knowledge_.conditions[c].modifiers) {
            for (const auto part : logic::named_findings(modifier.when)) {
                add_once(modifies_[part], c);
            }
        }
    }
}

/// Whether anything could follow from a value of the Finding.
bool BeliefBuilder::matters(std::uint32_t finding) const {
    const bool open = logic::is_open(values_[finding].truth);
    const bool truth = knowledge_.findings[finding].kind == FindingKind::truth;
    return open && truth && !(belief_.derived_[finding].empty() && modifies_[finding].empty());
}

Belief::Consequences BeliefBuilder::follow(std::uint32_t finding, Truth truth) {
    auto& steps = belief_.steps_;
    Belief::Consequences result;
    result.first_step = static_cast<std::uint32_t>(steps.size());
    result.first_shift = static_cast<std::uint32_t>(belief_.shifts_.size());
    changed_.assign(1, finding);
    values_[finding].truth = truth;
    // A derived Finding stands after what it rests on, and is found from there.
    for (std::size_t next = 0; next < changed_.size(); ++next) {
        const auto from = changed_[next];
        if (evidence_.says_something(from, values_[from].truth)) {
            steps.push_back({from, values_[from].truth});
        }
        for (const auto derived : belief_.derived_[from]) {
            if (logic::is_open(values_[derived].truth)) {
                derive(derived, knowledge_, values_);
                if (!logic::is_open(values_[derived].truth)) {
                    changed_.push_back(derived);
                }
            }
        }
    }
    add_shifts();
    for (const auto changed : changed_) {
        values_[changed].truth = belief_.known_[changed];
    }
    result.end_step = static_cast<std::uint32_t>(steps.size());
    result.end_shift = static_cast<std::uint32_t>(belief_.shifts_.size());
    std::ranges::stable_sort(steps.begin() + result.first_step, steps.end(), {},
                             [&](const Belief::Step& s) { return evidence_.group(s.finding); });
    return result;
}

void BeliefBuilder::add_shifts() {
    std::vector<std::uint32_t> touched;
    for (const auto changed : changed_) {
        for (const auto condition : modifies_[changed]) {
            add_once(touched, condition);
        }
    }
    std::ranges::sort(touched);
    for (const auto condition : touched) {
        const double now = log_weight(knowledge_.conditions[condition], values_);
        if (now != base_[condition]) {
            belief_.shifts_.push_back({condition, now - base_[condition]});
        }
    }
}

}  // namespace footsure::differential
