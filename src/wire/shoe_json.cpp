// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

constexpr double kMillimetresPerMetre = 1000;
constexpr int kMetreDecimals = 1;
constexpr int kMillimetreDecimals = 1;
constexpr int kDoseDecimals = 2;
constexpr int kShareDecimals = 3;

struct EventWriter {
    Json operator()(const ShoeDescription& what) const {
        Json json{{"kind", word(what.kind)}};
        if (what.drop && std::isfinite(what.drop->value())) {
            json["drop_mm"] = what.drop->value() * kMillimetresPerMetre;
        }
        json["distance_before_m"] =
            std::isfinite(what.distance_before.value()) ? what.distance_before.value() : 0;
        if (what.introduced_on) {
            json["introduced_on"] = format_day(*what.introduced_on);
        }
        return json;
    }

    Json operator()(const ShoeInspection& what) const {
        return {{"on", format_day(what.on)}, {"text", what.text}};
    }

    Json operator()(const ShoeRetired& what) const { return {{"on", format_day(what.on)}}; }

    Json operator()(const ShoeTakenUp& what) const { return {{"on", format_day(what.on)}}; }
};

/// The day under a key that must hold one; leaves `sound` false otherwise.
Day day_at(const Json& json, const char* key, bool& sound) {
    const auto day = parse_day(json.at(key).get<std::string>());
    sound = sound && day.has_value();
    return day.value_or(Day{});
}

ShoeDescription description_of(const Json& json, bool& sound) {
    ShoeDescription what;
    const auto kind = shoe_kind_of(json.at("kind").get<std::string>());
    sound = sound && kind.has_value();
    what.kind = kind.value_or(ShoeKind::usual);
    if (const auto drop = json.find("drop_mm"); drop != json.end()) {
        what.drop = Metres(drop->get<double>() / kMillimetresPerMetre);
    }
    what.distance_before = Metres(json.at("distance_before_m").get<double>());
    if (json.contains("introduced_on")) {
        what.introduced_on = day_at(json, "introduced_on", sound);
    }
    return what;
}

Result<ShoeEvent, std::string> event_of(std::string_view word, const Json& json) {
    bool sound = true;
    ShoeEvent event;
    if (word == "described") {
        event.what = description_of(json, sound);
    } else if (word == "inspected") {
        event.what = ShoeInspection{day_at(json, "on", sound), json.at("text").get<std::string>()};
    } else if (word == "retired") {
        event.what = ShoeRetired{day_at(json, "on", sound)};
    } else if (word == "taken_up") {
        event.what = ShoeTakenUp{day_at(json, "on", sound)};
    } else {
        sound = false;
    }
    return sound ? Result<ShoeEvent, std::string>(std::move(event))
                 : Failure<std::string>("this is nothing that is told of a pair of shoes");
}

Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

/// A number, or null where none was computed.
Json known(double value, int decimals) {
    return std::isfinite(value) ? Json(rounded(value, decimals)) : Json(nullptr);
}

Json to_json(const ShoeUse& use) {
    const Shoe& shoe = use.shoe;
    Json inspections = Json::array();
    for (const auto& inspection : shoe.inspections) {
        inspections.push_back({{"on", format_day(inspection.on)}, {"text", inspection.text}});
    }
    return {{"name", shoe.name},
            {"kind", word(shoe.kind)},
            {"drop_mm", number_or_null(shoe.drop, kMillimetresPerMetre, kMillimetreDecimals)},
            {"distance_before_m", known(shoe.distance_before.value(), kMetreDecimals)},
            {"introduced_on", day_or_null(shoe.introduced_on)},
            {"retired_on", day_or_null(shoe.retired_on)},
            {"inspections", std::move(inspections)},
            {"runs", use.runs},
            {"distance_m", known(use.distance.value(), kMetreDecimals)},
            {"achilles_easy_km", known(use.achilles.value(), kDoseDecimals)},
            {"tibia_easy_km", known(use.tibia.value(), kDoseDecimals)},
            {"first_on", day_or_null(use.first_on)},
            {"last_on", day_or_null(use.last_on)},
            {"share_28_days", number_or_null(use.share, 1, kShareDecimals)},
            {"introduction_share", number_or_null(use.introduction, 1, kShareDecimals)},
            {"notes", use.notes}};
}

Json to_json(const SoreDays& days) {
    return {
        {"companion", word(days.companion)},
        {"name", days.name},
        {"exposures", days.exposures},
        {"sore", days.sore},
        {"difference", days.difference ? known(*days.difference, kShareDecimals) : Json(nullptr)},
        {"low", known(days.low, kShareDecimals)},
        {"high", known(days.high, kShareDecimals)},
        {"text", days.text}};
}

}  // namespace

std::string write_shoe_event(const ShoeEvent& event) {
    return dump(std::visit(EventWriter{}, event.what), -1);
}

Result<ShoeEvent, std::string> read_shoe_event(std::string_view word, std::string_view json) {
    const auto parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) {
        return Failure<std::string>("this is no JSON object");
    }
    try {
        return event_of(word, *parsed);
    } catch (const nlohmann::json::exception& error) {
        return Failure<std::string>(error.what());
    }
}

std::string write_shoes(const ShoeReport& report) {
    Json shoes = Json::array();
    for (const auto& use : report.shoes) {
        shoes.push_back(to_json(use));
    }
    Json sore_days = Json::array();
    for (const auto& days : report.sore_days) {
        sore_days.push_back(to_json(days));
    }
    return dump({{"shoes", std::move(shoes)},
                 {"sore_days", std::move(sore_days)},
                 {"mornings", report.mornings},
                 {"notes", report.notes}},
                2);
}

}  // namespace footsure::wire
