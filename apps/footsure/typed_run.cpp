// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_run.hpp"

#include <charconv>
#include <cmath>
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

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

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
        const auto value = number(parts[i]);
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
        const auto value = number(typed.kilometres);
        if (!value || !(*value > 0) || *value > kLongestKilometres) {
            return no_number(typed.kilometres, "distance in kilometres", "above 0, up to 500");
        }
        correction.distance = Metres(*value * kMetresPerKilometre);
    }
    if (!typed.exertion.empty()) {
        const double value = number(typed.exertion).value_or(-1);
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
    return correction;
}

Result<ManualRun, std::string> read_manual_run(const TypedRun& typed) {
    const auto told = read_correction(typed);
    if (!told) {
        return Failure<std::string>(told.error());
    }
    const auto at = parse_instant(typed.started_at);
    const auto distance = told->distance;
    const auto timer = told->timer;
    if (!at || !distance || !timer) {
        return Failure<std::string>("a run needs its start, its kilometres and its time: "
                                    "footsure runs add --start 2026-03-01T18:00:00+01:00 "
                                    "--km 10.2 --time 55:30");
    }
    ManualRun run{.started_at = *at, .distance = *distance, .timer = *timer};
    if (!typed.sub_sport.empty()) {
        run.sub_sport = typed.sub_sport;
    }
    run.told = {
        .name = typed.name, .shoe = typed.shoe, .perceived_exertion = told->perceived_exertion};
    return run;
}

}  // namespace footsure::app
