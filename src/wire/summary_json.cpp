// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

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

double number(const Json& json) {
    return json.is_number() ? json.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

template <class Q>
std::optional<Q> optional_quantity(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || !found->is_number() ? std::nullopt
                                                      : std::optional(Q(found->get<double>()));
}

template <class Q>
void put(Json& json, const char* key, const std::optional<Q>& value) {
    if (value && std::isfinite(value->value())) {
        json[key] = value->value();
    }
}

/// Four numbers a Tissue, in the order of kTissues. Summaries of earlier programs have objects and
/// fewer Tissues; what they lack is not computed yet.
void read_doses(const Json& json, ActivitySummary& summary) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        summary.doses[i] = {kTissues[i], EasyKm(none), EasyKm(none), EasyKm(none)};
        if (i >= json.size()) {
            continue;
        }
        const Json& dose = json.at(i);
        if (dose.is_object()) {
            summary.doses[i] = {kTissues[i], EasyKm(number(dose.at("dose_easy_km"))),
                                EasyKm(number(dose.at("low_easy_km"))),
                                EasyKm(number(dose.at("high_easy_km")))};
        } else {
            summary.doses[i] = {kTissues[i], EasyKm(number(dose.at(0))), EasyKm(number(dose.at(1))),
                                EasyKm(number(dose.at(2))), Share(number(dose.at(3)))};
        }
    }
}

Json terrain_json(const RunTerrain& terrain) {
    Json json{{"ground", word(terrain.ground)}, {"origin", word(terrain.origin)}};
    put(json, "ascent_m", terrain.ascent);
    put(json, "descent_m", terrain.descent);
    put(json, "hilly_share", terrain.hilly);
    put(json, "steep_down_share", terrain.steep_down);
    return json;
}

RunTerrain read_terrain(const Json& json) {
    RunTerrain terrain;
    terrain.ground = terrain_of(json.value("ground", std::string())).value_or(Terrain::unknown);
    terrain.origin =
        terrain_origin_of(json.value("origin", std::string())).value_or(TerrainOrigin::none);
    terrain.ascent = optional_quantity<Metres>(json, "ascent_m");
    terrain.descent = optional_quantity<Metres>(json, "descent_m");
    terrain.hilly = optional_quantity<Share>(json, "hilly_share");
    terrain.steep_down = optional_quantity<Share>(json, "steep_down_share");
    return terrain;
}

Json form_json(const RunForm& form) {
    Json json{{"measured_s", form.measured.value()}, {"speed_ms", form.speed.value()}};
    put(json, "cadence_spm", form.cadence);
    put(json, "stance_time_s", form.stance_time);
    put(json, "vertical_oscillation_m", form.vertical_oscillation);
    put(json, "balance_left_share", form.balance);
    if (form.cadence_drift && std::isfinite(*form.cadence_drift)) {
        json["cadence_drift"] = *form.cadence_drift;
    }
    if (form.stance_drift && std::isfinite(*form.stance_drift)) {
        json["stance_drift"] = *form.stance_drift;
    }
    if (!form.device.empty()) {
        json["device"] = form.device;
    }
    return json;
}

RunForm read_form(const Json& json) {
    RunForm form;
    form.measured = Seconds(json.value("measured_s", 0.0));
    form.speed = MetresPerSecond(json.value("speed_ms", 0.0));
    form.cadence = optional_quantity<Cadence>(json, "cadence_spm");
    form.stance_time = optional_quantity<Seconds>(json, "stance_time_s");
    form.vertical_oscillation = optional_quantity<Metres>(json, "vertical_oscillation_m");
    form.balance = optional_quantity<Share>(json, "balance_left_share");
    if (const auto drift = optional_quantity<Share>(json, "cadence_drift")) {
        form.cadence_drift = drift->value();
    }
    if (const auto drift = optional_quantity<Share>(json, "stance_drift")) {
        form.stance_drift = drift->value();
    }
    form.device = json.value("device", std::string());
    return form;
}

struct CleanedKey {
    const char* key;
    std::uint32_t Cleaned::* count;
};

