// SPDX-License-Identifier: Apache-2.0
#include "rehab/restrictions.hpp"

#include "logic/logic.hpp"
#include "rehab/clinician_limits.hpp"
#include "rehab/pain_rules.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// A cause counts from this upper probability on. Source: DESIGN section 2 (EE).
constexpr double kPossible = 0.10;

bool counts(const RankedCondition& ranked) {
    return ranked.named_by_clinician || ranked.high.value() >= kPossible;
}

std::vector<const RankedCondition*> possible_of(const MayNot& may_not, const Differential& ranked) {
    std::vector<const RankedCondition*> possible;
    for (const auto& one : ranked) {
        if (counts(one) &&
            std::ranges::find(may_not.conditions, one.condition) != may_not.conditions.end()) {
            possible.push_back(&one);
        }
    }
    std::ranges::sort(possible, {}, &RankedCondition::condition);
    return possible;
}

/// What was known on a day.
struct Known {
    const Differential& ranked;
    const Findings& findings;
};

/// As it stood that day: the latest before its end, else the first; today's is the one of now.
Known known_on(const EpisodeFacts& facts, const PlanFacts& plan, Day on) {
    if (facts.earlier.empty() || on >= day_of(plan.now.at, plan.now.offset)) {
        return {facts.ranked, facts.findings};
    }
    const RankedAt* known = &facts.earlier.front();
    for (const RankedAt& one : facts.earlier) {
        if (day_of(one.at, plan.now.offset) <= on) {
            known = &one;
        }
    }
    return {known->ranked, known->findings};
}

bool lists(const std::vector<ConditionId>& conditions, const ConditionId& id) {
    return std::ranges::find(conditions, id) != conditions.end();
}

/// What a word that clears is held against.
struct Clearance {
    const Seen& seen;
    Known then;  ///< on the visit's day
    Known now;
    const ProtocolDefinition* protocol;
    const Knowledge& knowledge;
};

/// Whether the visit named the cause, or it was possible then, or nothing new speaks for it since.
bool had_in_view(const Clearance& clearance, const ConditionId& id) {
    const auto was = std::ranges::find(clearance.then.ranked, id, &RankedCondition::condition);
    if (clearance.seen.finding == id || (was != clearance.then.ranked.end() && counts(*was))) {
        return true;
    }
    const Condition* condition = find_condition(clearance.knowledge, id.text());
    return condition != nullptr &&
           std::ranges::all_of(
               logic::supporting_findings(*condition, clearance.now.findings.values),
               [&](std::uint32_t sign) {
                   return clearance.then.findings.values[sign].truth == Truth::yes;
               });
}

/// Whether that visit's word opens running and hops in spite of these possible causes: it had all
/// of them in view, and the protocol is made for them or the visit found what it is. What forbids
/// more than running and hops needs a doctor who found something else.
bool opens(const std::optional<Clearance>& clearance, const MayNot& may_not,
           const std::vector<const RankedCondition*>& possible) {
    if (!clearance || !std::ranges::all_of(possible, [&](const RankedCondition* one) {
            return had_in_view(*clearance, one->condition);
        })) {
        return false;
    }
    const Seen& seen = clearance->seen;
    const ProtocolDefinition* const protocol = clearance->protocol;
    const bool has_protocol = protocol != nullptr && protocol->needs_clearance;
    if (has_protocol && std::ranges::all_of(possible, [&](const RankedCondition* one) {
            return lists(protocol->conditions, one->condition);
        })) {
        return true;
    }
    if (!seen.finding) {
        return false;
    }
    if (lists(may_not.conditions, *seen.finding)) {
        return has_protocol && lists(protocol->conditions, *seen.finding);
    }
    const bool grave = std::ranges::any_of(may_not.forbids, [](Strain strain) {
        return strain == Strain::everything || strain == Strain::weight_bearing;
    });
    return !grave || seen.by != SeenBy::physiotherapist;
}

class Writer {
public:
    void forbid(Strain strain) {
        auto& list = result_.forbids;
        const auto at = std::ranges::lower_bound(list, strain);
        if (at == list.end() || *at != strain) {
            list.insert(at, strain);
        }
    }

    void obey(const PainRule* rule) {
        if (rule != nullptr) {
            result_.pain = ruled_ ? strictest(result_.pain, *rule) : *rule;
            ruled_ = true;
        }
    }

    void because(Reason reason) { result_.because.push_back(std::move(reason)); }

    Restrictions& result() { return result_; }

private:
    Restrictions result_;
    bool ruled_ = false;
};

std::string by_words(const Seen& seen) {
    return "The " + who_of(seen) + " on " + format_day(seen.on);
}

/// What a clinician's word left of it.
struct Opened {
    bool running = false;
    bool hops = false;
};

void add_cause(const MayNot& may_not, const std::vector<const RankedCondition*>& possible,
               const Opened& opened, Writer& write) {
    for (const Strain strain : may_not.forbids) {
        const bool stands = strain == Strain::weight_bearing || strain == Strain::everything;
        const bool cleared = (strain == Strain::impact && opened.hops) ||
                             (strain == Strain::running && opened.running) ||
                             (stands && opened.running);
        if (!cleared) {
            write.forbid(strain);
        }
    }
    std::string names;
    for (const auto* one : possible) {
        names += (names.empty() ? "" : ", ") + one->name;
    }
    write.because({.text = may_not.text + " (possible: " + names + ")",
                   .rule = may_not.id,
                   .certainty = may_not.certainty,
                   .sources = may_not.sources});
}

