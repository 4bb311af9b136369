// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"
#include "triage/fired_rules.hpp"
#include "triage/triage.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace footsure::triage {

namespace {

/// A rule from the moment it fired until the visit that cleared it.
struct Fired {
    UrgencyLevel level = UrgencyLevel::self_care;
    Instant from;
    std::optional<Instant> until;
};

Instant end_of(Day day, UtcOffset offset) {
    return Instant(day + std::chrono::days(1)) - offset - std::chrono::microseconds(1);
}

std::optional<Instant> cleared_at(const Rule& rule, const FindingsAt& state, const Visits& visits,
                                  Instant now) {
    const Seen* seen = clearing_visit(rule, state, visits);
    return seen == nullptr ? std::nullopt
                           : std::optional(std::min(end_of(seen->on, visits.offset), now));
}

std::vector<Fired> all_fired(std::span<const FindingsAt> states, const Visits& visits,
                             const Knowledge& knowledge) {
    std::vector<Fired> fired;
    for (const auto& rule : knowledge.rules) {
        const std::size_t first = fired.size();
        for (const auto& state : states) {
            if (logic::evaluate(rule.when, state.findings.values) != Truth::yes) {
                continue;
            }
            const auto until = cleared_at(rule, state, visits, states.back().at);
            // Said again before the same visit: the first time covers it.
            if (fired.size() == first || fired.back().until != until) {
                fired.push_back({rule.level, state.at, until});
            }
        }
    }
    return fired;
}

UrgencyLevel level_at(Instant at, const std::vector<Fired>& fired) {
    UrgencyLevel level = UrgencyLevel::self_care;
    for (const Fired& one : fired) {
        if (one.from <= at && (!one.until || at < *one.until)) {
            level = std::max(level, one.level);
        }
    }
    return level;
}

}  // namespace

std::vector<LevelAt> levels_over(std::span<const FindingsAt> states, std::span<const Seen> seen,
                                 UtcOffset offset, const Knowledge& knowledge) {
    expects(!states.empty(), "levels need the findings of now");
    const Visits visits{seen, offset, day_of(states.back().at, offset)};
    const std::vector<Fired> fired = all_fired(states, visits, knowledge);
    std::set<Instant> moments{states.front().at};
    for (const Fired& one : fired) {
        moments.insert(one.from);
        if (one.until) {
            moments.insert(std::max(*one.until, one.from));
        }
    }
    std::vector<LevelAt> levels;
    for (const Instant at : moments) {
        const UrgencyLevel level = level_at(at, fired);
        if (levels.empty() || levels.back().level != level) {
            levels.push_back({at, level});
        }
    }
    return levels;
}

}  // namespace footsure::triage
