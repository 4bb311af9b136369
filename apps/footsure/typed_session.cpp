// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_session.hpp"

#include "footsure/typed_number.hpp"
#include "model/sport_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace footsure::app {

namespace {

constexpr std::string_view kStrength = "strength_training";
/// Sessions that FIT names as sub-sports only, and one that it lacks.
constexpr auto kSessions =
    std::to_array<std::string_view>({kStrength,         "flexibility_training",
                                     "cardio_training", "yoga",
                                     "pilates",         "spin",
                                     "indoor_cycling",  "indoor_rowing",
                                     "elliptical",      "stair_climbing",
                                     "open_water",      "lap_swimming",
                                     "indoor_climbing", "bouldering",
                                     "indoor_walking",  "racquetball",
                                     "table_tennis",    "pickleball",
                                     "padel",           "squash",
                                     "badminton",       "handball"});
/// More than this is a slip of the finger.
constexpr double kMostSets = 100;
constexpr double kMostRepetitions = 10'000;

bool is_sport(std::string_view text) {
    return (sport_number(text) && text != "generic") ||
           std::ranges::find(kSessions, text) != kSessions.end();
}

std::optional<int> count(std::string_view text, double most) {
    const double value = typed_number(text).value_or(0);
    const bool sound = value >= 1 && value <= most && value == std::floor(value);
    return sound ? std::optional(static_cast<int>(value)) : std::nullopt;
}

/// What stands before the mark; the text keeps what stands behind it.
std::string_view take_until(char mark, std::string_view& text) {
    const auto end = text.find(mark);
    const auto head = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return head;
}

}  // namespace

Result<Terrain, std::string> read_ground(const std::string& text) {
    const auto ground = terrain_of(text);
    if (ground && *ground != Terrain::unknown) {
        return *ground;
    }
    std::string known;
    for (const Terrain each : kTerrains) {
        if (each != Terrain::unknown) {
            known += (known.empty() ? "" : ", ") + std::string(word(each));
        }
    }
    return Failure<std::string>("'" + text + "' is no ground; it is one of " + known);
}

Result<ExerciseDone, std::string> read_exercise(const std::string& text) {
    const Failure<std::string> refused(
        "'" + text +
        "' is no exercise such as EX-52:3x8 or EX-52:3x8:left (sets up to 100, "
        "repetitions up to 10000)");
    std::string_view rest = text;
    const auto id = take_until(':', rest);
    auto amount = take_until(':', rest);
    const auto sets = count(take_until('x', amount), kMostSets);
    const auto repetitions = count(amount, kMostRepetitions);
    const Side side = text.ends_with(':') ? Side::unknown
                      : rest.empty()      ? Side::both
                                          : side_of(rest);
    if (id.empty() || !sets || !repetitions || side == Side::unknown) {
        return refused;
    }
    return ExerciseDone{ExerciseId(std::string(id)), *sets, *repetitions, side};
}

Result<TypedSession, std::string> read_session(const std::string& sport,
                                               const std::vector<std::string>& exercises) {
    TypedSession session;
    for (const auto& text : exercises) {
        auto done = read_exercise(text);
        if (!done) {
            return Failure<std::string>(done.error());
        }
        session.exercises.push_back(std::move(*done));
    }
    if (!sport.empty() && !is_sport(sport)) {
        return Failure<std::string>("'" + sport +
                                    "' is no sport that is known here, such as tennis, cycling, "
                                    "hiking or strength_training");
    }
    if (sport.empty() && !exercises.empty()) {
        session.sport = kStrength;
    } else if (sport != "running") {
        session.sport = sport;
    }
    return session;
}

std::string unknown_exercise(const std::vector<ExerciseDone>& exercises,
                             const Knowledge& knowledge) {
    const auto& known = knowledge.exercises;
    for (const ExerciseDone& done : exercises) {
        const bool there =
            std::ranges::find(known, done.exercise, &ExerciseDefinition::id) != known.end();
        if (!known.empty() && !there) {
            return done.exercise.text();
        }
    }
    return {};
}

}  // namespace footsure::app
