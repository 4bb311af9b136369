// SPDX-License-Identifier: Apache-2.0
#include "footsure/session_text.hpp"

#include "footsure/amounts.hpp"
#include "footsure/paragraph.hpp"

#include <fmt/format.h>

#include <array>

namespace footsure::app {

namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int kSecondsPerMinute = 60;

std::string_view kind_words(SessionKind kind) {
    switch (kind) {
    case SessionKind::run: return "run";
    case SessionKind::walk_run: return "walk and run";
    case SessionKind::strength: return "strength";
    case SessionKind::balance: return "balance";
    case SessionKind::mobility: return "mobility";
    case SessionKind::cross_train: return "cross-training";
    case SessionKind::rest: break;
    }
    return "rest";
}

/// Seconds below a minute, then minutes.
std::string short_time(Seconds time) {
    const double seconds = time.value();
    return seconds < kSecondsPerMinute ? fmt::format("{:g} s", seconds)
                                       : fmt::format("{:.3g} min", seconds / kSecondsPerMinute);
}

std::string intervals_words(const Intervals& intervals) {
    const auto run = fmt::format("run {}", short_time(intervals.run));
    const auto each = intervals.walk.value() > 0
                          ? fmt::format("{}, walk {}", run, short_time(intervals.walk))
                          : run;
    return intervals.repeats == 1 ? each : fmt::format("{} × ({})", intervals.repeats, each);
}

void add_part(std::string& line, const std::string& part) {
    line += ", " + part;
}

std::string dose_words(const PrescribedExercise& exercise) {
    const ExerciseDose& dose = exercise.dose;
    std::string words = fmt::format("{} ×", dose.sets);
    if (dose.repetitions > 0) {
        words += fmt::format(" {}", dose.repetitions);
    }
    if (dose.hold.value() > 0) {
        words += fmt::format(" {}", short_time(dose.hold));
    }
    if (dose.a_day > 1) {
        words += fmt::format(", {} times a day", dose.a_day);
    }
    if (exercise.side != Side::unknown) {
        words += exercise.side == Side::both ? ", both sides"
                                             : fmt::format(", {} side", word(exercise.side));
    }
    return dose.note.empty() ? words : words + " (" + dose.note + ")";
}

}  // namespace

std::string day_words(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {} {}", kWeekdays.at(std::chrono::weekday(day).c_encoding()),
                       static_cast<unsigned>(date.day()),
                       kMonths.at(static_cast<unsigned>(date.month()) - 1));
}

std::string session_line(const Session& session) {
    std::string line =
        session.title.empty() ? std::string(kind_words(session.kind)) : session.title;
    if (session.intervals) {
        add_part(line, intervals_words(*session.intervals));
    }
    if (session.max_distance) {
        add_part(line, "at most " + distance_words(*session.max_distance));
    }
    if (session.max_duration) {
        add_part(line, "at most " + time_words(*session.max_duration) +
                           (is_run(session.kind) ? " of running" : ""));
    }
    if (session.whole_time && session.whole_time != session.max_duration) {
        add_part(line, time_words(*session.whole_time) + " in all");
    }
    return line;
}

std::string session_text(const Session& session) {
    std::string text = paragraph("    - ", session_line(session));
    for (const auto& exercise : session.exercises) {
        text += paragraph("        ", fmt::format("{} ({}): {}", exercise.name,
                                                  exercise.exercise.text(), dose_words(exercise)));
    }
    for (const auto& note : session.notes) {
        text += paragraph("        * ", note);
    }
    for (const auto& reason : session.because) {
        text += paragraph("        because ",
                          reason.text + mark(reason.certainty.value_or(Certainty::read)));
    }
    return text;
}

}  // namespace footsure::app
