// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_check_in.hpp"

#include "footsure/interview_dialog.hpp"
#include "footsure/typed_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace footsure::app {

namespace {

constexpr double kWorst = 10;
constexpr double kMinutesOfDay = 1440;

/// What is told on the scale from 0 to 10.
struct Scale {
    const char* name;
    std::string TypedCheckIn::* typed;
    std::optional<PainScore> CheckIn::* score;
};

constexpr std::array kScales{
    Scale{"soreness", &TypedCheckIn::soreness, &CheckIn::soreness},
    Scale{"pain during the run", &TypedCheckIn::pain_during, &CheckIn::pain_during},
    Scale{"pain afterwards", &TypedCheckIn::pain_after, &CheckIn::pain_after},
    Scale{"pain in the morning", &TypedCheckIn::pain_morning, &CheckIn::pain_morning},
};

bool tells_pain(const CheckIn& check_in) {
    return check_in.pain_during || check_in.pain_after || check_in.pain_morning ||
           check_in.stiffness_minutes;
}

std::string names_of(const std::vector<Episode>& open) {
    std::string names;
    for (const Episode& episode : open) {
        names += (names.empty() ? "" : ", ") + printable(episode.id.text());
    }
    return names;
}

}  // namespace

Result<CheckIn, std::string> read_check_in(const TypedCheckIn& typed) {
    CheckIn check_in;
    for (const Scale& scale : kScales) {
        const auto number = read_ranged(typed.*scale.typed, {scale.name, 0, kWorst});
        if (!number) {
            return Failure<std::string>(number.error());
        }
        if (const auto& told = *number) {
            check_in.*scale.score = PainScore::of(*told);
        }
    }
    const auto stiffness =
        read_ranged(typed.stiffness, {"number of minutes of stiffness", 0, kMinutesOfDay});
    if (!stiffness) {
        return Failure<std::string>(stiffness.error());
    }
    check_in.stiffness_minutes = *stiffness;
    if (!check_in.soreness && !tells_pain(check_in)) {
        return Failure<std::string>("A check-in needs a number: --soreness 3, or with an open "
                                    "problem --pain-during, --pain-after, --pain-morning or "
                                    "--stiffness.");
    }
    return check_in;
}

Result<EpisodeId, NoEpisode> episode_meant(const CheckIn& check_in, const std::string& named,
                                           const std::vector<Episode>& open) {
    if (!named.empty()) {
        const EpisodeId id(named);
        if (std::ranges::find(open, id, &Episode::id) != open.end()) {
            return id;
        }
        return Failure<NoEpisode>(
            {NoEpisode::Why::unknown,
             fmt::format("No open problem is called '{}'. {}", printable(named),
                         open.empty() ? "None is open." : "Open: " + names_of(open) + ".")});
    }
    if (open.empty() || !tells_pain(check_in)) {
        return EpisodeId();
    }
    if (open.size() > 1) {
        return Failure<NoEpisode>(
            {NoEpisode::Why::several,
             "Several problems are open, so say which with --episode: " + names_of(open) + "."});
    }
    return open.front().id;
}

std::string check_in_line(const CheckIn& check_in) {
    std::string line;
    for (const Scale& scale : kScales) {
        if (const auto& score = check_in.*scale.score) {
            line += fmt::format("{}{} {:g} of 10", line.empty() ? "" : ", ", scale.name,
                                score->value());
        }
    }
    if (check_in.stiffness_minutes) {
        line += fmt::format("{}morning stiffness {:g} min", line.empty() ? "" : ", ",
                            *check_in.stiffness_minutes);
    }
    return line;
}

}  // namespace footsure::app
