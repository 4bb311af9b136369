// SPDX-License-Identifier: Apache-2.0
#include "patients.hpp"

#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

namespace footsure::simulation {

namespace {

constexpr double kMostReported = 0.97;

std::string group_of(const FindingDefinition& definition) {
    return definition.group.empty() ? definition.id.text() : definition.group;
}

/// Asked Findings an expression rests on, through derived ones.
void add_parts(const Expression& when, const Knowledge& knowledge, std::set<std::uint32_t>& parts) {
    for (const auto finding : logic::named_findings(when)) {
        const auto& definition = knowledge.findings[finding];
        if (definition.when) {
            add_parts(*definition.when, knowledge, parts);
        } else if (definition.kind == FindingKind::truth) {
            parts.insert(finding);
        }
    }
}

double ratio(const Condition& condition, std::uint32_t finding, const Knowledge& knowledge) {
    for (const auto& likelihood : condition.likelihoods) {
        if (likelihood.finding == finding && likelihood.present) {
            return likelihood.present->value;
        }
    }
    return knowledge.findings[finding].otherwise.value;
}

/// Derived Findings of a person whose parts stand.
void derive(const Knowledge& knowledge, std::vector<Finding>& values) {
    for (std::size_t f = 0; f < values.size(); ++f) {
        if (knowledge.findings[f].when) {
            values[f].truth = logic::evaluate(*knowledge.findings[f].when, values);
        }
    }
}

double weight(const Condition& condition, std::span<const Finding> values) {
    double base = condition.weight.value;
    double factor = 1;
    for (const auto& modifier : condition.modifiers) {
        if (logic::evaluate(modifier.when, values) == Truth::yes) {
            factor *= modifier.factor.value;
            base = modifier.weight ? std::max(base, modifier.weight->value) : base;
        }
    }
    return base * factor;
}

}  // namespace

double Chance::uniform() {
    constexpr double kStates = 4294967296.0;
    return (static_cast<double>(random_()) + 0.5) / kStates;
}

double Chance::normal() {
    const double radius = std::sqrt(-2 * std::log(uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

std::size_t Chance::pick(std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) {
        total += weight;
    }
    double left = uniform() * total;
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) {
            return i;
        }
    }
    return weights.size() - 1;
}

Knowledge drawable(Knowledge knowledge) {
    for (const auto& condition : knowledge.conditions) {
        for (const auto& likelihood : condition.likelihoods) {
            auto& definition = knowledge.findings[likelihood.finding];
            if (!definition.when) {
                continue;
            }
            definition.when.reset();
            Question question{.id = QuestionId(definition.id.text())};
            question.finding = likelihood.finding;
            knowledge.questions.push_back(std::move(question));
        }
    }
    return knowledge;
}

Knowledge perturbed(const Knowledge& knowledge, double spread, Chance& chance) {
    Knowledge changed = knowledge;
    const double part = spread * std::sqrt(0.5);
    for (auto& condition : changed.conditions) {
        condition.weight.value *= std::exp(spread * chance.normal());
        std::map<std::string, double> common;
        for (auto& likelihood : condition.likelihoods) {
            const auto group = group_of(changed.findings[likelihood.finding]);
            if (!common.contains(group)) {
                common[group] = part * chance.normal();
            }
            const double factor = std::exp(common[group] + part * chance.normal());
            if (likelihood.present) {
                likelihood.present->value *= factor;
            }
        }
    }
    return changed;
}

PatientMaker::PatientMaker(const Knowledge& knowledge, const Drawing& drawing, Chance& chance)
    : knowledge_(knowledge), drawing_(drawing), chance_(chance) {
    std::set<std::uint32_t> risks;
    for (const auto& condition : knowledge.conditions) {
        for (const auto& modifier : condition.modifiers) {
            add_parts(modifier.when, knowledge, risks);
        }
    }
    risks_.assign(risks.begin(), risks.end());
}

void PatientMaker::say(std::uint32_t finding, Truth truth, Patient& patient) {
    patient.findings.values[finding] = {.truth = truth, .from = "drawn"};
}

void PatientMaker::draw_person(Patient& patient) {
    constexpr double kYoungest = 14;
    constexpr double kYears = 56;
    const double age = std::floor(kYoungest + kYears * chance_.uniform());
    const bool female = chance_.happens(0.5);
    auto& values = patient.findings.values;
    values.resize(knowledge_.findings.size());
    if (const auto index = find_finding(knowledge_, "age_years")) {
        values[*index] = {.truth = Truth::yes, .number = age, .from = "drawn"};
    }
    for (const auto* id : {"female", "male"}) {
        if (const auto index = find_finding(knowledge_, id)) {
            const bool yes = female == (std::string_view(id) == "female");
            say(*index, yes ? Truth::yes : Truth::no, patient);
        }
    }
    state_ = values;
    for (const auto risk : risks_) {
        if (state_[risk].from.empty()) {
            const bool yes = chance_.happens(knowledge_.findings[risk].share);
            state_[risk].truth = yes ? Truth::yes : Truth::no;
        }
    }
    derive(knowledge_, state_);
}

void PatientMaker::draw_causes(Patient& patient) {
    std::vector<double> weights;
    for (const auto& condition : knowledge_.conditions) {
        weights.push_back(weight(condition, state_));
    }
    causes_.assign(1, &knowledge_.conditions[chance_.pick(weights)]);
    if (chance_.happens(drawing_.two_causes)) {
        const auto& second = knowledge_.conditions[chance_.pick(weights)];
        if (second.family.empty() || second.family != causes_.front()->family) {
            causes_.push_back(&second);
        }
    }
    for (const auto* cause : causes_) {
        patient.causes.insert(cause->id.text());
    }
    std::map<std::string, double> leans;
    lean_.clear();
    for (const auto& definition : knowledge_.findings) {
        const auto group = group_of(definition);
        if (!leans.contains(group)) {
            const double spread = drawing_.clustering;
            leans[group] = std::exp(spread * chance_.normal() - spread * spread / 2);
        }
        lean_.push_back(leans[group]);
    }
}

double PatientMaker::reported(std::uint32_t finding) {
    double most = 0;
    for (const auto* cause : causes_) {
        most = std::max(most, ratio(*cause, finding, knowledge_));
    }
    return std::min(knowledge_.findings[finding].share * most * lean_[finding], kMostReported);
}

/// One option, or up to `most` of them; those beyond all shares mean none.
void PatientMaker::answer_one(const Question& question, Patient& patient, std::size_t most) {
    std::vector<double> weights;
    double total = 0;
    bool may_be_none = false;
    for (const auto& option : question.options) {
        weights.push_back(option.finding ? reported(*option.finding) : 0);
        total += weights.back();
        may_be_none = may_be_none || !option.finding;
    }
    weights.push_back(may_be_none ? std::max(0.0, 1 - total) : 0);
    for (const auto& option : question.options) {
        if (option.finding) {
            say(*option.finding, Truth::no, patient);
        }
    }
    for (std::size_t chosen = 0; chosen < most; ++chosen) {
        const auto option = chance_.pick(weights);
        if (option < question.options.size() && question.options[option].finding) {
            say(*question.options[option].finding, Truth::yes, patient);
            weights[option] = 0;
        }
    }
}

void PatientMaker::answer(const Question& question, Patient& patient) {
    const auto draw = [&](std::uint32_t finding) {
        const bool risk = std::ranges::binary_search(risks_, finding);
        const bool yes = risk && ratio(*causes_.front(), finding, knowledge_) == 1
                             ? state_[finding].truth == Truth::yes
                             : chance_.happens(reported(finding));
        say(finding, yes ? Truth::yes : Truth::no, patient);
    };
    switch (question.kind) {
    case QuestionKind::yes_no:
        if (question.finding) {
            draw(*question.finding);
        }
        return;
    case QuestionKind::choices:
        for (const auto& option : question.options) {
            if (option.finding) {
                draw(*option.finding);
            }
        }
        return;
    case QuestionKind::choice: answer_one(question, patient, 1); return;
    case QuestionKind::region: answer_one(question, patient, 1 + chance_.below(2)); return;
    case QuestionKind::number: return;
    }
}

Patient PatientMaker::make() {
    std::vector<const Question*> all;
    for (const auto& question : knowledge_.questions) {
        if (chance_.happens(drawing_.answered)) {
            all.push_back(&question);
        }
    }
    return make(all);
}

Patient PatientMaker::make(std::span<const Question* const> answered) {
    Patient patient;
    draw_person(patient);
    draw_causes(patient);
    for (const auto* question : answered) {
        const bool applies =
            !question->applies_when ||
            logic::evaluate(*question->applies_when, patient.findings.values) == Truth::yes;
        if (applies) {
            answer(*question, patient);
        }
    }
    return patient;
}

}  // namespace footsure::simulation
