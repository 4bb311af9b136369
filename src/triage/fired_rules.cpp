// SPDX-License-Identifier: Apache-2.0
#include "triage/fired_rules.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::triage {

namespace {

/// A rule's id as the evidence numbers it: R-035a is part of R-035.
std::string_view without_letter(std::string_view id) {
    const bool letter = !id.empty() && id.back() >= 'a' && id.back() <= 'z';
    return letter ? id.substr(0, id.size() - 1) : id;
}

/// The latest dated fact that makes the rule yes; nothing when all of them are undated.
std::optional<Instant> fact_time(const Rule& rule, const Findings& findings) {
    std::optional<Instant> at;
    for (const auto part : logic::explain(rule.when, findings.values)) {
        at = std::max(at, findings.values[part].at);
    }
    return at;
}

Limit cleared_limit(const Rule& rule, const Seen& seen) {
    return {"cleared", rule.id.text() + " was cleared on " + format_day(seen.on) + " (" +
                           std::string(word(seen.by)) + "). A new sign reopens it."};
}

FiredRule make_fired(const Rule& rule, const FindingsAt& state, const Knowledge& knowledge) {
    FiredRule fired{.id = rule.id,
                    .level = rule.level,
                    .text = rule.text,
                    .be_seen_by = state.at + std::chrono::hours(rule.seen_within_hours),
                    .certainty = rule.certainty};
    fired.claims = rule.claims;
    fired.because = reasons_for(rule.when, state.findings, knowledge, rule.sources);
    return fired;
}

}  // namespace

bool may_clear(const Seen& seen, const RuleId& rule, UrgencyLevel level) {
    if (level == UrgencyLevel::emergency && seen.by == SeenBy::physiotherapist) {
        return false;  // policy 9
    }
    return std::ranges::any_of(seen.clears, [&](const RuleId& id) {
        return id == rule || id.text() == without_letter(rule.text());
    });
}

const Seen* clearing_visit(const Rule& rule, const FindingsAt& state, const Visits& visits) {
    const auto fact = fact_time(rule, state.findings);
    for (const auto& seen : visits.seen) {
        const bool after_fact = !fact || day_of(*fact, visits.offset) <= seen.on;
        if (seen.on <= visits.today && after_fact && may_clear(seen, rule.id, rule.level)) {
            return &seen;
        }
    }
    return nullptr;
}

std::vector<Reason> reasons_for(const Expression& when, const Findings& findings,
                                const Knowledge& knowledge, const std::vector<SourceId>& sources) {
    std::vector<Reason> reasons;
    for (const auto part : logic::explain(when, findings.values)) {
        reasons.push_back({.text = logic::describe(part, findings, knowledge),
                           .finding = knowledge.findings[part].id.text(),
                           .from = findings.values[part].from,
                           .sources = sources});
    }
    return reasons;
}

std::vector<FiredRule> fired_rules(const TriageFacts& facts, const Knowledge& knowledge,
                                   std::vector<Limit>& limits) {
    std::vector<FiredRule> fired;
    const Visits visits{facts.seen, facts.offset, day_of(facts.states.back().at, facts.offset)};
    for (const auto& rule : knowledge.rules) {
        const Seen* cleared_by = nullptr;
        const FindingsAt* first = nullptr;
        for (const auto& state : facts.states) {
            if (logic::evaluate(rule.when, state.findings.values) != Truth::yes) {
                continue;
            }
            if (const Seen* seen = clearing_visit(rule, state, visits)) {
                cleared_by = seen;
            } else if (first == nullptr) {
                first = &state;
            }
        }
        if (first != nullptr) {
            fired.push_back(make_fired(rule, *first, knowledge));
        } else if (cleared_by != nullptr) {
            limits.push_back(cleared_limit(rule, *cleared_by));
        }
    }
    return fired;
}

}  // namespace footsure::triage
