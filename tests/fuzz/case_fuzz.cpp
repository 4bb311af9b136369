// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "wire/wire.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

using footsure::Advice;
using footsure::EpisodeAdvice;
using footsure::Knowledge;
using footsure::UrgencyLevel;

namespace {

const Knowledge& knowledge() {
    static const Knowledge embedded = footsure::app::embedded_knowledge();
    return embedded;
}

/// What a level may hold, DESIGN section 4.
bool help_fits(const EpisodeAdvice& episode) {
    switch (episode.triage.urgency.level()) {
    case UrgencyLevel::emergency:
    case UrgencyLevel::same_day: return std::holds_alternative<footsure::UrgentHelp>(episode.help);
    case UrgencyLevel::within_days:
        return std::holds_alternative<footsure::ProtectedWait>(episode.help);
    case UrgencyLevel::routine: return std::holds_alternative<footsure::RoutineHelp>(episode.help);
    case UrgencyLevel::self_care: break;
    }
    return std::holds_alternative<footsure::SelfCareHelp>(episode.help);
}

/// What holds for every case, however odd.
void check(const Advice& advice) {
    for (const EpisodeAdvice& episode : advice.episodes) {
        footsure::expects(episode.triage.urgency.level() <= advice.urgency.level(),
                          "the most urgent Episode leads");
        footsure::expects(help_fits(episode), "an Episode holds what its level allows");
        footsure::expects(std::ranges::all_of(episode.triage.rules,
                                              [&](const footsure::FiredRule& rule) {
                                                  return rule.level <=
                                                         episode.triage.urgency.level();
                                              }),
                          "no fired rule is more urgent than the decision");
        footsure::expects(std::ranges::all_of(episode.differential,
                                              [](const footsure::RankedCondition& condition) {
                                                  return condition.low <= condition.probability &&
                                                         condition.probability <= condition.high;
                                              }),
                          "a probability lies within its interval");
    }
    footsure::expects(advice.urgency.level() < UrgencyLevel::within_days ||
                          advice.guard.verdict != footsure::GuardVerdict::limited,
                      "nobody runs who must be seen within days");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto reading = footsure::wire::read_case(text, knowledge(), footsure::LocalInstant{});
    if (!reading) {
        footsure::expects(!reading.error().text.empty(), "an unreadable case says why");
        return 0;
    }
    const footsure::CaseFile& facts = reading->case_file;
    const Advice advice = footsure::advice::advise(facts, knowledge(), facts.at);
    check(advice);
    footsure::expects(!footsure::wire::write_advice(advice, knowledge()).empty(),
                      "every advice can be written");
    return 0;
}
