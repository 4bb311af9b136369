// SPDX-License-Identifier: Apache-2.0
#include "rehab/road.hpp"

#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: the calendar.
constexpr std::chrono::days kWeek{7};

/// Source: the definition of the unit.
constexpr double kPercent = 100;

Gate gate_of(const GateDefinition& definition) {
    const bool share = definition.test == GateTest::share_at_least;
    return {.id = definition.id,
            .text = definition.text,
            .either = definition.either,
            .needed = share ? definition.needed.value * kPercent : definition.needed.value,
            .unit = share ? "%" : std::string(unit_of(definition.measure)),
            .certainty = definition.needed.certainty,
            .sources = definition.needed.sources};
}

/// One of several that are enough together needs no mention once another is met.
bool is_open(const Gate& gate, const std::vector<Gate>& all) {
    const bool by_another = std::ranges::any_of(all, [&](const Gate& other) {
        return !gate.either.empty() && other.either == gate.either && other.met;
    });
    return !gate.met && !by_another;
}

RoadPart this_phase(const Course& course) {
    RoadPart part{.title = "To leave this phase: " + course.shown.name};
    std::ranges::copy_if(course.shown.gates, std::back_inserter(part.gates),
                         [&](const Gate& gate) { return is_open(gate, course.shown.gates); });
    part.text = part.gates.empty() ? "All that is measured is met."
                                   : "Each of these is needed, however long it takes.";
    if (course.shown.not_before) {
        part.text +=
            " Not before " + format_day(*course.shown.not_before) + ": bone needs that time.";
    }
    return part;
}

RoadPart later_phase(const PhaseDefinition& phase) {
    RoadPart part{.title = "Then: " + phase.name, .text = phase.purpose};
    if (phase.least_days) {
        part.text += " At least " + counted(static_cast<int>(phase.least_days->value), "day") + ".";
    }
    for (const auto& gate : phase.gates) {
        part.gates.push_back(gate_of(gate));
    }
    return part;
}

std::string step_text(const TrackStep& step) {
    return step.id + ": " + step.text + " (" + counted(step.sessions, "session") + " that go well)";
}

RoadPart steps_ahead(const Course& course) {
    RoadPart part{.title = "Back to running, step by step: " + course.track->name};
    std::vector<std::string> steps;
    for (const auto& step : course.track->steps) {
        if (course.step == nullptr || step.number > course.step->number) {
            steps.push_back(step_text(step));
        }
    }
    if (course.step != nullptr) {
        const int left = std::max(0, course.step->sessions - course.done_at_step);
        part.text = "Now " + course.step->id + "; the next step comes after " +
                    counted(left, "more session") +
                    " that went well, told by a check-in; without check-in it stays. ";
    } else {
        part.text = "It begins when all that is needed for running is met. ";
    }
    part.text += steps.empty() ? "No further step." : "Then " + list_text(steps) + ".";
    return part;
}

std::string race_text(Day race, Day today, const std::optional<Forecast>& forecast) {
    if (race < today) {
        return "The date of this race is over; tell the next one.";
    }
    if (!forecast || !forecast->earliest || !forecast->latest) {
        return forecast ? "We cannot say whether you will be ready by then, because we cannot say "
                          "how long this takes. The plan does not change for the race."
                        : "Nothing in this plan stands against it.";
    }
    const std::string range =
        format_day(*forecast->earliest) + " to " + format_day(*forecast->latest);
    if (race < *forecast->earliest) {
        const std::string soon =
            race < today + kWeek
                ? " It is only " + counted(static_cast<int>((race - today).count()), "day") +
                      " away."
                : "";
        return "Not for this race." + soon + " Unrestricted running is expected from " + range +
               ". The plan does not change for it: hurrying costs more than one race.";
    }
    if (race < *forecast->latest) {
        return "It may be reached, it is not sure: unrestricted running is expected from " + range +
               ". The plan does not change for the race.";
    }
    return "The forecast (" + range + ") ends before this race, if all goes on as planned.";
}

}  // namespace

std::vector<RoadPart> road_of(const Course& course, const std::optional<Forecast>& forecast,
                              const PlanFacts& facts) {
    std::vector<RoadPart> road;
    if (course.protocol != nullptr && course.phase != nullptr) {
        road.push_back(this_phase(course));
        for (const auto& phase : course.protocol->phases) {
            if (phase.number > course.phase->number) {
                road.push_back(later_phase(phase));
            }
        }
    }
    if (course.track != nullptr && !course.track->steps.empty()) {
        road.push_back(steps_ahead(course));
    }
    if (const auto& race = facts.case_file.wishes.goal_on) {
        const Day today = day_of(facts.now.at, facts.now.offset);
        road.push_back({.title = "Your race on " + format_day(*race),
                        .text = race_text(*race, today, forecast)});
    }
    return road;
}

}  // namespace footsure::rehab
