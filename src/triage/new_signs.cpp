// SPDX-License-Identifier: Apache-2.0
#include "triage/new_signs.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::triage {

namespace {

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
    return std::ranges::any_of(
        logic::supporting_findings(condition, now.values), [&](std::uint32_t sign) {
            const bool was_there =
                after == states.begin()
                    ? !is_dated(sign, now, knowledge)
                    : std::prev(after)->findings.values[sign].truth == Truth::yes;
            return !was_there || std::any_of(after, states.end(), [&](const FindingsAt& state) {
                return state.findings.values[sign].truth == Truth::no;
            });
        });
}

}  // namespace footsure::triage
