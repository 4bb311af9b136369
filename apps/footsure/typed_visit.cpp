// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_visit.hpp"

#include "footsure/interview_dialog.hpp"
#include "footsure/typed_shoe.hpp"
#include "footsure/typed_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

/// Clears the return to running, which some causes need a clinician's word for.
constexpr std::string_view kRunning = "running";

bool is_lower(char letter) {
    return letter >= 'a' && letter <= 'z';
}

/// A rule, or the number of its lettered parts.
bool is_rule(const std::string& id, const Knowledge& knowledge) {
    return std::ranges::any_of(knowledge.rules, [&](const Rule& rule) {
        const std::string& text = rule.id.text();
        return text == id ||
               (text.starts_with(id) && text.size() == id.size() + 1 && is_lower(text.back()));
    });
}

Result<std::vector<RuleId>, std::string> read_clears(const std::string& typed,
                                                     const Knowledge& knowledge) {
    std::vector<RuleId> clears;
    for (const auto& id : listed(typed)) {
        if (id != kRunning && !is_rule(id, knowledge)) {
            return Failure<std::string>(
                fmt::format("There is no rule '{}'. --clears takes the rules the advice names, "
                            "such as R-041, and running.",
                            printable(id)));
        }
        clears.emplace_back(id);
    }
    return clears;
}

}  // namespace

Result<Seen, std::string> read_visit(const TypedVisit& typed, Day today,
                                     const Knowledge& knowledge) {
    const auto by = read_typed_word(typed.by, "who saw you", kSeenBy);
    const auto on = read_wear_day(typed.on, today);
    if (!by || !on) {
        return Failure<std::string>(by ? on.error() : by.error());
    }
    const std::optional<SeenBy>& who = *by;
    if (!who) {
        return Failure<std::string>("Who saw you? --by emergency, doctor or physiotherapist");
    }
    auto clears = read_clears(typed.clears, knowledge);
    if (!clears) {
        return Failure<std::string>(clears.error());
    }
    Seen seen{.on = *on, .by = *who, .clears = std::move(*clears), .limits = typed.limits};
    if (!typed.finding.empty()) {
        if (find_condition(knowledge, typed.finding) == nullptr) {
            return Failure<std::string>(
                fmt::format("There is no condition '{}'; 'footsure knowledge list' has them all.",
                            printable(typed.finding)));
        }
        seen.finding = ConditionId(typed.finding);
    }
    return seen;
}

}  // namespace footsure::app
