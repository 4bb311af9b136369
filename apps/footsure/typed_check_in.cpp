// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_check_in.hpp"

#include "footsure/interview_dialog.hpp"
#include "footsure/typed_measures.hpp"
#include "footsure/typed_number.hpp"
#include "footsure/typed_words.hpp"

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

/// What is told with yes, no or unknown.
struct Sign {
    const char* name;
    std::string TypedCheckIn::* typed;
    std::optional<Said> CheckIn::* said;
};

constexpr std::array kSigns{
    Sign{"limp", &TypedCheckIn::limp, &CheckIn::limp},
    Sign{"gave way", &TypedCheckIn::gave_way, &CheckIn::gave_way},
    Sign{"painkiller", &TypedCheckIn::painkiller, &CheckIn::painkiller},
    Sign{"ache on one point of a bone", &TypedCheckIn::focal_ache, &CheckIn::focal_ache},
};

/// Anything that belongs to a problem; soreness is of the whole person.
bool tells_of_a_problem(const CheckIn& check_in) {
    return check_in.pain_during || check_in.pain_after || check_in.pain_morning ||
           check_in.stiffness_minutes || check_in.swelling || check_in.limp || check_in.gave_way ||
           check_in.painkiller || check_in.focal_ache || check_in.skipped ||
           !check_in.measures.empty();
}

/// The scales and minutes. Fails: with a sentence that names the range.
Result<void, std::string> read_scales(const TypedCheckIn& typed, CheckIn& check_in) {
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
    return {};
}

/// What is told in words. Fails: with a sentence that names them.
Result<void, std::string> read_words(const TypedCheckIn& typed, CheckIn& check_in) {
    for (const Sign& sign : kSigns) {
        const auto said = read_typed_word(typed.*sign.typed, sign.name, kSaid);
        if (!said) {
            return Failure<std::string>(said.error());
        }
        check_in.*sign.said = *said;
    }
    const auto swelling = read_typed_word(typed.swelling, "swelling", kSwellingTrends);
    const auto skipped =
        read_typed_word(typed.skipped, "the reason of a skipped session", kSkipReasons);
    if (!swelling || !skipped) {
        return Failure<std::string>(swelling ? skipped.error() : swelling.error());
    }
    check_in.swelling = *swelling;
    check_in.skipped = *skipped;
    return {};
}

void add_part(std::string& line, const std::string& part) {
    line += (line.empty() ? "" : ", ") + part;
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
    const auto read =
        read_scales(typed, check_in).and_then([&] { return read_words(typed, check_in); });
    if (!read) {
        return Failure<std::string>(read.error());
    }
    auto measures = read_typed_measures(typed);
    if (!measures) {
        return Failure<std::string>(measures.error());
    }
    check_in.measures = std::move(*measures);
    if (!check_in.soreness && !tells_of_a_problem(check_in) && typed.danger.empty()) {
        return Failure<std::string>("A check-in needs to tell something: --soreness 3, or with an "
                                    "open problem --pain-during, --pain-after, --pain-morning or "
                                    "--stiffness. 'footsure checkin --help' shows the rest.");
    }
    return check_in;
}

Result<EpisodeId, NoEpisode> episode_meant(const CheckIn& check_in, const std::string& named,
                                           const std::vector<Episode>& open) {
    if (!named.empty()) {
        EpisodeId id(named);
        if (std::ranges::find(open, id, &Episode::id) != open.end()) {
            return id;
        }
        return Failure<NoEpisode>(
            {NoEpisode::Why::unknown,
             fmt::format("No open problem is called '{}'. {}", printable(named),
                         open.empty() ? "None is open." : "Open: " + names_of(open) + ".")});
    }
    if (open.empty()) {
        return EpisodeId();
    }
    if (!tells_of_a_problem(check_in) && (check_in.soreness || open.size() > 1)) {
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
            add_part(line, fmt::format("{} {:g} of 10", scale.name, score->value()));
        }
    }
    if (check_in.stiffness_minutes) {
        add_part(line, fmt::format("morning stiffness {:g} min", *check_in.stiffness_minutes));
    }
    if (check_in.swelling) {
        add_part(line, fmt::format("swelling {}", word(*check_in.swelling)));
    }
    for (const Sign& sign : kSigns) {
        if (const auto& said = check_in.*sign.said) {
            add_part(line, fmt::format("{}: {}", sign.name, word(*said)));
        }
    }
    if (check_in.skipped) {
        add_part(line, fmt::format("session left out: {}", word(*check_in.skipped)));
    }
    if (!check_in.measures.empty()) {
        add_part(line, measures_line(check_in.measures));
    }
    return line;
}

}  // namespace footsure::app
