// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

constexpr int kSizeDecimals = 3;
constexpr int kSurpriseDecimals = 1;

}  // namespace

/// The sizes carry their unit in the key: `before_m`, `then_m`.
Json to_json(const LoadChange& change) {
    Json json{{"kind", word(change.kind)}, {"on", format_day(change.on)}, {"text", change.text}};
    if (!change.unit.empty()) {
        json["unit"] = change.unit;
        json["before_" + change.unit] = rounded(change.before, kSizeDecimals);
        json["then_" + change.unit] = rounded(change.then, kSizeDecimals);
    }
    json["surprise"] = rounded(change.surprise, kSurpriseDecimals);
    if (!change.finding.empty()) {
        json["finding"] = change.finding;
    }
    if (!change.from.empty()) {
        json["from"] = change.from;
    }
    json["certainty"] = word(change.certainty);
    json["sources"] = to_json(change.sources);
    return json;
}

Json to_json(const ChangeAccount& account) {
    Json changes = Json::array();
    for (const auto& change : account.changes) {
        changes.push_back(to_json(change));
    }
    return {{"changes", std::move(changes)},
            {"weeks_of_past", account.weeks_of_past},
            {"unknown", account.unknown}};
}

}  // namespace footsure::wire
