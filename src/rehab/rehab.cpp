// SPDX-License-Identifier: Apache-2.0
#include "rehab/rehab.hpp"

#include "logic/logic.hpp"
#include "rehab/care_card.hpp"
#include "rehab/plan_words.hpp"

namespace footsure::rehab {

namespace {

/// A cause is worth telling the clinician from here on. Source: DESIGN, section 2 (EE).
constexpr double kWorthChecking = 0.10;

std::vector<std::string> words_to_tell(const HelpFacts& facts, const Knowledge& knowledge) {
    std::vector<std::string> tell;
    for (const auto& fired : facts.decision.rules) {
        for (const auto& rule : knowledge.rules) {
            if (rule.id == fired.id) {
                add_once(tell, rule.tell);
            }
        }
    }
    return tell;
}

std::vector<std::string> likely_checks(const HelpFacts& facts, const Knowledge& knowledge) {
    std::vector<std::string> checks;
    for (const auto& ranked : facts.ranked) {
        if (ranked.probability.value() >= kWorthChecking || ranked.named_by_clinician) {
            const auto* condition = find_condition(knowledge, ranked.condition.text());
            add_once(checks, condition->name + ": " + condition->checks);
        }
    }
    return checks;
}

std::string where_to(UrgencyLevel level) {
    if (level == UrgencyLevel::emergency) {
        return "Emergency department now; call an ambulance if you cannot get there at once.";
    }
    if (level == UrgencyLevel::same_day) {
        return "Emergency department, urgent-care or minor-injury unit today.";
    }
    return "A doctor or physiotherapist by the time named. No running until then.";
}

SeekCare seek_care(const HelpFacts& facts, const Knowledge& knowledge) {
    SeekCare care{.where = where_to(facts.decision.urgency.level())};
    for (const auto& item : knowledge.first_aid) {
        const bool fits = !item.only_when ||
                          logic::evaluate(*item.only_when, facts.findings.values) == Truth::yes;
        if (fits) {
            care.first_aid.push_back(
                {.text = item.text, .certainty = item.certainty, .sources = item.sources});
        }
    }
    care.tell = words_to_tell(facts, knowledge);
    care.checks = likely_checks(facts, knowledge);
    return care;
}

Appointment appointment(const HelpFacts& facts, const Knowledge& knowledge) {
    return {.with = "a physiotherapist or your doctor",
            .within = "1 to 3 weeks",
            .tell = words_to_tell(facts, knowledge),
            .checks = likely_checks(facts, knowledge)};
}

}  // namespace

Help help_for(const HelpFacts& facts, const Knowledge& knowledge) {
    switch (facts.decision.urgency.level()) {
    case UrgencyLevel::emergency:
    case UrgencyLevel::same_day: return UrgentHelp{seek_care(facts, knowledge)};
    case UrgencyLevel::within_days:
        return ProtectedWait{seek_care(facts, knowledge),
                             care_card(facts, CareExtent::protective, knowledge)};
    case UrgencyLevel::routine:
        return RoutineHelp{care_card(facts, CareExtent::full, knowledge),
                           appointment(facts, knowledge)};
    case UrgencyLevel::self_care: break;
    }
    return SelfCareHelp{care_card(facts, CareExtent::full, knowledge)};
}

}  // namespace footsure::rehab
