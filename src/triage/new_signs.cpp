// SPDX-License-Identifier: Apache-2.0
#include "triage/new_signs.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::triage {

namespace {

/// What speaks for the Condition in this state: signs that are there, and facts that add weight.
std::vector<std::uint32_t> speaking_for(const Condition& condition, const Findings& findings) {
    std::vector<std::uint32_t> signs;
    for (const auto& likelihood : condition.likelihoods) {
        if (likelihood.present && likelihood.present->value > 1 &&
            findings.values[likelihood.finding].truth == Truth::yes) {
            signs.push_back(likelihood.finding);
        }
    }
    for (const auto& modifier : condition.modifiers) {
        if (logic::evaluate(modifier.when, findings.values) == Truth::yes &&
            (modifier.weight || modifier.factor.value > 1)) {
            const auto parts = logic::explain(modifier.when, findings.values);
            signs.insert(signs.end(), parts.begin(), parts.end());
        }
    }
    return signs;
}

/// Whether the sign, or what it follows from, was told on a day of its own.
bool is_dated(std::uint32_t sign, const Findings& findings, const Knowledge& knowledge) {
    const auto& when = knowledge.findings[sign].when;
    if (findings.values[sign].at || !when ||
        logic::evaluate(*when, findings.values) != Truth::yes) {
        return findings.values[sign].at.has_value();
    }
    return std::ranges::any_of(logic::explain(*when, findings.values), [&](std::uint32_t part) {
        return is_dated(part, findings, knowledge);
    });
}

}  // namespace

bool has_new_sign(const Condition& condition, const Seen& seen, const TriageFacts& facts,
                  const Knowledge& knowledge) {
    const auto& states = facts.states;
    const auto after = std::ranges::upper_bound(
        states, seen.on, {}, [&](const auto& state) { return day_of(state.at, facts.offset); });
    const Findings& now = states.back().findings;
    return std::ranges::any_of(speaking_for(condition, now), [&](std::uint32_t sign) {
        const bool was_there = after == states.begin()
                                   ? !is_dated(sign, now, knowledge)
                                   : std::prev(after)->findings.values[sign].truth == Truth::yes;
        return !was_there || std::any_of(after, states.end(), [&](const FindingsAt& state) {
            return state.findings.values[sign].truth == Truth::no;
        });
    });
}

}  // namespace footsure::triage
