// SPDX-License-Identifier: Apache-2.0
#include "encode/session_text.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace footsure::encode {

namespace {

constexpr double kSecondsPerMinute = 60;
constexpr double kMetresPerKilometre = 1000;

/// Shorter is said in seconds.
constexpr double kShortest = 120;

std::string number(double value, int decimals) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::string time_text(Seconds time) {
    const double seconds = time.value();
    const double minutes = seconds / kSecondsPerMinute;
    const bool whole_minutes = std::fmod(seconds, kSecondsPerMinute) == 0;
    if (seconds < kShortest && !whole_minutes) {
        return number(seconds, 0) + " s";
    }
    return number(minutes, whole_minutes ? 0 : 1) + " min";
}

void add_part(std::string& list, const std::string& part) {
    if (!part.empty()) {
        list += (list.empty() ? "" : ", ") + part;
    }
}

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) {
        text += (text.empty() ? "" : "\n") + line;
    }
}

std::string kind_text(SessionKind kind) {
    switch (kind) {
    case SessionKind::run: return "Run";
    case SessionKind::walk_run: return "Run and walk";
    case SessionKind::strength: return "Strength";
    case SessionKind::balance: return "Balance";
    case SessionKind::mobility: return "Mobility";
    case SessionKind::cross_train: return "Training without impact";
    case SessionKind::rest: break;
    }
    return "Rest";
}

std::string repeats_text(const Intervals& intervals) {
    std::string text =
        std::to_string(intervals.repeats) + " x " + time_text(intervals.run) + " run";
    if (intervals.walk > Seconds(0)) {
        text += " + " + time_text(intervals.walk) + " walk";
    }
    return text + ".";
}

std::string amount_of(const ExerciseDose& dose) {
    std::string amount;
    if (dose.repetitions > 0) {
        amount = std::to_string(dose.repetitions);
    }
    if (dose.hold > Seconds(0)) {
        amount += (amount.empty() ? "" : " x ") + time_text(dose.hold);
    }
    const bool counted = dose.sets > 1 && !amount.empty();
    return counted ? std::to_string(dose.sets) + " x " + amount : amount;
}

}  // namespace

std::string title_of(const Session& session) {
    std::string title = session.title.empty() ? kind_text(session.kind) : session.title;
    if (!session.step.empty() && title.find(session.step) == std::string::npos) {
        title += " " + session.step;
    }
    return title;
}

std::string most_of(const Session& session) {
    std::string most;
    if (session.max_distance) {
        add_part(most,
                 number(session.max_distance->value() / kMetresPerKilometre, 1) + " km of running");
    }
    if (session.max_duration) {
        add_part(most,
                 time_text(*session.max_duration) + (is_run(session.kind) ? " of running" : ""));
    }
    return most.empty() ? most : "At most " + most + "; never a goal.";
}

std::string name_of(const PrescribedExercise& exercise) {
    const std::string& name = exercise.name.empty() ? exercise.exercise.text() : exercise.name;
    const bool one_leg = exercise.side == Side::left || exercise.side == Side::right;
    return one_leg ? name + " (" + std::string(word(exercise.side)) + ")" : name;
}

std::string dose_of(const PrescribedExercise& exercise) {
    std::string dose = amount_of(exercise.dose);
    if (exercise.dose.a_day > 1) {
        add_part(dose, std::to_string(exercise.dose.a_day) + " times a day");
    }
    add_part(dose, exercise.dose.note);
    return dose;
}

std::string description_of(const Session& session) {
    std::string text;
    add_line(text, title_of(session));
    add_line(text, most_of(session));
    if (session.intervals) {
        add_line(text, repeats_text(*session.intervals));
    }
    if (session.whole_time) {
        add_line(text, "With warm-up and cool-down: " + time_text(*session.whole_time) + ".");
    }
    for (const PrescribedExercise& exercise : session.exercises) {
        const std::string dose = dose_of(exercise);
        add_line(text, "- " + name_of(exercise) + (dose.empty() ? "" : ": " + dose));
    }
    for (const std::string& note : session.notes) {
        add_line(text, note);
    }
    for (const Reason& reason : session.because) {
        add_line(text, "Why: " + reason.text);
    }
    return text;
}

}  // namespace footsure::encode
