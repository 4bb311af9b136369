// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

/// A value that JSON cannot say, or that would not read back, is not written: the rest still
/// counts.
void add_time(Json& json, const char* key, const std::optional<Instant>& at) {
    const std::string text = at ? format_instant(*at) : std::string();
    if (parse_instant(text)) {
        json[key] = text;
    }
}

void add_number(Json& json, const char* key, const std::optional<double>& number) {
    if (number && std::isfinite(*number)) {
        json[key] = *number;
    }
}

void add_text(Json& json, const char* key, const std::optional<std::string>& text) {
    if (text) {
        json[key] = *text;
    }
}

void add_told(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) {
        json[key] = text;
    }
}

template <class Q>
std::optional<double> number_of(const std::optional<Q>& quantity) {
    return quantity ? std::optional(quantity->value()) : std::nullopt;
}

template <class T>
std::optional<T> value_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? std::nullopt : std::optional(found->get<T>());
}

template <class Q>
std::optional<Q> quantity_at(const Json& json, const char* key) {
    const auto number = value_at<double>(json, key);
    return number ? std::optional(Q(*number)) : std::nullopt;
}

std::string told_at(const Json& json, const char* key) {
    return value_at<std::string>(json, key).value_or("");
}

/// A ground that a newer program knows reads as not told.
std::optional<Terrain> ground_at(const Json& json) {
    return terrain_of(told_at(json, "ground"));
}

void add_ground(Json& json, const std::optional<Terrain>& ground) {
    if (ground) {
        json["ground"] = word(*ground);
    }
}

/// Fails: by leaving `sound` false when the text there is no time.
std::optional<Instant> time_at(const Json& json, const char* key, bool& sound) {
    const auto text = value_at<std::string>(json, key);
    const auto read = text ? parse_instant(*text) : std::nullopt;
    sound = sound && (read || !text);
    return read ? std::optional(read->at) : std::nullopt;
}

Result<Hints, std::string> hints_of(const Json& json) {
    bool sound = true;
    Hints hints;
    hints.name = told_at(json, "name");
    hints.sport = told_at(json, "sport");
    hints.sub_sport = told_at(json, "sub_sport");
    hints.shoe = told_at(json, "shoe");
    hints.perceived_exertion = value_at<double>(json, "perceived_exertion");
    hints.started_at = time_at(json, "started_at", sound);
    if (const auto offset = value_at<std::int64_t>(json, "local_offset_s")) {
        hints.local_offset = UtcOffset(*offset);
    }
    hints.purpose = value_at<std::string>(json, "purpose");
    hints.ground = ground_at(json);
    hints.session = told_at(json, "session");
    hints.exercises = exercises_at(json);
    return sound ? Result<Hints, std::string>(std::move(hints))
                 : Failure<std::string>("started_at is no time");
}

Result<Correction, std::string> correction_of(const Json& json) {
    bool sound = true;
    Correction correction;
    correction.started_at = time_at(json, "started_at", sound);
    correction.sport = value_at<std::string>(json, "sport");
    correction.distance = quantity_at<Metres>(json, "distance_m");
    correction.timer = quantity_at<Seconds>(json, "timer_s");
    correction.name = value_at<std::string>(json, "name");
    correction.shoe = value_at<std::string>(json, "shoe");
    correction.perceived_exertion = value_at<double>(json, "perceived_exertion");
    correction.ground = ground_at(json);
    return sound ? Result<Correction, std::string>(std::move(correction))
                 : Failure<std::string>("started_at is no time");
}

/// The library throws where a key holds another type; that ends here.
template <class F>
auto read_object(std::string_view text, F&& read) -> decltype(read(Json())) {
    const auto json = parse_json(text);
    if (!json || !json->is_object()) {
        return Failure<std::string>("this is no JSON object");
    }
    try {
        return read(*json);
    } catch (const nlohmann::json::exception& error) {
        return Failure<std::string>(error.what());
    }
}

}  // namespace

std::string write_hints(const Hints& hints) {
    Json json = Json::object();
    add_told(json, "name", hints.name);
    add_told(json, "sport", hints.sport);
    add_told(json, "sub_sport", hints.sub_sport);
    add_told(json, "shoe", hints.shoe);
    add_number(json, "perceived_exertion", hints.perceived_exertion);
    add_time(json, "started_at", hints.started_at);
    if (hints.local_offset) {
        json["local_offset_s"] = hints.local_offset->count();
    }
    add_text(json, "purpose", hints.purpose);
    add_ground(json, hints.ground);
    add_told(json, "session", hints.session);
    add_exercises(hints.exercises, json);
    return dump(json, -1);
}

Result<Hints, std::string> read_hints(std::string_view json) {
    return read_object(json, hints_of);
}

std::string write_correction(const Correction& correction) {
    Json json = Json::object();
    add_time(json, "started_at", correction.started_at);
    add_text(json, "sport", correction.sport);
    add_number(json, "distance_m", number_of(correction.distance));
    add_number(json, "timer_s", number_of(correction.timer));
    add_text(json, "name", correction.name);
    add_text(json, "shoe", correction.shoe);
    add_number(json, "perceived_exertion", correction.perceived_exertion);
    add_ground(json, correction.ground);
    return dump(json, -1);
}

Result<Correction, std::string> read_correction(std::string_view json) {
    return read_object(json, correction_of);
}

}  // namespace footsure::wire
