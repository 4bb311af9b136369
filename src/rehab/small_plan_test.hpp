// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/calendar.hpp"

#include <algorithm>
#include <string>

/// What the tests of the calendar share: two protocols with a track each, a few exercises, and
/// Courses made by hand.
namespace footsure::rehab {

inline constexpr Day kToday = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);  // a Monday
inline constexpr LocalInstant kNoon{Instant(kToday) + std::chrono::hours(12)};
inline constexpr int kMinute = 60;

inline ExerciseDefinition exercise(const char* id, SessionKind kind) {
    return {.id = ExerciseId(id),
            .name = std::string("do ") + id,
            .kind = kind,
            .dose = {.sets = 2, .repetitions = 10, .days_a_week = 3}};
}

inline PhaseExercise asked(const char* id, int days_a_week, int sets = 3, int a_day = 1) {
    return {.exercise = ExerciseId(id),
            .dose = {.sets = sets, .repetitions = 15, .a_day = a_day, .days_a_week = days_a_week}};
}

inline Figure figure(double value) {
    return {.value = value, .low = value, .high = value};
}

/// Steps of 6 × 1, 6 × 2 minutes, 20, 30, then 40 minutes past the track, the last with speed.
inline TrackDefinition track(const char* id, int days_between) {
    TrackDefinition made{.id = id,
                         .name = std::string("track ") + id,
                         .warm_up = Seconds(5 * kMinute),
                         .cool_down = Seconds(5 * kMinute),
                         .free_after = 4,
                         .sources = {SourceId("evidence_care")}};
    const auto add = [&](int number, int repeats, int run, int walk) {
        made.steps.push_back({.id = std::string(id) + "-" + std::to_string(number),
                              .number = number,
                              .text = "step " + std::to_string(number),
                              .repeats = repeats,
                              .run = Seconds(run * kMinute),
                              .walk = Seconds(walk * kMinute),
                              .sessions = 2,
                              .days_between = days_between});
    };
    add(1, 6, 1, 4);
    add(2, 6, 2, 3);
    add(3, 1, 20, 0);
    add(4, 1, 30, 0);
    add(5, 1, 40, 0);
    add(6, 1, 40, 0);
    made.steps.back().speed = true;
    return made;
}

inline ProtocolDefinition protocol(const char* id, const char* track) {
    ProtocolDefinition made{.id = id, .title = id, .track = track};
    made.measures = {MeasureKind::heel_raises};
    made.scores = {MeasureKind::visa_a};
    made.phases = {{.number = 2, .name = "restore", .purpose = "base"},
                   {.number = 5, .name = "return", .purpose = "run"}};
    made.phases[0].exercises = {asked("raise", 7), asked("stand", 7), asked("circle", 7)};
    made.phases[1].exercises = {asked("heavy", 3), asked("stand", 7), asked("hop", 3),
                                asked("circle", 7)};
    made.phases[1].gates = {{.id = "gate", .text = "20 raises", .needed = figure(20)}};
    for (auto& phase : made.phases) {
        phase.cross_training = Seconds(30 * kMinute);
        phase.cross_training_days = 2;
    }
    return made;
}

inline Knowledge small_knowledge() {
    Knowledge made;
    made.findings = {{.id = FindingId("sprained_before")}};
    made.exercises = {
        exercise("circle", SessionKind::mobility), exercise("heavy", SessionKind::strength),
        exercise("hop", SessionKind::strength), exercise("raise", SessionKind::strength),
        exercise("stand", SessionKind::balance)};
    made.exercises[1].strains = {Strain::external_load};
    made.exercises[1].needs = {Equipment::weight};
    made.exercises[1].regression = ExerciseId("raise");
    made.exercises[2].impact = Impact::hop;
    made.exercises[2].strains = {Strain::impact};
    made.exercises[3].one_leg = true;
    made.rehab.tracks = {track("R", 1), track("A", 2)};
    made.rehab.protocols = {protocol("sprain", "R"), protocol("tendon", "A")};
    return made;
}

