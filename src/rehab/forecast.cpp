// SPDX-License-Identifier: Apache-2.0
#include "rehab/forecast.hpp"

#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

/// A cause counts from here on. Source: evidence_triage, policy 1, whose threshold we take (EE).
constexpr double kLeading = 0.2;
/// Source: the calendar.
constexpr double kDaysAWeek = 7;
constexpr double kHoursADay = 24;
/// Source: EE: no forecast is more exact than a week.
constexpr std::chrono::days kLeastWidth{7};
/// Source: care-and-rehab section 1: in Phase 7 running is unrestricted.
constexpr int kLastPhase = 7;

std::chrono::days whole_days(double days) {
    return std::chrono::days(static_cast<long>(std::ceil(days)));
}

Certainty weaker(Certainty a, Certainty b) {
    return std::max(a, b);
}

/// The recovery times of the likely causes together.
struct Range {
    double low = 0;  ///< weeks
    double middle = 0;
    double high = 0;
    double weight = 0;
    Certainty certainty = Certainty::read;
    std::vector<SourceId> sources;
    std::vector<std::string> of;
    std::vector<std::string> unknown;
};

const RecoveryTime* recovery_of(const ConditionId& condition, const Knowledge& knowledge) {
    const auto& all = knowledge.rehab.recovery;
    const auto found = std::ranges::find(all, condition, &RecoveryTime::condition);
    return found == all.end() ? nullptr : &*found;
}

bool is_leading(const RankedCondition& one) {
    return one.named_by_clinician || one.probability.value() >= kLeading;
}

void join(const RankedCondition& cause, const RecoveryTime& time, Range& range) {
    const double weight = cause.named_by_clinician ? 1 : cause.probability.value();
    range.low = range.of.empty() ? time.weeks.low : std::min(range.low, time.weeks.low);
    range.high = std::max(range.high, time.weeks.high);
    range.middle += weight * time.weeks.value;
    range.weight += weight;
    range.certainty = weaker(range.certainty, time.weeks.certainty);
    range.of.push_back(cause.name);
    for (const auto& source : time.weeks.sources) {
        if (std::ranges::find(range.sources, source) == range.sources.end()) {
            range.sources.push_back(source);
        }
    }
}

Range range_of(const EpisodeFacts& facts, const PlanFacts& plan) {
    Range range;
    for (const auto& cause : facts.ranked) {
        if (!is_leading(cause)) {
            continue;
        }
        const auto* time = recovery_of(cause.condition, plan.knowledge);
        if (time == nullptr) {
            range.unknown.push_back(cause.name);
        } else {
            join(cause, *time, range);
        }
    }
    return range;
}

double days_of_step(const TrackStep& step, int sessions) {
    return static_cast<double>(sessions) * (1 + step.days_between);
}

/// The least time that the steps still to be done need.
double days_on_track(const Course& course) {
    if (course.track == nullptr || course.free_running) {
        return 0;
    }
    double days = 0;
    for (const auto& step : course.track->steps) {
        const bool current = course.step == &step;
        const bool done = course.step != nullptr && step.number < course.step->number;
        if (done || step.number > course.track->free_after) {
            continue;
        }
        days +=
            days_of_step(step, std::max(0, step.sessions - (current ? course.done_at_step : 0)));
    }
    return days;
}

/// The least time of this Phase that is left, and of the later ones.
double days_of_phases(const Course& course, Day today) {
    double days = 0;
    for (const auto& phase : course.protocol->phases) {
        const double least = phase.least_days ? phase.least_days->value : 0;
        if (course.phase != nullptr && phase.number == course.phase->number) {
            const auto spent = static_cast<double>((today - course.shown.entered_on).count());
            days += std::max(0.0, least - spent);
        } else if (course.phase != nullptr && phase.number > course.phase->number) {
            days += least;
        }
    }
    return days;
}

