// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace footsure::wire {

namespace {

/// Measured or rated as yes (1) or no (0).
bool is_yes_or_no(MeasureKind kind) {
    return range_of(kind).most == 1;
}

/// The scores of forms come last.
bool is_score(MeasureKind kind) {
    return kind >= MeasureKind::weekly_score;
}

std::optional<double> read_yes_or_no(const Json& json, const char* key, const Place& place) {
    const Json& value = json[key];
    if (value.is_string() && (value == "yes" || value == "no")) {
        return value == "yes" ? 1 : 0;
    }
    if (value.is_number() && (value == 0 || value == 1)) {
        return value.get<double>();
    }
    place.at(key).problem("unknown_option", "this must be yes or no (1 or 0)");
    return std::nullopt;
}

/// The objects `measures` and `scores` of one check-in.
class MeasureReader {
public:
    explicit MeasureReader(Place place) : place_(std::move(place)) {}

    void read_measures(const Json& measures) {
        each_kind(measures, "measures", [&](const std::string& key, MeasureKind kind) {
            const Place here = place_.at("measures");
            if (is_of_a_leg(kind)) {
                read_legs(measures[key], kind, here.at(key));
            } else if (const auto value = read_value(measures, key.c_str(), kind, here)) {
                put({kind, Side::unknown, *value}, here.at(key));
            }
        });
    }

    void read_scores(const Json& scores) {
        each_kind(scores, "scores", [&](const std::string& key, MeasureKind kind) {
            const Place here = place_.at("scores").at(key);
            if (!is_score(kind)) {
                here.problem("unknown_option", "this is no score of a form: it is a measure");
                return;
            }
            const auto items = read_items(scores[key], here);
            if (!items) {
                return;
            }
            if (const auto score = score_of(kind, *items)) {
                put({kind, Side::unknown, *score}, here);
            } else {
                here.problem("bad_score", score.error());
            }
        });
    }

    std::vector<Measured> take() { return std::move(measured_); }

private:
    template <class Visit>
    void each_kind(const Json& object, const char* what, Visit visit) {
        for (const auto& [key, value] : object.items()) {
            const auto kind = measure_kind(key);
            if (!kind) {
                place_.at(what).at(key).problem("unknown_measure",
                                                "there is no measure '" + key + "'");
            } else if (!value.is_null()) {
                visit(key, *kind);
            }
        }
    }

    static std::optional<double> read_value(const Json& json, const char* key, MeasureKind kind,
                                            const Place& place) {
        if (is_yes_or_no(kind) && !is_absent(json, key)) {
            return read_yes_or_no(json, key, place);
        }
        const auto [least, most] = range_of(kind);
        return read_number(json, key, place, {least, most});
    }

    void read_legs(const Json& legs, MeasureKind kind, const Place& here) {
        if (!legs.is_object()) {
            here.problem("wrong_type", "this is measured of each leg: {\"left\": …, \"right\": …}");
            return;
        }
        report_unknown_keys(legs, {"left", "right"}, here);
        for (const Side side : {Side::left, Side::right}) {
            const char* key = side == Side::left ? "left" : "right";
            if (const auto value = read_value(legs, key, kind, here)) {
                put({kind, side, *value}, here.at(key));
            }
        }
    }

    static std::optional<std::vector<double>> read_items(const Json& json, const Place& place) {
        std::vector<double> items;
        const Json list = json.is_array() ? json : Json::array({json});
        for (const Json& item : list) {
            if (item.is_number() && std::isfinite(item.get<double>())) {
                items.push_back(item.get<double>());
            } else if (item.is_null()) {
                items.push_back(std::numeric_limits<double>::quiet_NaN());
            } else {
                place.problem("wrong_type", "a score is its number, or the list of the form's "
                                            "items as numbers (null: not applicable)");
                return std::nullopt;
            }
        }
        return items;
    }

    void put(Measured measured, const Place& here) {
        const bool again = std::ranges::any_of(measured_, [&](const Measured& other) {
            return other.kind == measured.kind && other.side == measured.side;
        });
        if (again) {
            here.problem("duplicate", "this is told twice");
        } else {
            measured_.push_back(measured);
        }
    }

    Place place_;
    std::vector<Measured> measured_;
};

std::optional<Measured> measured_of(const Json& json) {
    const auto kind = measure_kind(json.at("kind").get<std::string>());
    if (!kind) {
        return std::nullopt;
    }
    return Measured{*kind, side_of(json.at("side").get<std::string>()),
                    json.at("value").get<double>()};
}

}  // namespace

std::vector<Measured> read_measures(const Json& object, const Place& place) {
    MeasureReader reader(place);
    if (const Json* measures = read_object(object, "measures", place)) {
        reader.read_measures(*measures);
    }
    if (const Json* scores = read_object(object, "scores", place)) {
        reader.read_scores(*scores);
    }
    return reader.take();
}

Json to_json(const std::vector<Measured>& measures) {
    Json json = Json::object();
    for (const auto& [kind, side, value] : measures) {
        const std::string key(word(kind));
        if (side == Side::left || side == Side::right) {
            json[key][std::string(word(side))] = value;
        } else {
            json[key] = value;
        }
    }
    return json;
}

std::string write_measures(const std::vector<Measured>& measures) {
    Json json = Json::array();
    for (const auto& [kind, side, value] : measures) {
        json.push_back({{"kind", word(kind)}, {"side", word(side)}, {"value", value}});
    }
    return dump(json, -1);
}

Result<std::vector<Measured>, std::string> read_measures(std::string_view json) {
    const auto parsed = parse_json(json);
    if (!parsed || !parsed->is_array()) {
        return Failure<std::string>("this is no list of measures");
    }
    std::vector<Measured> measures;
    try {
        for (const Json& one : *parsed) {
            const auto measured = measured_of(one);
            if (!measured) {
                return Failure<std::string>("this is no measure");
            }
            measures.push_back(*measured);
        }
    } catch (const nlohmann::json::exception& error) {
        return Failure<std::string>(error.what());
    }
    return measures;
}

}  // namespace footsure::wire
