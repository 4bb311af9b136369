// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

std::string write_ledger(const Ledger& ledger) {
    Json activities = Json::array();
    for (const auto& activity : ledger.activities) {
        activities.push_back(to_json(activity));
    }
    return dump({{"runner_id", ledger.runner.text()},
                 {"at", format_instant(ledger.at.at)},
                 {"activities", std::move(activities)},
                 {"tissues", to_json(ledger.exposures)}},
                2);
}

std::string write_guard(const Advice& advice) {
    return dump({{"runner_id", advice.runner.text()},
                 {"at", format_instant(advice.at.at)},
                 {"guard", to_json(advice.guard)}},
                2);
}

}  // namespace footsure::wire
