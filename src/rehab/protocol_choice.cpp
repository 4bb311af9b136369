// SPDX-License-Identifier: Apache-2.0
#include "rehab/protocol_choice.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace footsure::rehab {

namespace {

/// Less likely causes lead to no protocol of their own.
/// Source: triage section 1, policy 1, where a cause begins to count (EE).
constexpr double kFits = 0.2;
/// Pain afterwards or in the morning from here on is irritable.
/// Source: EE, above what care-and-rehab section 5 accepts (5 of 10).
constexpr double kIrritable = 5;
/// What was told in the first days says how irritable it was. Source: EE, one week.
constexpr std::chrono::days kAtBegin{7};
/// One Session of exercises takes so long. Source: EE.
constexpr Seconds kSessionTakes{900};

constexpr std::string_view kUnclear = "unclear";

using Candidates = std::vector<const ProtocolDefinition*>;

bool is_for(const ProtocolDefinition& protocol, const ConditionId& condition) {
    return std::ranges::find(protocol.conditions, condition) != protocol.conditions.end();
}

const std::string& family_of(const Knowledge& knowledge, const ConditionId& id) {
    static const std::string none;
    const auto* condition = find_condition(knowledge, id.text());
    return condition == nullptr ? none : condition->family;
}

/// What a cause counts: its family together, in which grades add up.
double weight_of(const RankedCondition& cause, const EpisodeFacts& facts,
                 const Knowledge& knowledge) {
    const auto& family = family_of(knowledge, cause.condition);
    double weight = 0;
    for (const auto& ranked : facts.ranked) {
        const bool same = ranked.condition == cause.condition ||
                          (!family.empty() && family_of(knowledge, ranked.condition) == family);
        weight += same ? ranked.probability.value() : 0;
    }
    return weight;
}

/// The likeliest of the family that counts most.
struct Leading {
    const RankedCondition* cause = nullptr;
    double weight = 0;
};

Leading leading_cause(const EpisodeFacts& facts, const Knowledge& knowledge) {
    Leading best;
    for (const auto& ranked : facts.ranked) {
        const double weight = weight_of(ranked, facts, knowledge);
        const auto rank = std::tuple(weight, ranked.probability.value());
        if (best.cause == nullptr ||
            rank > std::tuple(best.weight, best.cause->probability.value()) ||
            (rank == std::tuple(best.weight, best.cause->probability.value()) &&
             ranked.condition < best.cause->condition)) {
            best = {&ranked, weight};
        }
    }
    return best;
}

const RankedCondition* named_by_clinician(const Differential& ranked) {
    const RankedCondition* named = nullptr;
    for (const auto& one : ranked) {
        if (one.named_by_clinician &&
            (named == nullptr || one.probability > named->probability ||
             (one.probability == named->probability && one.condition < named->condition))) {
            named = &one;
        }
    }
    return named;
}

/// What the Runner said of pain when the Episode was new; by the earliest check-in that tells it.
Irritability irritability_of(const EpisodeFacts& facts, const PlanFacts& plan) {
    const CheckIn* first = nullptr;
    double worst = 0;
    for (const auto& check_in : plan.case_file.check_ins) {
        const bool counts = check_in.at <= plan.now.at && check_in.episode == facts.episode.id &&
                            (check_in.pain_morning || check_in.pain_after);
        if (!counts || (first != nullptr && first->at < check_in.at)) {
            continue;
        }
        const double pain = std::max(check_in.pain_morning.value_or(PainScore()).value(),
                                     check_in.pain_after.value_or(PainScore()).value());
        worst = first != nullptr && first->at == check_in.at ? std::max(worst, pain) : pain;
        first = &check_in;
    }
    if (first == nullptr) {
        return Irritability::calm;
    }
    const auto& started_on = facts.episode.started_on;
    const bool at_begin =
        !started_on || day_of(first->at, plan.now.offset) <= *started_on + kAtBegin;
    return at_begin && worst >= kIrritable ? Irritability::irritable : Irritability::calm;
}

bool fits(const ProtocolDefinition& protocol, Irritability irritability) {
    return protocol.fits == Irritability::any || protocol.fits == irritability;
}

bool has_time(const ProtocolDefinition& protocol, const Wishes& wishes) {
    if (protocol.sessions_a_day < 2) {
        return true;
    }
    return wishes.time_a_day &&
           *wishes.time_a_day >= kSessionTakes * static_cast<double>(protocol.sessions_a_day);
}

bool has_all(const Wishes& wishes, const ProtocolDefinition& protocol) {
    return std::ranges::all_of(protocol.needs,
                               [&](Equipment needed) { return has(wishes, needed); });
}

/// Of several for the same causes. What is missing rules out, the rest only prefers.
const ProtocolDefinition* best_of(const Candidates& candidates, const EpisodeFacts& facts,
                                  const PlanFacts& plan) {
    const auto irritability = irritability_of(facts, plan);
    const auto& wishes = plan.case_file.wishes;
    const auto rank = [&](const ProtocolDefinition& one) {
        return std::tuple(!has_time(one, wishes), !fits(one, irritability), one.order,
                          std::string_view(one.id));
    };
    const ProtocolDefinition* best = nullptr;
    for (const auto* one : candidates) {
        if (has_all(wishes, *one) && (best == nullptr || rank(*one) < rank(*best))) {
            best = one;
        }
    }
    return best;
}

ProtocolChoice unclear(const RehabKnowledge& knowledge, const std::string& why) {
    const auto found = std::ranges::find(knowledge.protocols, kUnclear, &ProtocolDefinition::id);
    return {found == knowledge.protocols.end() ? nullptr : &*found, why};
}

std::string reason_for(const ProtocolDefinition& chosen, const std::string& lead,
                       std::size_t candidates) {
    std::string why = lead + " leads to the plan \"" + chosen.title + "\"";
    if (candidates > 1 && !chosen.why.empty()) {
        why += "; of the " + std::to_string(candidates) + " plans for it: " + chosen.why;
    }
    return why.back() == '.' ? why : why + ".";
}

Candidates candidates_for(const ConditionId& condition, const RehabKnowledge& knowledge) {
    Candidates candidates;
    for (const auto& protocol : knowledge.protocols) {
        if (is_for(protocol, condition)) {
            candidates.push_back(&protocol);
        }
    }
    return candidates;
}

}  // namespace

ProtocolChoice choose_protocol(const EpisodeFacts& facts, const PlanFacts& plan) {
    const RehabKnowledge& knowledge = plan.knowledge.rehab;
    const auto* const named = named_by_clinician(facts.ranked);
    const Leading leading =
        named != nullptr ? Leading{named, 1} : leading_cause(facts, plan.knowledge);
    if (leading.cause == nullptr || leading.weight < kFits) {
        return unclear(knowledge, "No cause fits well enough for a plan of its own.");
    }
    const auto candidates = candidates_for(leading.cause->condition, knowledge);
    const auto* const chosen = best_of(candidates, facts, plan);
    if (chosen == nullptr) {
        return unclear(knowledge, named != nullptr
                                      ? "A clinician named " + named->name +
                                            ", for which there is no plan of its own."
                                      : "The likeliest cause, " + leading.cause->name + ", has " +
                                            (candidates.empty() ? "no plan of its own."
                                                                : "a plan whose equipment is not "
                                                                  "there."));
    }
    const std::string lead = named != nullptr ? "A clinician named " + named->name + ", which"
                                              : "What fits best, " + leading.cause->name + ",";
    return {chosen, reason_for(*chosen, lead, candidates.size())};
}

}  // namespace footsure::rehab
