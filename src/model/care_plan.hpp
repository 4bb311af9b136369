// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/protocol.hpp"
#include "model/reason.hpp"
#include "model/time.hpp"
#include "model/units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure {

/// Repeats of running with walking between.
struct Intervals {
    int repeats = 1;
    Seconds run;
    Seconds walk;
};

struct PrescribedExercise {
    ExerciseId exercise;
    std::string name;
    ExerciseDose dose;
    Side side = Side::both;
};

/// One prescribed unit. Its maxima are never a goal.
struct Session {
    std::string id;  ///< stable: the day, the kind and the Episodes, `2026-03-05-walk_run-e1`
    SessionKind kind = SessionKind::rest;
    std::string title;
    std::vector<EpisodeId> episodes;      ///< it serves; none: the whole person
    std::optional<Metres> max_distance;   ///< of running
    std::optional<Seconds> max_duration;  ///< of running, else of the Session
    std::optional<Seconds> whole_time;    ///< with walking, warm-up and cool-down
    std::optional<Intervals> intervals;
    std::string step;  ///< of the track, `A-3`
    std::vector<PrescribedExercise> exercises;
    std::vector<std::string> notes;
    std::vector<Reason> because;  ///< why it is here, or smaller than it could be
};

struct PlannedDay {
    Day on;
    std::vector<Session> sessions;  ///< at least a rest
};

/// A criterion, and whether it is met.
struct Gate {
    std::string id;
    std::string text;
    std::string either;
    bool met = false;
    std::optional<double> value;  ///< last measured; absent: not yet
    std::optional<Day> measured_on;
    double needed = 0;
    std::string unit;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// Where in its protocol the CarePlan stands.
struct Phase {
    std::string id;  ///< `<protocol>-<number>`
    int number = 0;
    std::string name;
    std::string purpose;
    Day entered_on;
    std::optional<Day> not_before;  ///< least time of bone
    std::vector<Gate> gates;        ///< to leave it
    std::vector<std::string> notes;
};

/// Where on its track the running stands.
struct TrackPlace {
    std::string track;
    std::string step;
    int number = 0;
    int done = 0;  ///< Sessions that went well at this step
    int needed = 0;
    int days_between = 0;
};

/// Something that happened to the CarePlan, in the order it happened.
enum class PlanChangeKind : std::uint8_t {
    began,
    phase,       ///< a Phase later
    progressed,  ///< a step on
    held,
    stepped_back,
    stopped,  ///< until seen, or answered again
    resumed,
    overrun,  ///< more than planned was run
    missed,
    limited,     ///< by a clinician, by a cause, by the Runner's state
    rearranged,  ///< wishes, shoes, another Episode
    ended,
};

struct PlanChange {
    Instant at;
    PlanChangeKind kind = PlanChangeKind::began;
    std::string what;
    std::string because;
    std::string from;  ///< the check-in, Activity or visit it rests on
};

/// What comes after the days that are planned.
struct RoadPart {
    std::string title;
    std::string text;
    std::vector<Gate> gates;
};

/// Time to unrestricted running; no dates where nothing is known of it.
struct Forecast {
    std::optional<Day> earliest;
    std::optional<Day> likely;
    std::optional<Day> latest;
    std::string text;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// A measure that is due, and since when.
struct DueMeasure {
    MeasureKind kind{};
    Day due_on;
};

enum class PlanState : std::uint8_t {
    active,
    stopped,      ///< pain or a sign said so: answer again, be seen
    maintaining,  ///< the Episode is over or in its last Phase
    preventing,   ///< no Episode
};

/// The course: where the Runner stands, the next two weeks, the road beyond, and why.
struct CarePlan {
    PlanState state = PlanState::active;
    std::string protocol;
    std::string title;
    std::string why_this;  ///< protocol and not another
    Phase phase;
    std::optional<TrackPlace> place;  ///< while running is allowed
    std::vector<PlannedDay> days;     ///< fourteen, from today
    std::vector<RoadPart> road;
    std::vector<PlanChange> changes;     ///< oldest first
    std::vector<std::string> pain_rule;  ///< the strictest, as sentences
    std::vector<Reason> may_not;
    std::vector<DueMeasure> due;
    std::optional<Forecast> forecast;
    std::vector<Limit> limits;
    std::optional<Day> watch_until;  ///< for a recurrence
};

[[nodiscard]] std::string_view word(PlanChangeKind kind);
[[nodiscard]] std::string_view word(PlanState state);

}  // namespace footsure
