// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <functional>

namespace footsure::wire {

namespace {

constexpr int kMetreDecimals = 2;
constexpr int kSecondDecimals = 3;
constexpr int kMeanDecimals = 1;

bool is_running(const Leg& leg) {
    return leg.sport == "running" ||
           (leg.sport == "fitness_equipment" && leg.sub_sport == "treadmill");
}

/// The sum over legs that say it; absent when none does.
template <class Q, class Keep>
std::optional<Q> sum(const std::vector<Leg>& legs, std::optional<Q> Leg::* member, Keep keep) {
    std::optional<Q> total;
    for (const auto& leg : legs) {
        if (keep(leg) && leg.*member) {
            total = total.value_or(Q()) + *(leg.*member);
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
        if (leg.*member) {
            const double w = leg.timer ? leg.timer->value() : 1.0;
            weight += w;
            total += w * (leg.*member)->value();
        }
    }
    return weight > 0 ? std::optional(Q(total / weight)) : std::nullopt;
}

/// FIT's word, or null where the file names no sport.
Json sport_json(const std::string& sport) {
    return sport.empty() || sport == "unknown" ? Json(nullptr) : Json(sport);
}

Json leg_json(const Leg& leg) {
    return {{"sport", sport_json(leg.sport)},
            {"sub_sport", leg.sub_sport},
            {"started_at", time_or_null(leg.started_at)},
            {"distance_m", number_or_null(leg.distance, 1, kMetreDecimals)},
            {"elapsed_s", number_or_null(leg.elapsed, 1, kSecondDecimals)},
            {"timer_s", number_or_null(leg.timer, 1, kSecondDecimals)},
            {"ascent_m", number_or_null(leg.ascent, 1, kMetreDecimals)},
            {"avg_heart_rate_bpm", number_or_null(leg.average_heart_rate, 1, kMeanDecimals)},
            {"avg_cadence_spm", number_or_null(leg.average_cadence, 1, kMeanDecimals)},
            {"avg_stance_time_ms", number_or_null(leg.average_stance_time, 1000, kMeanDecimals)},
            {"avg_vertical_oscillation_mm",
             number_or_null(leg.average_vertical_oscillation, 1000, kMeanDecimals)}};
}

}  // namespace

std::string write_decoded(const DecodedFile& decoded, std::string_view file) {
    const auto& activity = decoded.activity;
    const auto& legs = activity.legs;
    const auto any = [](const Leg&) { return true; };
    const bool known = !legs.empty();
    Json json{{"file", file}, {"format", word(decoded.format)}, {"kind", word(decoded.kind)}};
    json["sport"] = known ? sport_json(legs.front().sport) : Json(nullptr);
    json["started_at"] = time_or_null(activity.started_at);
    json["local_offset_s"] =
        activity.local_offset ? Json(activity.local_offset->count()) : Json(nullptr);
    json["distance_m"] = number_or_null(sum(legs, &Leg::distance, any), 1, kMetreDecimals);
    json["elapsed_s"] = number_or_null(sum(legs, &Leg::elapsed, any), 1, kSecondDecimals);
    json["timer_s"] = number_or_null(sum(legs, &Leg::timer, any), 1, kSecondDecimals);
    json["ascent_m"] = number_or_null(sum(legs, &Leg::ascent, any), 1, kMetreDecimals);
    json["records"] = activity.records.size();
    json["laps"] = activity.laps.size();
    json["avg_heart_rate_bpm"] =
        number_or_null(mean(legs, &Leg::average_heart_rate), 1, kMeanDecimals);
    json["avg_cadence_spm"] = number_or_null(mean(legs, &Leg::average_cadence), 1, kMeanDecimals);
    json["avg_stance_time_ms"] =
        number_or_null(mean(legs, &Leg::average_stance_time), 1000, kMeanDecimals);
    json["avg_vertical_oscillation_mm"] =
        number_or_null(mean(legs, &Leg::average_vertical_oscillation), 1000, kMeanDecimals);
    json["integrity"] = word(decoded.integrity);
    json["warnings"] = decoded.warnings;
    json["legs"] = Json::array();
    for (const auto& leg : legs) {
        json["legs"].push_back(leg_json(leg));
    }
    json["running"] = {
        {"distance_m", number_or_null(sum(legs, &Leg::distance, is_running), 1, kMetreDecimals)},
        {"timer_s", number_or_null(sum(legs, &Leg::timer, is_running), 1, kSecondDecimals)}};
    if (decoded.error) {
        json["error"] = {{"code", word(decoded.error->code)},
                         {"message", decoded.error->message},
                         {"offset", decoded.error->offset}};
    }
    return dump(json, -1);
}

}  // namespace footsure::wire
