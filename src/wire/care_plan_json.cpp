// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

constexpr int kSecondDecimals = 1;
constexpr int kMetreDecimals = 1;
constexpr int kMeasureDecimals = 2;

Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json seconds(Seconds time) {
    return rounded(time.value(), kSecondDecimals);
}

Json gates(const std::vector<Gate>& list) {
    Json json = Json::array();
    for (const auto& gate : list) {
        const bool known = gate.value && std::isfinite(*gate.value);
        json.push_back(
            {{"id", gate.id},
             {"text", gate.text},
             {"either", text_or_null(gate.either)},
             {"met", gate.met},
             {"value", known ? Json(rounded(*gate.value, kMeasureDecimals)) : Json(nullptr)},
             {"needed", rounded(gate.needed, kMeasureDecimals)},
             {"unit", gate.unit},
             {"measured_on", day_or_null(gate.measured_on)},
             {"certainty", word(gate.certainty)},
             {"sources", to_json(gate.sources)}});
    }
    return json;
}

Json phase(const Phase& phase) {
    return {{"id", phase.id},
            {"number", phase.number},
            {"name", phase.name},
            {"purpose", phase.purpose},
            {"entered_on", format_day(phase.entered_on)},
            {"not_before", day_or_null(phase.not_before)},
            {"gates", gates(phase.gates)},
            {"notes", phase.notes}};
}

Json track(const std::optional<TrackPlace>& place) {
    if (!place) {
        return nullptr;
    }
    return {{"id", place->track},      {"step", place->step},
            {"number", place->number}, {"done", place->done},
            {"needed", place->needed}, {"days_between", place->days_between}};
}

Json exercises(const std::vector<PrescribedExercise>& list) {
    Json json = Json::array();
    for (const auto& one : list) {
        json.push_back({{"id", one.exercise.text()},
                        {"name", one.name},
                        {"sets", one.dose.sets},
                        {"reps", one.dose.repetitions},
                        {"hold_s", seconds(one.dose.hold)},
                        {"a_day", one.dose.a_day},
                        {"days_a_week", one.dose.days_a_week},
                        {"side", word(one.side)},
                        {"note", one.dose.note}});
    }
    return json;
}

Json intervals(const std::optional<Intervals>& intervals) {
    if (!intervals) {
        return nullptr;
    }
    return {{"repeats", intervals->repeats},
            {"run_s", seconds(intervals->run)},
            {"walk_s", seconds(intervals->walk)}};
}

Json session(const Session& session) {
    Json episodes = Json::array();
    for (const auto& episode : session.episodes) {
        episodes.push_back(episode.text());
    }
    return {{"id", session.id},
            {"kind", word(session.kind)},
            {"title", session.title},
            {"max_distance_m", number_or_null(session.max_distance, 1, kMetreDecimals)},
            {"max_duration_s", number_or_null(session.max_duration, 1, kSecondDecimals)},
            {"whole_time_s", number_or_null(session.whole_time, 1, kSecondDecimals)},
            {"intervals", intervals(session.intervals)},
            {"step", text_or_null(session.step)},
            {"episodes", std::move(episodes)},
            {"exercises", exercises(session.exercises)},
            {"notes", session.notes},
            {"because", reasons(session.because)}};
}

Json days(const std::vector<PlannedDay>& list) {
    Json json = Json::array();
    for (const auto& day : list) {
        Json sessions = Json::array();
        for (const auto& one : day.sessions) {
            sessions.push_back(session(one));
        }
        json.push_back({{"on", format_day(day.on)}, {"sessions", std::move(sessions)}});
    }
    return json;
}

Json changes(const std::vector<PlanChange>& list) {
    Json json = Json::array();
    for (const auto& change : list) {
        json.push_back(to_json(change));
    }
    return json;
}

Json road(const std::vector<RoadPart>& list) {
    Json json = Json::array();
    for (const auto& part : list) {
        json.push_back({{"title", part.title}, {"text", part.text}, {"gates", gates(part.gates)}});
    }
    return json;
}

Json due(const std::vector<DueMeasure>& list) {
    Json json = Json::array();
    for (const auto& measure : list) {
        json.push_back({{"kind", word(measure.kind)},
                        {"name", name_of(measure.kind)},
                        {"due_on", format_day(measure.due_on)}});
    }
    return json;
}

Json forecast(const std::optional<Forecast>& forecast) {
    if (!forecast) {
        return nullptr;
    }
    return {{"earliest_on", day_or_null(forecast->earliest)},
            {"likely_on", day_or_null(forecast->likely)},
            {"latest_on", day_or_null(forecast->latest)},
            {"text", forecast->text},
            {"certainty", word(forecast->certainty)},
            {"sources", to_json(forecast->sources)}};
}

}  // namespace

Json to_json(const PlanChange& change) {
    return {{"at", format_instant(change.at)},
            {"kind", word(change.kind)},
            {"what", change.what},
            {"because", change.because},
            {"from", change.from}};
}

Json plan_or_null(const std::optional<CarePlan>& plan) {
    if (!plan) {
        return nullptr;
    }
    return {{"state", word(plan->state)},
            {"protocol", text_or_null(plan->protocol)},
            {"title", plan->title},
            {"why", plan->why_this},
            {"phase", phase(plan->phase)},
            {"track", track(plan->place)},
            {"days", days(plan->days)},
            {"road", road(plan->road)},
            {"changes", changes(plan->changes)},
            {"pain_rule", plan->pain_rule},
            {"may_not", reasons(plan->may_not)},
            {"due", due(plan->due)},
            {"forecast", forecast(plan->forecast)},
            {"limits", limits(plan->limits)},
            {"watch_until", day_or_null(plan->watch_until)}};
}

std::string write_plans(const Advice& advice) {
    Json episodes = Json::array();
    for (const auto& episode : advice.episodes) {
        const CarePlan* plan = plan_in(episode.help);
        episodes.push_back(
            {{"id", episode.id.text()},
             {"side", word(episode.side)},
             {"urgency", word(episode.triage.urgency.level())},
             {"plan", plan == nullptr ? Json(nullptr) : plan_or_null(std::optional(*plan))}});
    }
    return dump({{"runner_id", advice.runner.text()},
                 {"at", format_instant(advice.at.at)},
                 {"episodes", std::move(episodes)},
                 {"prevention", plan_or_null(advice.prevention)}},
                2);
}

}  // namespace footsure::wire
