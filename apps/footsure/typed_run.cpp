// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_run.hpp"

#include "footsure/typed_number.hpp"
#include "footsure/typed_session.hpp"

#include <optional>
#include <vector>

namespace footsure::app {

namespace {

constexpr double kMinute = 60;
constexpr double kMetresPerKilometre = 1000;
/// More than this in one go is a slip of the finger (EE: the longest stage races are split by day).
constexpr double kLongestKilometres = 500;
constexpr double kLongestSeconds = 7 * 86'400.0;
constexpr double kGreatestExertion = 10;

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t colon = 0; colon != std::string_view::npos;) {
        colon = text.find(':');
        parts.push_back(text.substr(0, colon));
        text.remove_prefix(colon == std::string_view::npos ? text.size() : colon + 1);
    }
    return parts;
}

Failure<std::string> no_number(const std::string& text, const char* what, const char* range) {
    return Failure<std::string>("'" + text + "' is no " + what + " (" + range + ")");
}

}  // namespace

Result<Seconds, std::string> read_duration(const std::string& text) {
    const Failure<std::string> refused(
        "'" + text + "' is no time such as 1:02:03, 45:30 or 45 (minutes), up to 7 days");
    const auto parts = split(text);
    double seconds = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = typed_number(parts[i]);
        const bool fits = value && *value >= 0 && (i == 0 || *value < kMinute);
        if (!fits || parts.size() > 3) {
            return refused;
        }
        seconds = seconds * kMinute + *value;
    }
    seconds *= parts.size() == 1 ? kMinute : 1;
    if (!(seconds > 0) || seconds > kLongestSeconds) {
        return refused;
    }
    return Seconds(seconds);
}

namespace {

Result<void, std::string> read_numbers(const TypedRun& typed, Correction& correction) {
    if (!typed.kilometres.empty()) {
        const auto value = typed_number(typed.kilometres);
        if (!value || !(*value > 0) || *value > kLongestKilometres) {
            return no_number(typed.kilometres, "distance in kilometres", "above 0, up to 500");
        }
        correction.distance = Metres(*value * kMetresPerKilometre);
    }
    if (!typed.exertion.empty()) {
        const double value = typed_number(typed.exertion).value_or(-1);
        if (value < 0 || value > kGreatestExertion) {
            return no_number(typed.exertion, "perceived exertion", "0 to 10");
        }
        correction.perceived_exertion = value;
    }
    return {};
}

Result<void, std::string> read_times(const TypedRun& typed, Correction& correction) {
    if (!typed.started_at.empty()) {
        const auto at = parse_instant(typed.started_at);
        if (!at) {
            return Failure<std::string>("'" + typed.started_at +
                                        "' is no time such as 2026-03-01T18:00:00+01:00");
        }
        correction.started_at = at->at;
    }
    if (!typed.time.empty()) {
        const auto seconds = read_duration(typed.time);
        if (!seconds) {
            return Failure<std::string>(seconds.error());
        }
        correction.timer = *seconds;
    }
    return {};
}

}  // namespace

Result<Correction, std::string> read_correction(const TypedRun& typed) {
    Correction correction;
    if (const auto read = read_times(typed, correction); !read) {
        return Failure<std::string>(read.error());
    }
    if (const auto read = read_numbers(typed, correction); !read) {
        return Failure<std::string>(read.error());
    }
    if (!typed.name.empty()) {
        correction.name = typed.name;
    }
    if (!typed.shoe.empty()) {
        correction.shoe = typed.shoe;
    }
    if (!typed.ground.empty()) {
        const auto ground = read_ground(typed.ground);
        if (!ground) {
            return Failure<std::string>(ground.error());
        }
        correction.ground = *ground;
    }
    return correction;
}

namespace {

/// What is needed: a run's start, distance and time; of a session with exercises the start.
Result<ManualRun, std::string> read_extent(const TypedRun& typed, const Correction& told,
                                           const std::string& session) {
    const auto at = parse_instant(typed.started_at);
    const bool is_run = session.empty();
    if (is_run && (!at || !told.distance || !told.timer)) {
        return Failure<std::string>("a run needs its start, its kilometres and its time: "
                                    "footsure runs add --start 2026-03-01T18:00:00+01:00 "
                                    "--km 10.2 --time 55:30");
    }
    if (!at || (!told.timer && typed.exercises.empty())) {
        return Failure<std::string>("a session needs its start, and its time or its exercises: "
                                    "footsure runs add --start 2026-03-01T18:00:00+01:00 "
                                    "--exercise EX-52:3x8");
    }
    return ManualRun{.started_at = *at,
                     .distance = told.distance.value_or(Metres(0)),
                     .timer = told.timer.value_or(Seconds(0))};
}

}  // namespace

Result<ManualRun, std::string> read_manual_run(const TypedRun& typed) {
    const auto told = read_correction(typed);
    const auto session = read_session(typed.sport, typed.exercises);
    if (!told || !session) {
        return Failure<std::string>(told ? session.error() : told.error());
    }
    auto run = read_extent(typed, *told, session->sport);
    if (!run) {
        return run;
    }
    if (!typed.sub_sport.empty() && session->sport.empty()) {
        run->sub_sport = typed.sub_sport;
    }
    run->told.name = typed.name;
    run->told.shoe = typed.shoe;
    run->told.perceived_exertion = told->perceived_exertion;
    run->told.ground = told->ground;
    run->told.session = session->sport;
    run->told.exercises = session->exercises;
    return run;
}

}  // namespace footsure::app
