// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace footsure::wire {

namespace {

// What a session can be; wider than any real one, so that only mistakes fall out.
constexpr Range kDistance{0, 1'000'000};
constexpr Range kDuration{0, 1'000'000};
constexpr Range kClimb{0, 30'000};
constexpr Range kExertion{0, 10};
constexpr Range kSets{1, 100};
constexpr Range kRepetitions{1, 10'000};
constexpr Range kPace{60, 3600};
constexpr Range kClimbPerKilometre{0, 1000};
constexpr double kMetresPerKilometre = 1000;

constexpr std::string_view kStrength = "strength_training";

/// The ground by its word; nothing where it is left open.
std::optional<Terrain> read_ground(const Json& json, const Place& place) {
    const auto text = read_text(json, "ground", place);
    const auto ground = text ? terrain_of(*text) : std::nullopt;
    if (text && !ground) {
        std::string known;
        for (const Terrain terrain : kTerrains) {
            known += (known.empty() ? "" : ", ") + std::string(word(terrain));
        }
        place.at("ground").problem("unknown_option", "this must be one of " + known);
    }
    return ground == Terrain::unknown ? std::nullopt : ground;
}

std::optional<int> read_count(const Json& json, const char* key, const Place& place, Range range) {
    const auto number = read_number(json, key, place, range);
    if (is_absent(json, key)) {
        place.at(key).problem("missing", "an exercise needs its sets and repetitions");
    }
    if (number && *number != std::floor(*number)) {
        place.at(key).problem("wrong_type", "this must be a whole number");
        return std::nullopt;
    }
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool is_known(const Knowledge& knowledge, const ExerciseId& id) {
    const auto& known = knowledge.exercises;
    return known.empty() || std::ranges::find(known, id, &ExerciseDefinition::id) != known.end();
}

std::optional<ExerciseDone> read_exercise(const Json& json, const Knowledge& knowledge,
                                          const Place& place) {
    report_unknown_keys(json, {"id", "sets", "repetitions", "side"}, place);
    const auto id = read_text(json, "id", place);
    const auto sets = read_count(json, "sets", place, kSets);
    const auto repetitions = read_count(json, "repetitions", place, kRepetitions);
    const auto side = read_text(json, "side", place).value_or("both");
    if (is_absent(json, "id")) {
        place.at("id").problem("missing", "an exercise needs its id, such as EX-52");
    }
    if (id && !is_known(knowledge, ExerciseId(*id))) {
        place.at("id").problem("unknown_exercise", "there is no exercise '" + *id + "'");
        return std::nullopt;
    }
    if (side_of(side) == Side::unknown) {
        place.at("side").problem("unknown_option", "this must be left, right or both");
        return std::nullopt;
    }
    if (!id || !sets || !repetitions) {
        return std::nullopt;
    }
    return ExerciseDone{ExerciseId(*id), *sets, *repetitions, side_of(side)};
}

/// What is told beside a file or totals; the same keys for both.
void read_told(const Json& json, const Knowledge& knowledge, const Place& place,
               ActivitySummary& summary) {
    summary.name = read_text(json, "name", place).value_or("");
    summary.shoe = read_text(json, "shoe", place).value_or("");
    summary.perceived_exertion = read_number(json, "perceived_exertion", place, kExertion);
    if (const auto ground = read_ground(json, place)) {
        summary.terrain.ground = *ground;
        summary.terrain.origin = TerrainOrigin::told;
    }
    if (const auto ascent = read_number(json, "ascent_m", place, kClimb)) {
        summary.terrain.ascent = Metres(*ascent);
    }
    if (const auto descent = read_number(json, "descent_m", place, kClimb)) {
        summary.terrain.descent = Metres(*descent);
    }
    each_object(json, "exercises", place, [&](const Json& one, const Place& here) {
        if (auto done = read_exercise(one, knowledge, here)) {
            summary.exercises.push_back(std::move(*done));
        }
    });
}

/// Gives false when the Activity has no start.
bool read_totals(const Json& json, const Place& place, ActivitySummary& summary) {
    const auto started = read_instant(json, "started_at", place);
    const auto distance = read_number(json, "distance_m", place, kDistance);
    const auto timer = read_number(json, "timer_s", place, kDuration);
    const auto elapsed = read_number(json, "elapsed_s", place, kDuration);
    if (!started) {
        if (is_absent(json, "started_at")) {
            place.problem("missing", "an activity needs 'file' or 'started_at'");
        }
        return false;
    }
    summary.started_at = started->at;
    summary.offset = started->offset;
    summary.distance = Metres(distance.value_or(0));
    summary.timer = Seconds(timer.value_or(elapsed.value_or(0)));
    summary.elapsed = Seconds(elapsed.value_or(timer.value_or(0)));
    return true;
}

}  // namespace

std::optional<ActivityReading> read_activity(const Json& json, const Knowledge& knowledge,
                                             const Place& place) {
    report_unknown_keys(json,
                        {"file", "started_at", "sport", "distance_m", "timer_s", "elapsed_s",
                         "name", "shoe", "perceived_exertion", "ground", "ascent_m", "descent_m",
                         "exercises"},
                        place);
    ActivityReading reading;
    ActivitySummary& summary = reading.summary;
    summary.from = place.path();
    read_told(json, knowledge, place, summary);
    reading.file = read_text(json, "file", place);
    if (reading.file) {
        summary.from = *reading.file;
        return reading;
    }
    const auto sport = read_text(json, "sport", place);
    summary.sport = sport.value_or(summary.exercises.empty() ? "unknown" : std::string(kStrength));
    return read_totals(json, place, summary) ? std::optional(std::move(reading)) : std::nullopt;
}

IntendedRun read_intended(const Json& object, const Place& place) {
    IntendedRun intended;
    const Json* json = read_object(object, "intended_run", place);
    if (json == nullptr) {
        return intended;
    }
    const Place here = place.at("intended_run");
    report_unknown_keys(*json, {"pace_s_per_km", "ground", "ascent_m_per_km"}, here);
    if (const auto pace = read_number(*json, "pace_s_per_km", here, kPace)) {
        intended.speed = MetresPerSecond(kMetresPerKilometre / *pace);
    }
    intended.ground = read_ground(*json, here);
    if (const auto climb = read_number(*json, "ascent_m_per_km", here, kClimbPerKilometre)) {
        intended.ascent_per_distance = *climb / kMetresPerKilometre;
    }
    return intended;
}

}  // namespace footsure::wire