/// A Runner with Courses; the pointers point into its own Knowledge.
struct Kit {
    Knowledge knowledge = small_knowledge();
    CaseFile case_file;
    RunLimits limits;
    std::vector<Course> courses;
    LocalInstant now = kNoon;

    Kit() = default;
    Kit(const Kit&) = delete;
    Kit& operator=(const Kit&) = delete;
    Kit(Kit&&) = delete;
    Kit& operator=(Kit&&) = delete;
    ~Kit() = default;

    /// On a step of its track, in the Phase of returning to run; step 0: not running yet.
    Course& add(std::size_t protocol, int step) {
        const auto& chosen = knowledge.rehab.protocols.at(protocol);
        const auto& its = knowledge.rehab.tracks.at(protocol);
        Course made{.episode = EpisodeId("e" + std::to_string(courses.size() + 1)),
                    .side = Side::left,
                    .protocol = &chosen,
                    .begun_on = kToday,
                    .phase = &chosen.phases.at(step == 0 ? 0 : 1),
                    .track = &its};
        made.shown.entered_on = kToday;
        if (step > 0) {
            made.step = &its.steps.at(static_cast<std::size_t>(step - 1));
        }
        courses.push_back(std::move(made));
        return courses.back();
    }

    [[nodiscard]] PlanFacts facts() const {
        return {.case_file = case_file, .knowledge = knowledge, .now = now, .limits = limits};
    }

    [[nodiscard]] Calendar calendar() const { return calendar_of(courses, facts()); }
};

/// What is known of one Episode.
struct Told {
    Episode episode{.id = EpisodeId("e1"), .side = Side::left};
    Findings findings{.values = std::vector<Finding>(1)};
    TriageDecision decision;
    Differential ranked;

    void rank(const char* id, double probability) {
        ranked.push_back({.condition = ConditionId(id),
                          .name = id,
                          .probability = Probability::of(probability),
                          .high = Probability::of(probability)});
    }

    [[nodiscard]] EpisodeFacts facts() const { return {episode, findings, decision, ranked, {}}; }
};

inline bool is_easy(const Session& session) {
    return session.kind == SessionKind::rest || session.kind == SessionKind::mobility;
}

inline std::vector<Session> runs_of(const std::vector<PlannedDay>& days) {
    std::vector<Session> runs;
    for (const auto& day : days) {
        std::ranges::copy_if(day.sessions, std::back_inserter(runs), is_run, &Session::kind);
    }
    return runs;
}

/// The places of days, 0 = today, with a Session that fits.
template <class Fits>
std::vector<int> places(const std::vector<PlannedDay>& days, const Fits& fits) {
    std::vector<int> found;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (std::ranges::any_of(days[i].sessions, fits)) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

inline std::vector<int> run_places(const std::vector<PlannedDay>& days) {
    return places(days, [](const Session& one) { return is_run(one.kind); });
}

inline bool mentions(const Session& session, const std::string& words) {
    return std::ranges::any_of(session.because, [&](const Reason& reason) {
        return reason.text.find(words) != std::string::npos;
    });
}

inline bool has_limit(const std::vector<Limit>& limits, const std::string& code) {
    return std::ranges::find(limits, code, &Limit::code) != limits.end();
}

/// Everything that a person would read of the days, for comparing.
inline std::string told(const std::vector<PlannedDay>& days) {
    std::string all;
    for (const auto& day : days) {
        for (const auto& session : day.sessions) {
            all += session.id + "|" + session.title;
            for (const auto& one : session.exercises) {
                all += "|" + one.name + std::to_string(one.dose.sets);
            }
            for (const auto& reason : session.because) {
                all += "|" + reason.text;
            }
            all += "\n";
        }
    }
    return all;
}

}  // namespace footsure::rehab
