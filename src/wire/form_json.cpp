// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"

namespace footsure::wire {

Json to_json(const std::vector<FormFinding>& form) {
    Json json = Json::array();
    for (const auto& one : form) {
        Json entry{{"topic", word(one.topic)},
                   {"text", one.text},
                   {"evidence", one.evidence},
                   {"notable", one.notable}};
        if (!one.finding.empty()) {
            entry["finding"] = one.finding;
        }
        entry["from"] = one.from;
        if (one.since) {
            entry["since"] = format_day(*one.since);
        }
        entry["runs"] = one.runs;
        entry["certainty"] = word(one.certainty);
        entry["sources"] = to_json(one.sources);
        json.push_back(std::move(entry));
    }
    return json;
}

}  // namespace footsure::wire
