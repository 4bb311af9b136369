// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"
#include "model/measure.hpp"
#include "model/shoe.hpp"
#include "model/time.hpp"
#include "model/tissue.hpp"
#include "model/units.hpp"
#include "model/wishes.hpp"

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace footsure {

enum class Sex : std::uint8_t { female, male };

/// The person. Absent = not told.
struct Runner {
    RunnerId id;
    std::optional<double> age_years;
    std::optional<Sex> sex;
    std::optional<Kilograms> body_mass;
    std::optional<Metres> height;
};

enum class Said : std::uint8_t { yes, no, unknown };
inline constexpr std::array kSaid{Said::yes, Said::no, Said::unknown};

/// What was said to one Question at an Instant. Several answers to one Question may stand side by
/// side; a danger sign once said stays until corrected or seen.
struct Answer {
    QuestionId question;
    std::variant<Said, std::vector<std::string>, double> value;  ///< options by their ids
    Instant at;
    bool dated = false;       ///< the answer names its own time; otherwise `at` is the case's
    bool corrects = false;    ///< an earlier answer was a mistake
    bool incomplete = false;  ///< part of the list was unusable: what it lacks is not a "no"
};

enum class SeenBy : std::uint8_t { emergency, doctor, physiotherapist };
inline constexpr std::array kSeenBy{SeenBy::emergency, SeenBy::doctor, SeenBy::physiotherapist};

/// A visit: who saw the Runner, what it clears, what was found.
struct Seen {
    Day on;
    SeenBy by = SeenBy::physiotherapist;
    std::vector<RuleId> clears;
    std::optional<ConditionId> finding;
    std::vector<std::string> limits;
};

/// One problem: a side, a start, and everything said about it until it ends.
struct Episode {
    EpisodeId id;
    Side side = Side::unknown;
    std::optional<Day> started_on;
    std::optional<Day> ended_on;  ///< over; a recurrence is watched for afterwards
    std::vector<Answer> answers;
    std::string notes;
    std::vector<Seen> seen;
};

/// Swelling against the day before.
enum class SwellingTrend : std::uint8_t { none, less, same, more };
inline constexpr std::array kSwellingTrends{SwellingTrend::none, SwellingTrend::less,
                                            SwellingTrend::same, SwellingTrend::more};

/// Why a planned Session was left out.
enum class SkipReason : std::uint8_t { pain, ill, no_time, weather, travel, no_wish, other };
inline constexpr std::array kSkipReasons{
    SkipReason::pain,   SkipReason::ill,     SkipReason::no_time, SkipReason::weather,
    SkipReason::travel, SkipReason::no_wish, SkipReason::other};

/// A dated re-assessment of an Episode, or of the whole person where none is named.
struct CheckIn {
    Instant at;
    EpisodeId episode;
    std::optional<PainScore> pain_during;
    std::optional<PainScore> pain_after;
    std::optional<PainScore> pain_morning;
    std::optional<double> stiffness_minutes;
    std::optional<PainScore> soreness;  ///< of both legs this morning
    std::optional<SwellingTrend> swelling;
    std::optional<Said> limp;
    std::optional<Said> gave_way;
    std::optional<Said> painkiller;  ///< taken before or after the Session
    std::optional<Said> focal_ache;  ///< on one point of a bone
    std::optional<SkipReason> skipped;
    std::vector<Measured> measures;
    std::vector<Answer> answers;
};

/// The run that is thought of today; absent = as usual.
struct IntendedRun {
    std::optional<MetresPerSecond> speed;
    std::optional<Terrain> ground;
    std::optional<double> ascent_per_distance;  ///< metres up for each metre along
};

/// Something in a case that could not be used; the rest still counts.
struct Problem {
    std::string path;  ///< where in the case, `episodes[0].answers.pain_rest`
    std::string code;
    std::string text;
};

/// All facts about a Runner up to an Instant.
struct CaseFile {
    LocalInstant at;
    Runner runner;
    std::vector<Answer> answers;    ///< about the whole person
    std::vector<Episode> episodes;  ///< open at `at`
    std::vector<Episode> ended;     ///< over by then, with what plans need of them
    std::vector<ActivitySummary> activities;
    std::vector<CheckIn> check_ins;
    std::vector<Shoe> shoes;
    Wishes wishes;
    IntendedRun intended;
    std::vector<Problem> problems;
};

[[nodiscard]] std::string_view word(Said said);
[[nodiscard]] std::string_view word(SeenBy by);
[[nodiscard]] std::string_view word(Sex sex);
[[nodiscard]] std::string_view word(SwellingTrend trend);
[[nodiscard]] std::string_view word(SkipReason reason);

}  // namespace footsure
