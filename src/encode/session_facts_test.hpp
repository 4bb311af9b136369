// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"

/// Sessions to write out.
namespace footsure::encode {

inline Session walk_run() {
    Session session;
    session.id = "2026-03-05-walk_run-e1";
    session.kind = SessionKind::walk_run;
    session.title = "Run and walk";
    session.max_distance = Metres(2500);
    session.max_duration = Seconds(12 * 60);
    session.whole_time = Seconds(40 * 60);
    session.intervals = Intervals{.repeats = 6, .run = Seconds(120), .walk = Seconds(180)};
    session.step = "A-2";
    session.notes = {"Flat ground; no hills."};
    session.because = {Reason{.text = "two good sessions at step A-1"}};
    return session;
}

inline Session strength() {
    Session session;
    session.id = "2026-03-06-strength-e1";
    session.kind = SessionKind::strength;
    session.title = "Strength";
    session.whole_time = Seconds(25 * 60);
    session.exercises = {{.exercise = ExerciseId("EX-52"),
                          .name = "Heel raise",
                          .dose = {.sets = 3, .repetitions = 15, .note = "3 s down"},
                          .side = Side::left},
                         {.exercise = ExerciseId("EX-40"),
                          .name = "Calf hold",
                          .dose = {.sets = 5, .hold = Seconds(45)}},
                         {.exercise = ExerciseId("EX-20"),
                          .name = "Foot short",
                          .dose = {.sets = 1, .repetitions = 10, .hold = Seconds(5), .a_day = 2}}};
    return session;
}

inline Session of_kind(SessionKind kind, std::string id) {
    Session session;
    session.id = std::move(id);
    session.kind = kind;
    return session;
}

}  // namespace footsure::encode
