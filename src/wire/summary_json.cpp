// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

DoseQuality quality_of(const std::string& text) {
    for (const auto quality : {DoseQuality::speed_cadence_stance, DoseQuality::speed_cadence,
                               DoseQuality::speed_only, DoseQuality::distance_and_time}) {
        if (word(quality) == text) {
            return quality;
        }
    }
    return DoseQuality::none;
}

ActivitySummary read(const Json& json) {
    ActivitySummary summary;
    summary.id = ActivityId(json.at("id").get<std::string>());
    summary.from = json.at("from").get<std::string>();
    const auto started = parse_instant(json.at("started_at").get<std::string>());
    if (started) {
        summary.started_at = started->at;
        summary.offset = started->offset;
    }
    summary.sport = json.at("sport").get<std::string>();
    summary.distance = Metres(json.at("distance_m").get<double>());
    summary.timer = Seconds(json.at("timer_s").get<double>());
    summary.elapsed = Seconds(json.at("elapsed_s").get<double>());
    summary.quality = quality_of(json.at("quality").get<std::string>());
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        const Json& dose = json.at("doses").at(i);
        summary.doses[i] = {kTissues[i], EasyKm(dose.at("dose_easy_km").get<double>()),
                            EasyKm(dose.at("low_easy_km").get<double>()),
                            EasyKm(dose.at("high_easy_km").get<double>())};
    }
    // Summaries from before these were known lack the keys.
    summary.name = json.value("name", std::string());
    summary.shoe = json.value("shoe", std::string());
    if (const auto exertion = json.find("perceived_exertion"); exertion != json.end()) {
        summary.perceived_exertion = exertion->get<double>();
    }
    return summary;
}

/// Only what somebody told.
void add_told(const ActivitySummary& summary, Json& json) {
    if (!summary.name.empty()) {
        json["name"] = summary.name;
    }
    if (!summary.shoe.empty()) {
        json["shoe"] = summary.shoe;
    }
    if (summary.perceived_exertion && std::isfinite(*summary.perceived_exertion)) {
        json["perceived_exertion"] = *summary.perceived_exertion;
    }
}

}  // namespace

Json to_json(const ActivitySummary& summary) {
    Json doses = Json::array();
    for (const auto& dose : summary.doses) {
        doses.push_back({{"tissue", word(dose.tissue)},
                         {"dose_easy_km", dose.dose.value()},
                         {"low_easy_km", dose.low.value()},
                         {"high_easy_km", dose.high.value()}});
    }
    Json json{{"id", summary.id.text()},
              {"from", summary.from},
              {"started_at", format_local({summary.started_at, summary.offset})},
              {"sport", summary.sport},
              {"distance_m", summary.distance.value()},
              {"timer_s", summary.timer.value()},
              {"elapsed_s", summary.elapsed.value()},
              {"quality", word(summary.quality)},
              {"doses", std::move(doses)}};
    add_told(summary, json);
    return json;
}

std::string write_summary(const ActivitySummary& summary) {
    return dump(to_json(summary), -1);
}

Result<ActivitySummary, std::string> read_summary(std::string_view json) {
    const auto parsed = parse_json(json);
    if (!parsed) {
        return Failure<std::string>("this is no JSON");
    }
    try {
        return read(*parsed);
    } catch (const nlohmann::json::exception& error) {
        return Failure<std::string>(error.what());
    }
}

}  // namespace footsure::wire
