// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

constexpr int kMetreDecimals = 2;
constexpr int kSecondDecimals = 3;
constexpr int kMeanDecimals = 1;
constexpr int kShareDecimals = 2;
constexpr int kSensorDecimals = 4;

/// The sum over legs that say it; absent when none does.
template <class Q, class Keep>
std::optional<Q> sum(const std::vector<Leg>& legs, std::optional<Q> Leg::* member, Keep keep) {
    std::optional<Q> total;
    for (const auto& leg : legs) {
        const std::optional<Q>& value = leg.*member;
        if (keep(leg) && value) {
            total = total.value_or(Q()) + *value;
        }
    }
    return total;
}

/// The mean over legs that say it, weighted by their time.
template <class Q>
std::optional<Q> mean(const std::vector<Leg>& legs, std::optional<Q> Leg::* member) {
    double weight = 0;
    double total = 0;
    for (const auto& leg : legs) {
        const std::optional<Q>& value = leg.*member;
        if (value) {
            const double w = leg.timer ? leg.timer->value() : 1.0;
            weight += w;
            total += w * value->value();
        }
    }
    return weight > 0 ? std::optional(Q(total / weight)) : std::nullopt;
}

/// FIT's word, or null where the file names no sport.
Json sport_json(const std::string& sport) {
    return sport.empty() || sport == "unknown" ? Json(nullptr) : Json(sport);
}

Json leg_json(const Leg& leg) {
    return {
        {"sport", sport_json(leg.sport)},
        {"sub_sport", leg.sub_sport},
        {"started_at", time_or_null(leg.started_at)},
        {"distance_m", number_or_null(leg.distance, 1, kMetreDecimals)},
        {"elapsed_s", number_or_null(leg.elapsed, 1, kSecondDecimals)},
        {"timer_s", number_or_null(leg.timer, 1, kSecondDecimals)},
        {"ascent_m", number_or_null(leg.ascent, 1, kMetreDecimals)},
        {"descent_m", number_or_null(leg.descent, 1, kMetreDecimals)},
        {"avg_heart_rate_bpm", number_or_null(leg.average_heart_rate, 1, kMeanDecimals)},
        {"avg_cadence_spm", number_or_null(leg.average_cadence, 1, kMeanDecimals)},
        {"avg_stance_time_ms", number_or_null(leg.average_stance_time, 1000, kMeanDecimals)},
        {"avg_vertical_oscillation_mm",
         number_or_null(leg.average_vertical_oscillation, 1000, kMeanDecimals)},
        {"avg_step_length_mm", number_or_null(leg.average_step_length, 1000, kMeanDecimals)},
        {"avg_vertical_ratio_pct", number_or_null(leg.average_vertical_ratio, 100, kShareDecimals)},
        {"avg_stance_time_balance_pct",
         number_or_null(leg.average_stance_time_balance, 100, kShareDecimals)},
        {"avg_power_w", number_or_null(leg.average_power, 1, kMeanDecimals)},
        {"perceived_exertion", leg.perceived_exertion ? Json(*leg.perceived_exertion) : Json()},
        {"feel_pct", number_or_null(leg.feel, 100, 0)}};
}

/// How many values the channel holds, and their mean.
Json sensor_json(const SensorChannel& sensor) {
    double sum = 0;
    std::size_t count = 0;
    for (const double value : sensor.values) {
        sum += std::isnan(value) ? 0 : value;
        count += std::isnan(value) ? std::size_t{0} : std::size_t{1};
    }
    Json json{{"sensor", sensor.sensor},
              {"quantity", word(sensor.quantity)},
              {"side", word(sensor.side)},
              {"values", count}};
    json["mean"] = count > 0 ? Json(rounded(sum / static_cast<double>(count), kSensorDecimals))
                             : Json(nullptr);
    return json;
}

template <class Part, class Write>
Json list_json(const std::vector<Part>& parts, Write write) {
    Json list = Json::array();
    for (const Part& part : parts) {
        list.push_back(write(part));
    }
    return list;
}

/// What was recorded beside the runner's own channels.
void add_surroundings(const Activity& activity, Json& json) {
    json["pauses"] = list_json(activity.pauses, [](const Pause& pause) {
        return Json{{"from", format_instant(pause.from)}, {"until", format_instant(pause.until)}};
    });
    json["beats"] = activity.beat_intervals.size();
    json["sensors"] = list_json(activity.records.sensors, sensor_json);
    json["devices"] = list_json(activity.devices, [](const Device& device) {
        return Json{{"name", device.name},
                    {"role", device.role},
                    {"battery_pct", number_or_null(device.battery, 100, 0)}};
    });
}

}  // namespace

std::string write_decoded(const DecodedFile& decoded, std::string_view file) {
    const auto& activity = decoded.activity;
    const auto& legs = activity.legs;
    const auto any = [](const Leg&) { return true; };
    const bool known = !legs.empty();
    Json json{{"file", file}, {"format", word(decoded.format)}, {"kind", word(decoded.kind)}};
    json["content"] = decoded.content;
    json["sport"] = known ? sport_json(legs.front().sport) : Json(nullptr);
    json["started_at"] = time_or_null(activity.started_at);
    json["local_offset_s"] =
        activity.local_offset ? Json(activity.local_offset->count()) : Json(nullptr);
    json["offset_quality"] = word(activity.offset_quality);
    json["distance_m"] = number_or_null(sum(legs, &Leg::distance, any), 1, kMetreDecimals);
    json["elapsed_s"] = number_or_null(sum(legs, &Leg::elapsed, any), 1, kSecondDecimals);
    json["timer_s"] = number_or_null(sum(legs, &Leg::timer, any), 1, kSecondDecimals);
    json["ascent_m"] = number_or_null(sum(legs, &Leg::ascent, any), 1, kMetreDecimals);
    json["descent_m"] = number_or_null(sum(legs, &Leg::descent, any), 1, kMetreDecimals);
    json["records"] = activity.records.size() + decoded.merged_records;
    json["merged_records"] = decoded.merged_records;
    json["laps"] = activity.laps.size();
    json["avg_heart_rate_bpm"] =
        number_or_null(mean(legs, &Leg::average_heart_rate), 1, kMeanDecimals);
    json["avg_cadence_spm"] = number_or_null(mean(legs, &Leg::average_cadence), 1, kMeanDecimals);
    json["avg_stance_time_ms"] =
        number_or_null(mean(legs, &Leg::average_stance_time), 1000, kMeanDecimals);
    json["avg_vertical_oscillation_mm"] =
        number_or_null(mean(legs, &Leg::average_vertical_oscillation), 1000, kMeanDecimals);
    add_surroundings(activity, json);
    json["integrity"] = word(decoded.integrity);
    json["warnings"] = decoded.warnings;
    json["legs"] = Json::array();
    for (const auto& leg : legs) {
        json["legs"].push_back(leg_json(leg));
    }
    json["running"] = {
        {"distance_m", number_or_null(sum(legs, &Leg::distance, is_running), 1, kMetreDecimals)},
        {"timer_s", number_or_null(sum(legs, &Leg::timer, is_running), 1, kSecondDecimals)}};
    if (decoded.salvage) {
        json["salvage"] = {{"kept_s", rounded(decoded.salvage->kept.value(), kSecondDecimals)},
                           {"whole_s", rounded(decoded.salvage->whole.value(), kSecondDecimals)}};
    }
    if (decoded.error) {
        json["error"] = {{"code", word(decoded.error->code)},
                         {"message", decoded.error->message},
                         {"offset", decoded.error->offset}};
    }
    return dump(json, -1);
}

}  // namespace footsure::wire