/// What stays, steps back and stops cost so far.
double days_lost(const Course& course, const PlanFacts& plan) {
    const double session = course.step == nullptr ? 1 : 1 + course.step->days_between;
    const double sessions = course.step == nullptr ? 1 : std::max(1, course.step->sessions);
    const auto& rule = course.restrictions.pain;
    double days = 0;
    std::optional<Instant> stopped;
    for (const auto& change : course.changes) {
        if (change.kind == PlanChangeKind::held) {
            days += session;
        } else if (change.kind == PlanChangeKind::stepped_back) {
            days += std::max(1.0, rule.steps_back.value) * sessions * session +
                    rule.rest_hours.value / kHoursADay;
        } else if (change.kind == PlanChangeKind::stopped && !stopped) {
            stopped = change.at;
        } else if (change.kind == PlanChangeKind::resumed && stopped) {
            days += hours_between(*stopped, change.at) / kHoursADay;
            stopped.reset();
        }
    }
    if (stopped && course.state == PlanState::stopped) {
        days += hours_between(*stopped, plan.now.at) / kHoursADay;
    }
    return days;
}

std::string in_words(const Forecast& forecast, const Range& range, double lost) {
    std::string text = "Unrestricted running between " + format_day(*forecast.earliest) + " and " +
                       format_day(*forecast.latest) +
                       ", by the recovery times of: " + list_text(range.of) +
                       ". It is a range, not a promise";
    text += lost > 0 ? "; about " + counted(static_cast<int>(std::ceil(lost)), "day") +
                           " were lost by staying at or going back to a step."
                     : ".";
    if (!range.unknown.empty()) {
        text += " It leaves out what nothing is known of: " + list_text(range.unknown) + ".";
    }
    return text;
}

void set_dates(const Course& course, const EpisodeFacts& facts, const PlanFacts& plan,
               const Range& range, Forecast& forecast) {
    const Day today = day_of(plan.now.at, plan.now.offset);
    const double lost = days_lost(course, plan);
    const Day start = facts.episode.started_on.value_or(course.begun_on);
    const double left = std::max(days_on_track(course), days_of_phases(course, today));
    const Day least = today + whole_days(left);
    const double middle = range.middle / range.weight;
    const Day earliest = std::max(start + whole_days(range.low * kDaysAWeek), least);
    // What is left takes longer at the slow end of the range, by as much as the range says.
    const double slower = middle > 0 ? range.high / middle : 1;
    const Day latest =
        std::max({start + whole_days(range.high * kDaysAWeek + lost),
                  today + whole_days(left * std::max(1.0, slower)), earliest + kLeastWidth});
    forecast.earliest = earliest;
    forecast.latest = latest;
    forecast.likely = std::clamp(start + whole_days(middle * kDaysAWeek + lost), earliest, latest);
    forecast.text = in_words(forecast, range, lost);
    if (course.state == PlanState::stopped) {
        forecast.text += " The plan is stopped now, so it grows by each day until it goes on.";
    }
}

}  // namespace

std::optional<Forecast> forecast_of(const Course& course, const EpisodeFacts& facts,
                                    const PlanFacts& plan) {
    const bool over = course.phase != nullptr && course.phase->number >= kLastPhase;
    if (course.protocol == nullptr || over || course.state == PlanState::maintaining) {
        return std::nullopt;
    }
    Forecast forecast;
    if (course.protocol->track.empty()) {
        forecast.text = "We cannot say how long this takes: this plan does not lead to running by "
                        "itself; a clinician decides that.";
        return forecast;
    }
    const Range range = range_of(facts, plan);
    if (range.of.empty()) {
        forecast.text = "We cannot say how long this takes: no recovery time is known of " +
                        (range.unknown.empty() ? std::string("anything this could be, because no "
                                                             "cause stands out")
                                               : list_text(range.unknown)) +
                        ".";
        return forecast;
    }
    forecast.certainty = weaker(range.certainty, course.protocol->certainty);
    forecast.sources = range.sources;
    set_dates(course, facts, plan, range, forecast);
    return forecast;
}

}  // namespace footsure::rehab
