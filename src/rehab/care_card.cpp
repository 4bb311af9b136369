// SPDX-License-Identifier: Apache-2.0
#include "rehab/care_card.hpp"

#include "logic/logic.hpp"
#include "rehab/medicine.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

/// A card is given for a cause at least this likely. Source: evidence_triage, policy 1, whose
/// threshold we take over (EE).
constexpr double kFitsForCard = 0.2;
/// A possible bone injury counts from this upper probability on. Source: DESIGN, section 2 (EE).
constexpr double kBonePossible = 0.10;
/// An injury "on a day" is taken to have happened at its noon. Source: our convention (EE).
constexpr std::chrono::hours kNoon{12};

const CareCardDefinition* card_of(const ConditionId& condition, const Knowledge& knowledge) {
    for (const auto& card : knowledge.care_cards) {
        if (std::ranges::find(card.conditions, condition) != card.conditions.end()) {
            return &card;
        }
    }
    return nullptr;
}

/// Conditions of a family share a card, so their probabilities add up.
const CareCardDefinition* fitting_card(const Differential& ranked, const Knowledge& knowledge) {
    const CareCardDefinition* best = nullptr;
    double most = 0;
    for (const auto& card : knowledge.care_cards) {
        double sum = 0;
        for (const auto& one : ranked) {
            if (card_of(one.condition, knowledge) == &card) {
                sum += one.named_by_clinician ? 1 : one.probability.value();
            }
        }
        if (sum > most) {
            most = sum;
            best = &card;
        }
    }
    return most >= kFitsForCard ? best : nullptr;
}

BoneInjury bone_injury(const Differential& ranked, const Knowledge& knowledge) {
    const bool possible = std::ranges::any_of(ranked, [&](const RankedCondition& one) {
        const auto* condition = find_condition(knowledge, one.condition.text());
        const bool bone = condition->klass == ConditionClass::bone_stress ||
                          condition->klass == ConditionClass::fracture;
        return bone && (one.named_by_clinician || one.high.value() >= kBonePossible);
    });
    return possible ? BoneInjury::possible : BoneInjury::unlikely;
}

Instant card_start(const CareCardDefinition& card, const HelpFacts& facts) {
    if (!card.counts_from_start || !facts.started_on) {
        return facts.now.at;
    }
    const Instant noon = Instant(*facts.started_on) + kNoon - facts.now.offset;
    return std::min(noon, facts.now.at);
}

std::chrono::microseconds hours(double count) {
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::duration<double, std::chrono::hours::period>(count));
}

class CardWriter {
public:
    CardWriter(const CareCardDefinition& card, const HelpFacts& facts, CareExtent extent,
               const Knowledge& knowledge)
        : facts_(facts), extent_(extent), knowledge_(knowledge), start_(card_start(card, facts)),
          bone_(bone_injury(facts.ranked, knowledge)) {
        care_.title = card.title;
        for (const auto& item : card.items) {
            add(item);
        }
    }

    Care take() { return std::move(care_); }

private:
    /// What is not written neither asks for a line nor rules it out.
    [[nodiscard]] Truth value(const std::optional<Expression>& expression, Truth unwritten) const {
        return expression ? logic::evaluate(*expression, facts_.findings.values) : unwritten;
    }

    /// When to stop and be seen holds as long as the Episode: once its time is over, from now.
    [[nodiscard]] Instant start_of(const CareItem& item) const {
        const bool over = start_ + hours(item.to_hours) < facts_.now.at;
        return over && item.kind == CareKind::stop_rule ? facts_.now.at : start_;
    }

    [[nodiscard]] bool is_wanted(const CareItem& item) const {
        const bool in_time = start_of(item) + hours(item.to_hours) >= facts_.now.at;
        const bool fits = value(item.only_when, Truth::yes) == Truth::yes;
        const bool allowed =
            extent_ == CareExtent::full || item.protects || item.kind == CareKind::stop_rule;
        return in_time && fits && allowed;
    }

    /// Blocked by a fact, by a possible bone injury, or because nobody knows.
    [[nodiscard]] bool is_withheld(const CareItem& item) const {
        const bool by_bone = item.not_with_bone && bone_ == BoneInjury::possible;
        return by_bone || value(item.unless, Truth::no) != Truth::no;
    }

    [[nodiscard]] std::optional<Blocked> medicine_block(const CareItem& item) const {
        return item.medicine.empty()
                   ? std::nullopt
                   : blocked(item.medicine, facts_.findings.values, bone_, knowledge_);
    }

    [[nodiscard]] CareLine dated(const CareItem& item) const {
        const Instant start = start_of(item);
        return {.id = item.id,
                .kind = item.kind,
                .text = item.text,
                .disputed = item.disputed,
                .from = std::max(start + hours(item.from_hours), facts_.now.at),
                .until = start + hours(item.to_hours),
                .certainty = item.certainty,
                .sources = item.sources,
                .claims = item.claims};
    }

    void add(const CareItem& item) {
        if (!is_wanted(item)) {
            return;
        }
        CareLine line = dated(item);
        const auto block = medicine_block(item);
        if (block || is_withheld(item)) {
            line.kind = CareKind::avoid;
            line.text = item.withheld_text;
            line.disputed.clear();
        }
        if (block) {
            line.text += (line.text.empty() ? "" : " ") + block->text;
            line.certainty = block->certainty;
            line.sources = block->sources;
        }
        if (!line.text.empty()) {
            care_.lines.push_back(std::move(line));
        }
    }

    const HelpFacts& facts_;
    CareExtent extent_;
    const Knowledge& knowledge_;
    Instant start_;
    BoneInjury bone_;
    Care care_;
};

}  // namespace

std::optional<Care> care_card(const HelpFacts& facts, CareExtent extent,
                              const Knowledge& knowledge) {
    const auto* card = fitting_card(facts.ranked, knowledge);
    if (card == nullptr) {
        return std::nullopt;
    }
    auto care = CardWriter(*card, facts, extent, knowledge).take();
    return care.lines.empty() ? std::nullopt : std::optional(std::move(care));
}

}  // namespace footsure::rehab
