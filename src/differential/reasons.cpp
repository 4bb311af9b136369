// SPDX-License-Identifier: Apache-2.0
#include "differential/reasons.hpp"

#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::differential {

namespace {

/// Reasons with a smaller factor than this (natural logarithm) are not worth a line.
/// Source: our choice, 5 % (EE).
constexpr double kSmallestReason = 0.05;

const Likelihood* find_likelihood(std::span<const Named> named, std::uint32_t condition) {
    const auto it = std::ranges::lower_bound(named, condition, {}, &Named::condition);
    return it != named.end() && it->condition == condition ? it->likelihood : nullptr;
}

}  // namespace

ReasonWriter::ReasonWriter(const Findings& findings, std::span<const Finding> values,
                           const Evidence& evidence, const Knowledge& knowledge)
    : values_(values), evidence_(evidence), knowledge_(knowledge) {
    for (const auto& observation : observations(values, evidence)) {
        const auto finding = observation.finding;
        said_.push_back({.observation = observation,
                         .text = logic::describe(finding, findings, knowledge),
                         .from = origin(finding, findings, values),
                         .usual = evidence.ratio(finding, observation.truth, nullptr)});
    }
}

std::string ReasonWriter::origin(std::uint32_t finding, const Findings& findings,
                                 std::span<const Finding> values) const {
    const auto& from = findings.values[finding].from;
    const auto& when = knowledge_.findings[finding].when;
    if (!from.empty() || !when) {
        return from;
    }
    for (const auto part : logic::explain(*when, values)) {
        if (!findings.values[part].from.empty()) {
            return findings.values[part].from;
        }
    }
    return {};
}

void ReasonWriter::note_modifiers(const Condition& condition, std::vector<Note>& notes) const {
    for (const auto& modifier : condition.modifiers) {
        if (logic::evaluate(modifier.when, values_) != Truth::yes) {
            continue;
        }
        const Figure& figure = modifier.weight ? *modifier.weight : modifier.factor;
        // From a weight of 0 no factor leads to another: its own size has to do.
        const bool from_base = modifier.weight && condition.weight.value > 0;
        const double factor = from_base ? figure.value / condition.weight.value : figure.value;
        notes.push_back({std::log(factor), &figure, nullptr, &modifier});
    }
}

void ReasonWriter::note(const Said& said, const Likelihood* likelihood,
                        std::vector<Note>& notes) const {
    const auto [finding, truth] = said.observation;
    const LogRatio ratio =
        likelihood == nullptr ? said.usual : evidence_.ratio(finding, truth, likelihood);
    const bool aloud = truth == Truth::yes || evidence_.answered_by(finding) != AnsweredBy::line;
    const bool own_present = likelihood != nullptr && likelihood->present.has_value();
    const bool own_absent = likelihood != nullptr && likelihood->absent.has_value();
    const bool exactly_named = truth == Truth::yes ? own_present : own_absent;
    const bool speaks_against = aloud && ratio.value < 0;
    if (exactly_named || speaks_against || (aloud && own_present)) {
        notes.push_back({ratio.value, ratio.figure, &said, nullptr});
    }
}

Reason ReasonWriter::reason(const Note& note) const {
    Reason reason{.text = note.said == nullptr ? note.modifier->text : note.said->text,
                  .weight = note.weight,
                  .certainty = note.figure->certainty,
                  .sources = note.figure->sources};
    if (note.said != nullptr) {
        reason.finding = knowledge_.findings[note.said->observation.finding].id.text();
        reason.from = note.said->from;
    }
    return reason;
}

void ReasonWriter::write(std::uint32_t condition, RankedCondition& to) const {
    std::vector<Note> notes;
    notes.reserve(said_.size() + knowledge_.conditions[condition].modifiers.size());
    note_modifiers(knowledge_.conditions[condition], notes);
    for (const auto& said : said_) {
        note(said, find_likelihood(evidence_.named(said.observation.finding), condition), notes);
    }
    std::erase_if(notes, [](const Note& n) { return std::abs(n.weight) < kSmallestReason; });
    std::ranges::stable_sort(notes, [](const Note& a, const Note& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    for (const auto& one : notes) {
        auto& list = one.weight > 0 ? to.supporting : to.opposing;
        list.push_back(reason(one));
    }
}

}  // namespace footsure::differential
