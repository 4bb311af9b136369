// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

Json ratio_or_null(const std::optional<double>& ratio) {
    return ratio ? Json(rounded(*ratio, 2)) : Json(nullptr);
}

Json to_json(const WeekRatios& ratios) {
    return {{"acute_chronic_ratio", ratio_or_null(ratios.acute_chronic)},
            {"acute_chronic_ratio_uncoupled", ratio_or_null(ratios.acute_chronic_uncoupled)},
            {"week_step", ratio_or_null(ratios.week_step)},
            {"why_not_used", std::string(why_ratios_are_not_used())}};
}

}  // namespace

std::string write_ledger(const Ledger& ledger) {
    Json activities = Json::array();
    for (const auto& activity : ledger.activities) {
        activities.push_back(wire::to_json(activity));
    }
    Json json{{"runner_id", ledger.runner.text()},
              {"at", format_instant(ledger.at.at)},
              {"activities", std::move(activities)},
              {"tissues", wire::to_json(ledger.exposures)}};
    if (!ledger.form.empty()) {
        json["form"] = wire::to_json(ledger.form);
    }
    if (ledger.soreness.state != SorenessState::no_mornings) {
        json["soreness"] = wire::to_json(ledger.soreness);
    }
    if (ledger.ratios) {
        json["ratios"] = to_json(*ledger.ratios);
    }
    return dump(json, 2);
}

std::string write_guard(const Advice& advice) {
    return dump({{"runner_id", advice.runner.text()},
                 {"at", format_instant(advice.at.at)},
                 {"guard", to_json(advice.guard)}},
                2);
}

}  // namespace footsure::wire
