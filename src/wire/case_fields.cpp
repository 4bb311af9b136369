// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::wire {

namespace {

const Json* find(const Json& object, const char* key) {
    const auto it = object.find(key);
    return it == object.end() || it->is_null() ? nullptr : &*it;
}

std::string shortest(double value) {
    return dump(Json(value), -1);
}

}  // namespace

bool is_absent(const Json& object, const char* key) {
    return find(object, key) == nullptr;
}

std::optional<std::string> read_text(const Json& object, const char* key, const Place& place) {
    const Json* value = find(object, key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        place.at(key).problem("wrong_type", "this must be a text");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::optional<double> read_number(const Json& object, const char* key, const Place& place,
                                  Range range) {
    const Json* value = find(object, key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        place.at(key).problem("wrong_type", "this must be a number");
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (!std::isfinite(number) || number < range.min || number > range.max) {
        place.at(key).problem("out_of_range", "this must lie between " + shortest(range.min) +
                                                  " and " + shortest(range.max));
        return std::nullopt;
    }
    return number;
}

std::optional<LocalInstant> read_instant(const Json& object, const char* key, const Place& place) {
    const auto text = read_text(object, key, place);
    if (!text) {
        return std::nullopt;
    }
    const auto instant = parse_instant(*text);
    if (!instant) {
        place.at(key).problem("bad_time", "'" + *text +
                                              "' is no time such as 2026-03-01T18:00:00+01:00 "
                                              "between 1900 and 2100");
    }
    return instant;
}

std::optional<Day> read_day(const Json& object, const char* key, const Place& place) {
    const auto text = read_text(object, key, place);
    if (!text) {
        return std::nullopt;
    }
    const auto day = parse_day(*text);
    if (!day) {
        place.at(key).problem(
            "bad_date", "'" + *text + "' is no date such as 2026-03-01 between 1900 and 2100");
    }
    return day;
}

const Json* read_object(const Json& object, const char* key, const Place& place) {
    const Json* value = find(object, key);
    if (value != nullptr && !value->is_object()) {
        place.at(key).problem("wrong_type", "this must be an object");
        return nullptr;
    }
    return value;
}

void report_unknown_keys(const Json& object, std::initializer_list<std::string_view> known,
                         const Place& place) {
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end()) {
            place.at(key).problem("unknown_key", "there is no field '" + key + "' here");
        }
    }
}

}  // namespace footsure::wire