void add_causes(const EpisodeFacts& facts, const ProtocolDefinition* protocol,
                const PlanFacts& plan, Day on, Writer& write) {
    const auto* run = cleared_by(facts.episode, LimitKind::no_running, on);
    const auto* hop = cleared_by(facts.episode, LimitKind::no_impact, on);
    const Seen* used = nullptr;
    const Known known = known_on(facts, plan, on);
    const auto clearance = [&](const Seen* seen) {
        return seen == nullptr ? std::nullopt
                               : std::optional<Clearance>({*seen, known_on(facts, plan, seen->on),
                                                           known, protocol, plan.knowledge});
    };
    const auto of_run = clearance(run);
    const auto of_hop = clearance(hop);
    for (const auto& may_not : plan.knowledge.rehab.may_not) {
        const auto possible = possible_of(may_not, known.ranked);
        if (possible.empty()) {
            continue;
        }
        const Opened opened{opens(of_run, may_not, possible), opens(of_hop, may_not, possible)};
        add_cause(may_not, possible, opened, write);
        write.obey(find_pain_rule(plan.knowledge.rehab, may_not.pain_rule));
        used = opened.hops ? hop : used;
    }
    if (used != nullptr) {
        write.because({.text = by_words(*used) + " allowed " +
                               (run != nullptr ? "running" : "hops and jumps") + " again.",
                       .from = "seen " + format_day(used->on)});
    }
    for (const auto& one : known.ranked) {
        const auto* condition = find_condition(plan.knowledge, one.condition.text());
        write.result().bone |=
            counts(one) && condition != nullptr && condition->klass == ConditionClass::bone_stress;
    }
}

void add_own_state(const EpisodeFacts& facts, const PlanFacts& plan, Writer& write) {
    for (const auto& exclusion : plan.knowledge.rehab.exclusions) {
        const Truth truth = logic::evaluate(exclusion.when, facts.findings.values);
        if (truth != Truth::yes && !(exclusion.open_counts && logic::is_open(truth))) {
            continue;
        }
        for (const Strain strain : exclusion.forbids) {
            write.forbid(strain);
        }
        write.because({.text = truth == Truth::yes
                                   ? exclusion.text
                                   : exclusion.text + " It is not known yet whether this is so.",
                       .rule = exclusion.id,
                       .certainty = exclusion.certainty,
                       .sources = exclusion.sources});
    }
}

std::vector<Strain> strains_of(LimitKind kind) {
    switch (kind) {
    case LimitKind::no_running: return {Strain::running};
    case LimitKind::no_impact: return {Strain::running, Strain::impact};
    case LimitKind::no_weight_bearing: return {Strain::weight_bearing};
    case LimitKind::no_exercises: return {Strain::everything};
    case LimitKind::no_stretching: return {Strain::stretch};
    case LimitKind::running_at_most:
    case LimitKind::shown: break;
    }
    return {};
}

void add_limits(const Episode& episode, Day on, Writer& write) {
    for (const auto& [limit, seen] : limits_on(episode, on)) {
        for (const Strain strain : strains_of(limit.kind)) {
            write.forbid(strain);
        }
        auto& most = write.result().most_running;
        if (limit.most && (!most || *limit.most < *most)) {
            most = limit.most;
        }
        if (limit.kind == LimitKind::shown) {
            write.result().notes.push_back(by_words(*seen) + ": " + limit.words);
            continue;
        }
        if (limit.read_safer) {
            write.result().notes.push_back(how_to_word(limit));
        }
        write.because(
            {.text = by_words(*seen) + ": " + limit.words, .from = "seen " + format_day(seen->on)});
    }
}

bool listed(const Restrictions& restrictions, Strain strain) {
    return std::ranges::find(restrictions.forbids, strain) != restrictions.forbids.end();
}

}  // namespace

Restrictions restrictions_on(const EpisodeFacts& facts, const ProtocolDefinition* protocol,
                             const PlanFacts& plan, Day on) {
    Writer write;
    if (protocol != nullptr) {
        write.obey(find_pain_rule(plan.knowledge.rehab, protocol->pain_rule));
    }
    add_causes(facts, protocol, plan, on, write);
    add_own_state(facts, plan, write);
    add_limits(facts.episode, on, write);
    return std::move(write.result());
}

Restrictions restrictions_of(const EpisodeFacts& facts, const ProtocolDefinition* protocol,
                             const PlanFacts& plan) {
    return restrictions_on(facts, protocol, plan, day_of(plan.now.at, plan.now.offset));
}

bool forbids(const Restrictions& restrictions, Strain strain) {
    if (listed(restrictions, strain) || listed(restrictions, Strain::everything)) {
        return true;
    }
    const bool on_feet =
        strain == Strain::running || strain == Strain::impact || strain == Strain::barefoot_balance;
    return on_feet && listed(restrictions, Strain::weight_bearing);
}

bool forbids(const Restrictions& restrictions, const ExerciseDefinition& exercise) {
    return listed(restrictions, Strain::everything) ||
           (exercise.impact == Impact::hop && forbids(restrictions, Strain::impact)) ||
           std::ranges::any_of(exercise.strains,
                               [&](Strain strain) { return forbids(restrictions, strain); });
}

}  // namespace footsure::rehab
