// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/fit_fields.hpp"
#include "encode/plain_text.hpp"
#include "encode/session_text.hpp"
#include "encode/workout_steps.hpp"
#include "model/result.hpp"
#include "model/sport_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace footsure::encode {

namespace {

constexpr std::uint16_t kFileId = 0;
constexpr std::uint16_t kWorkout = 26;
constexpr std::uint16_t kWorkoutStep = 27;
constexpr double kWorkoutFile = 5;
constexpr double kDevelopment = 255;  ///< the maker for programs without a number of their own
constexpr double kOpenTarget = 2;
constexpr std::size_t kLongestText = 254;  ///< a field has 255 bytes, the last of them zero
constexpr Field kNumber{254, BaseType::uint16};

/// As FIT holds it, ending in a zero; on one line, because watches show one.
std::string fit_text(std::string_view text) {
    std::string plain = plain_text(text);
    std::ranges::replace(plain, '\n', ' ');
    return std::string(beginning_of(plain, kLongestText)) + '\0';
}

std::string_view sport_of(SessionKind kind) {
    return is_run(kind) ? "running" : "training";
}

std::string_view sub_sport_of(SessionKind kind) {
    switch (kind) {
    case SessionKind::strength:
    case SessionKind::balance: return "strength_training";
    case SessionKind::mobility: return "flexibility_training";
    case SessionKind::cross_train: return "cardio_training";
    case SessionKind::run:
    case SessionKind::walk_run:
    case SessionKind::rest: break;
    }
    return "generic";
}

/// FNV-1a, never 0, which FIT takes for none: two files made in the same second stay two.
double serial_of(const Session& session) {
    std::uint32_t hash = 2166136261U;
    for (const char c : session.id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    constexpr std::uint32_t kHighest = 0xFFFFFFFEU;
    return hash == 0 ? 1 : std::min(hash, kHighest);
}

void write_file_id(FitFile& file, const Session& session, Instant created) {
    file.write(kFileId, {{enumeration(0), kWorkoutFile},
                         {word_field(1), kDevelopment},
                         {word_field(2), 0},
                         {{3, BaseType::uint32z}, serial_of(session)},
                         {long_field(4), fit_time(created)}});
}

void write_workout(FitFile& file, const Session& session, std::size_t steps) {
    const std::string name = fit_text(fit_workout_name(session));
    const std::string description = fit_text(description_of(session));
    file.write(kWorkout,
               {{enumeration(4), sport_number(sport_of(session.kind)).value_or(kNoValue)},
                {word_field(6), static_cast<double>(steps)},
                {{8, BaseType::text}, 0, name},
                {enumeration(11), sub_sport_number(sub_sport_of(session.kind)).value_or(kNoValue)},
                {{17, BaseType::text}, 0, description}});
}

/// The texts of all steps at one length, so that one definition serves the whole file.
std::vector<std::string> texts_of(const std::vector<WorkoutStep>& steps,
                                  std::string WorkoutStep::* text) {
    std::vector<std::string> texts;
    std::size_t longest = 0;
    for (const WorkoutStep& step : steps) {
        texts.push_back(fit_text(step.*text));
        longest = std::max(longest, texts.back().size());
    }
    for (std::string& each : texts) {
        each.resize(longest, '\0');
    }
    return texts;
}

double until_of(const WorkoutStep& step) {
    switch (step.end) {
    case StepEnd::time: return step.until * kMilli;
    case StepEnd::distance: return step.until * kCenti;
    case StepEnd::repeats: return step.until;
    case StepEnd::lap_button: break;
    }
    return kNoValue;
}

void write_steps(FitFile& file, const std::vector<WorkoutStep>& steps) {
    const auto names = texts_of(steps, &WorkoutStep::name);
    const auto notes = texts_of(steps, &WorkoutStep::notes);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const WorkoutStep& step = steps[i];
        file.write(kWorkoutStep,
                   {{kNumber, static_cast<double>(i)},
                    {enumeration(1), static_cast<double>(step.end)},
                    {long_field(2), until_of(step)},
                    {enumeration(3), kOpenTarget},
                    {long_field(4), step.times ? static_cast<double>(*step.times) : kNoValue},
                    {enumeration(7), step.purpose ? static_cast<double>(*step.purpose) : kNoValue},
                    {{0, BaseType::text}, 0, names[i]},
                    {{8, BaseType::text}, 0, notes[i]}});
    }
}

}  // namespace

std::string fit_workout_name(const Session& session) {
    std::string name = fit_text(title_of(session));
    name.pop_back();
    return name;
}

std::vector<std::byte> fit_workout(const Session& session, Instant created) {
    expects(session.kind != SessionKind::rest, "a rest is no workout");
    const auto steps = workout_steps(session);
    FitFile file;
    write_file_id(file, session, created);
    write_workout(file, session, steps.size());
    write_steps(file, steps);
    return std::move(file).finish();
}

}  // namespace footsure::encode
