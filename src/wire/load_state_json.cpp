// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

Json leg_json(const TissueState& state) {
    return {{"unresolved_easy_km", rounded(state.unresolved.value(), 2)},
            {"accustomed_easy_km_per_day", rounded(state.accustomed.value(), 2)},
            {"tolerated_easy_km_per_day", rounded(state.tolerated.value(), 2)},
            {"utilisation", rounded(state.utilisation, 2)}};
}

/// Speed as the runner says it.
Json pace_or_null(const std::optional<MetresPerSecond>& speed) {
    constexpr double kMetresPerKilometre = 1000;
    return speed && speed->value() > 0 ? Json(rounded(kMetresPerKilometre / speed->value(), 0))
                                       : Json(nullptr);
}

}  // namespace

Json to_json(const Guard& guard) {
    Json json{
        {"verdict", word(guard.verdict)},
        {"ceiling_distance_m", number_or_null(guard.ceiling_distance, 1, 0)},
        {"ceiling_duration_s", number_or_null(guard.ceiling_duration, 1, 0)},
        {"because", reasons(guard.because)},
        {"unknown", guard.unknown},
        {"sentence", guard.sentence},
        {"week_distance_m", number_or_null(guard.week_distance, 1, 0)},
        {"week_duration_s", number_or_null(guard.week_duration, 1, 0)},
        {"for", {{"pace_s_per_km", pace_or_null(guard.speed)}, {"ground", word(guard.ground)}}}};
    if (!guard.advice.empty()) {
        json["advice"] = reasons(guard.advice);
    }
    return json;
}

Json to_json(const std::vector<Exposure>& list) {
    Json json = Json::array();
    for (const auto& e : list) {
        Json one{{"tissue", word(e.tissue)},
                 {"name", name_of(e.tissue)},
                 {"unresolved_easy_km", rounded(e.unresolved.value(), 2)},
                 {"unresolved_low_easy_km", rounded(e.unresolved.value() * std::exp(-e.log_sd), 2)},
                 {"unresolved_high_easy_km", rounded(e.unresolved.value() * std::exp(e.log_sd), 2)},
                 {"accustomed_easy_km_per_day", rounded(e.accustomed.value(), 2)},
                 {"tolerated_easy_km_per_day", rounded(e.tolerated.value(), 2)},
                 {"utilisation", rounded(e.utilisation, 2)}};
        one["usual_high_utilisation"] =
            e.usual_high ? Json(rounded(*e.usual_high, 2)) : Json(nullptr);
        one["ceiling_easy_km"] = number_or_null(e.ceiling, 1, 2);
        one["room_easy_km"] = number_or_null(e.room, 1, 2);
        one["left"] = leg_json(e.left);
        one["right"] = leg_json(e.right);
        one["history_days"] = e.history_days;
        json.push_back(std::move(one));
    }
    return json;
}

}  // namespace footsure::wire