constexpr std::array kCleanedKeys{
    CleanedKey{"intervals", &Cleaned::intervals},
    CleanedKey{"stance_out_of_range", &Cleaned::stance_out_of_range},
    CleanedKey{"stance_not_credible", &Cleaned::stance_not_credible},
    CleanedKey{"cadence_doubled", &Cleaned::cadence_doubled},
    CleanedKey{"cadence_out_of_range", &Cleaned::cadence_out_of_range},
    CleanedKey{"grade_limited", &Cleaned::grade_limited},
    CleanedKey{"speed_spikes", &Cleaned::speed_spikes},
    CleanedKey{"speed_limited", &Cleaned::speed_limited},
    CleanedKey{"gaps", &Cleaned::gaps},
    CleanedKey{"gap_s", &Cleaned::gap_seconds},
};

Json cleaned_json(const Cleaned& cleaned) {
    Json json = Json::object();
    for (const auto& [key, count] : kCleanedKeys) {
        if (cleaned.*count > 0) {
            json[key] = cleaned.*count;
        }
    }
    return json;
}

Cleaned read_cleaned(const Json& json) {
    Cleaned cleaned;
    for (const auto& [key, count] : kCleanedKeys) {
        cleaned.*count = json.value(key, std::uint32_t{0});
    }
    return cleaned;
}

/// What was measured beside distance and time; summaries of earlier programs lack it.
void read_measured(const Json& json, ActivitySummary& summary) {
    summary.fast_speed = optional_quantity<MetresPerSecond>(json, "fast_speed_ms");
    summary.ran_for = optional_quantity<Seconds>(json, "ran_for_s");
    if (const auto terrain = json.find("terrain"); terrain != json.end()) {
        summary.terrain = read_terrain(*terrain);
    }
    if (const auto form = json.find("form"); form != json.end()) {
        summary.form = read_form(*form);
    }
    if (const auto cleaned = json.find("cleaned"); cleaned != json.end()) {
        summary.cleaned = read_cleaned(*cleaned);
    }
    summary.exercises = exercises_at(json);
}

void add_measured(const ActivitySummary& summary, Json& json) {
    put(json, "fast_speed_ms", summary.fast_speed);
    put(json, "ran_for_s", summary.ran_for);
    json["terrain"] = terrain_json(summary.terrain);
    if (summary.form.measured.value() > 0) {
        json["form"] = form_json(summary.form);
    }
    if (summary.cleaned != Cleaned{}) {
        json["cleaned"] = cleaned_json(summary.cleaned);
    }
    add_exercises(summary.exercises, json);
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
    read_doses(json.at("doses"), summary);
    // Summaries from before these were known lack the keys.
    summary.name = json.value("name", std::string());
    summary.shoe = json.value("shoe", std::string());
    if (const auto exertion = json.find("perceived_exertion"); exertion != json.end()) {
        summary.perceived_exertion = exertion->get<double>();
    }
    read_measured(json, summary);
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

Json with_doses(const ActivitySummary& summary, Json doses) {
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
    add_measured(summary, json);
    return json;
}

}  // namespace

void add_exercises(const std::vector<ExerciseDone>& exercises, Json& json) {
    Json list = Json::array();
    for (const ExerciseDone& done : exercises) {
        list.push_back({done.exercise.text(), done.sets, done.repetitions, word(done.side)});
    }
    if (!list.empty()) {
        json["exercises"] = std::move(list);
    }
}

std::vector<ExerciseDone> exercises_at(const Json& json) {
    std::vector<ExerciseDone> exercises;
    for (const Json& done : json.value("exercises", Json::array())) {
        exercises.push_back({ExerciseId(done.at(0).get<std::string>()), done.at(1).get<int>(),
                             done.at(2).get<int>(), side_of(done.at(3).get<std::string>())});
    }
    return exercises;
}

Json to_json(const ActivitySummary& summary) {
    Json doses = Json::array();
    for (const auto& dose : summary.doses) {
        doses.push_back({{"tissue", word(dose.tissue)},
                         {"dose_easy_km", dose.dose.value()},
                         {"low_easy_km", dose.low.value()},
                         {"high_easy_km", dose.high.value()},
                         {"left_easy_km", dose.of(Side::left).value()},
                         {"right_easy_km", dose.of(Side::right).value()}});
    }
    return with_doses(summary, std::move(doses));
}

/// The stored form names no keys in the doses: years of runs are read at each start.
std::string write_summary(const ActivitySummary& summary) {
    Json doses = Json::array();
    for (const auto& dose : summary.doses) {
        doses.push_back(
            {dose.dose.value(), dose.low.value(), dose.high.value(), dose.left_share.value()});
    }
    return dump(with_doses(summary, std::move(doses)), -1);
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
