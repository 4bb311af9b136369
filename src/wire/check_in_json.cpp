// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

void put(Json& json, const char* key, const std::optional<PainScore>& score) {
    if (score) {
        json[key] = score->value();
    }
}

Json to_json(const CheckIn& check_in, UtcOffset offset) {
    Json json{{"at", format_local({check_in.at, offset})}};
    if (!check_in.episode.empty()) {
        json["episode"] = check_in.episode.text();
    }
    put(json, "soreness", check_in.soreness);
    put(json, "pain_during", check_in.pain_during);
    put(json, "pain_after", check_in.pain_after);
    put(json, "pain_morning", check_in.pain_morning);
    if (check_in.stiffness_minutes) {
        json["stiffness_min"] = *check_in.stiffness_minutes;
    }
    return json;
}

}  // namespace

std::string write_check_in(const CheckInTaken& taken) {
    Json levels = Json::array();
    for (const auto& [episode, urgency] : taken.levels) {
        levels.push_back({{"id", episode.text()}, {"level", word(urgency.level())}});
    }
    return dump(
        {{"checkin", to_json(taken.check_in, taken.offset)}, {"episodes", std::move(levels)}}, 2);
}

}  // namespace footsure::wire
