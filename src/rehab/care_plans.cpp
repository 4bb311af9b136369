// SPDX-License-Identifier: Apache-2.0
#include "rehab/calendar.hpp"
#include "rehab/due_measures.hpp"
#include "rehab/forecast.hpp"
#include "rehab/plan_words.hpp"
#include "rehab/prevention.hpp"
#include "rehab/road.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

bool is_at_least(const EpisodeFacts& facts, UrgencyLevel level) {
    return facts.decision.urgency.level() >= level;
}

bool any_at_least(const PlanFacts& facts, UrgencyLevel level) {
    return std::ranges::any_of(facts.episodes,
                               [&](const EpisodeFacts& one) { return is_at_least(one, level); });
}

/// An Episode that must be seen first has no plan of its own but stops the runs of all.
std::vector<Course> courses_of(const PlanFacts& facts) {
    std::vector<Course> courses;
    for (const auto& one : facts.episodes) {
        if (is_at_least(one, UrgencyLevel::within_days)) {
            courses.push_back({.episode = one.episode.id, .side = one.episode.side});
        } else {
            courses.push_back(course_of(one, facts));
        }
    }
    return courses;
}

std::optional<TrackPlace> place_of(const Course& course) {
    if (course.track == nullptr || course.step == nullptr) {
        return std::nullopt;
    }
    return TrackPlace{.track = course.track->id,
                      .step = course.step->id,
                      .number = course.step->number,
                      .done = course.done_at_step,
                      .needed = course.step->sessions,
                      .days_between = course.step->days_between};
}

std::vector<Limit> limits_of(const Course& course, const Calendar& calendar, std::size_t episodes) {
    std::vector<Limit> limits = course.limits;
    for (const auto& limit : calendar.limits) {
        add_once(limits, limit);
    }
    for (const auto& note : course.restrictions.notes) {
        limits.push_back({.code = "clinician", .text = note});
    }
    if (episodes > 1) {
        add_once(limits, {.code = "two_episodes",
                          .text = "Your problems share one calendar: a run is there only where "
                                  "each of them allows it, at the lesser step and with the longer "
                                  "pause."});
    }
    return limits;
}

CarePlan plan_of(const Course& course, const Calendar& calendar, const EpisodeFacts& facts,
                 const PlanFacts& plan) {
    CarePlan made{.state = course.state,
                  .protocol = course.protocol->id,
                  .title = course.protocol->title,
                  .why_this = course.why_this,
                  .phase = course.shown,
                  .days = days_of(course.episode, calendar),
                  .changes = course.changes,
                  .pain_rule = pain_sentences(course.restrictions.pain),
                  .may_not = course.restrictions.because,
                  .due = due_measures(course, plan),
                  .forecast = forecast_of(course, facts, plan),
                  .limits = limits_of(course, calendar, plan.episodes.size())};
    if (course.state != PlanState::stopped && !forbids(course.restrictions, Strain::running)) {
        made.place = place_of(course);
    }
    made.road = road_of(course, made.forecast, plan);
    return made;
}

}  // namespace

CarePlans care_plans(const PlanFacts& facts) {
    CarePlans plans;
    plans.by_episode.resize(facts.episodes.size());
    if (facts.case_file.episodes.empty()) {
        if (!any_at_least(facts, UrgencyLevel::within_days)) {
            plans.prevention = prevention_plan(facts);
        }
        return plans;
    }
    if (any_at_least(facts, UrgencyLevel::same_day)) {
        return plans;
    }
    const auto courses = courses_of(facts);
    const auto calendar = calendar_of(courses, facts);
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (courses[i].protocol != nullptr) {
            plans.by_episode[i] = plan_of(courses[i], calendar, facts.episodes[i], facts);
        }
    }
    return plans;
}

}  // namespace footsure::rehab
