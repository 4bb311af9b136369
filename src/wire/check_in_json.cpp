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

template <class E>
void put_word(Json& json, const char* key, const std::optional<E>& told) {
    if (told) {
        json[key] = word(*told);
    }
}

std::string_view word(DangerLine danger) {
    switch (danger) {
    case DangerLine::not_needed: return "not_needed";
    case DangerLine::answered: return "answered";
    case DangerLine::open: break;
    }
    return "open";
}

Json check_in_json(const CheckIn& check_in, UtcOffset offset) {
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
    put_word(json, "swelling", check_in.swelling);
    put_word(json, "limp", check_in.limp);
    put_word(json, "gave_way", check_in.gave_way);
    put_word(json, "painkiller", check_in.painkiller);
    put_word(json, "focal_ache", check_in.focal_ache);
    put_word(json, "skipped", check_in.skipped);
    if (!check_in.measures.empty()) {
        json["measures"] = to_json(check_in.measures);
    }
    for (const Answer& answer : check_in.answers) {
        json["answers"][answer.question.text()] = Json::parse(write_answer_value(answer));
    }
    return json;
}

}  // namespace

std::string write_check_in(const CheckInTaken& taken) {
    Json levels = Json::array();
    for (const auto& [episode, urgency] : taken.levels) {
        levels.push_back({{"id", episode.text()}, {"level", word(urgency.level())}});
    }
    Json changes = Json::array();
    for (const auto& [episode, change] : taken.changes) {
        changes.push_back(to_json(change));
        changes.back()["episode"] = episode.text();
    }
    return dump({{"checkin", check_in_json(taken.check_in, taken.offset)},
                 {"danger_line", word(taken.danger)},
                 {"episodes", std::move(levels)},
                 {"plan_changes", std::move(changes)}},
                2);
}

}  // namespace footsure::wire
