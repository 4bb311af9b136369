// SPDX-License-Identifier: Apache-2.0
#include "rehab/run_order.hpp"

#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"

#include <algorithm>
#include <array>

namespace footsure::rehab {

namespace {

/// Source: care-and-rehab section 9, after step 8 (S-135, EE): when four weeks went clean one run
/// more, because one thing changes at a time.
constexpr int kRunsWhenClean = 4;
constexpr std::chrono::days kCleanFor{28};
/// Source: care-and-rehab section 9: a rest day between runs.
constexpr int kDaysBetween = 1;
/// Source: care-and-rehab section 9: after step 8 a week is at most 1.10 times the one before. The
/// better of two counts, so that a week without runs does not bind (EE).
constexpr double kGrowth = 1.10;
constexpr int kWeeksBack = 2;
/// Source: the calendar.
constexpr std::chrono::days kWeek{7};

Seconds running_of(const TrackStep& step) {
    return step.run * step.repeats;
}

bool may_run(const Course& course) {
    return course.protocol != nullptr && course.state != PlanState::stopped &&
           course.track != nullptr && (course.step != nullptr || course.free_running) &&
           !forbids(course.restrictions, Strain::running) &&
           !forbids(course.restrictions, Strain::everything);
}

bool is_last(const Course& course) {
    return course.step == &course.track->steps.back();
}

/// The step bounds until the last one; from there only the rules do.
bool is_bounded_by_step(const Course& course) {
    return course.step != nullptr && running_of(*course.step) > Seconds(0) &&
           !(course.free_running && is_last(course));
}

bool is_clean(const Course& course, Day today, UtcOffset offset) {
    return std::ranges::none_of(course.changes, [&](const PlanChange& change) {
        return change.kind != PlanChangeKind::missed && change.kind != PlanChangeKind::rearranged &&
               day_of(change.at, offset) > today - kCleanFor;
    });
}

/// What the track brought them to, where no runs are known to go by.
Seconds most_of_track(const TrackDefinition& track) {
    Seconds most;
    for (const auto& step : track.steps) {
        most = step.number <= track.free_after ? std::max(most, running_of(step)) : most;
    }
    return most;
}

/// The better of the last weeks.
Metres best_week(const PlanFacts& facts) {
    std::array<Metres, kWeeksBack> weeks{};
    for (const auto& activity : facts.case_file.activities) {
        const auto ago = facts.now.at - activity.started_at;
        if (activity.sport != "running" || ago < ago.zero() || ago >= kWeek * kWeeksBack) {
            continue;
        }
        weeks.at(static_cast<std::size_t>(ago / kWeek)) += activity.distance;
    }
    return *std::ranges::max_element(weeks);
}

/// What load allows and, once a week is known, a tenth more than it; what the track brought is
/// always allowed.
std::optional<Metres> week_limit(std::span<const Course> courses, const PlanFacts& facts) {
    std::optional<Metres> limit = facts.limits.week;
    const auto& speed = facts.limits.easy_speed;
    const Metres best = best_week(facts);
    if (best <= Metres(0) || !speed) {
        return limit;
    }
    std::optional<Metres> brought;
    for (const auto& course : courses) {
        const Metres its = *speed * (most_of_track(*course.track) * kMostRunsAWeek);
        brought = std::min(brought.value_or(its), its);
    }
    const Metres grown = std::max(best * kGrowth, brought.value_or(Metres(0)));
    return std::min(limit.value_or(grown), grown);
}

const Course* lesser(const Course* a, const Course* b) {
    if (is_bounded_by_step(*a) != is_bounded_by_step(*b)) {
        return is_bounded_by_step(*a) ? a : b;
    }
    if (!is_bounded_by_step(*a)) {
        return a;
    }
    const auto rank = [](const Course* course) {
        return std::pair(course->step->number, running_of(*course->step));
    };
    return rank(b) < rank(a) ? b : a;
}

void join_spacing(const Course& course, const PlanFacts& facts, RunSpacing& spacing) {
    const int between =
        std::max(kDaysBetween, course.step == nullptr ? kDaysBetween : course.step->days_between);
    spacing.days_between = std::max(spacing.days_between, between);
    if (course.run_from) {
        spacing.not_before =
            std::max(spacing.not_before.value_or(*course.run_from), *course.run_from);
    }
    const Day today = day_of(facts.now.at, facts.now.offset);
    const bool more = course.free_running && is_clean(course, today, facts.now.offset);
    spacing.most_a_week = std::min(spacing.most_a_week, more ? kRunsWhenClean : kMostRunsAWeek);
}

void join_ceilings(const Course& course, const PlanFacts& facts, RunOrder& order) {
    const auto at_most = [&](Seconds seconds) {
        order.most_running = std::min(order.most_running.value_or(seconds), seconds);
    };
    if (is_bounded_by_step(course)) {
        at_most(running_of(*course.step));
    } else if (!facts.limits.longest_run || !facts.limits.easy_speed) {
        at_most(most_of_track(*course.track));
    }
    if (course.restrictions.most_running) {
        at_most(*course.restrictions.most_running);
        order.because.push_back({.text = "A clinician set the most running of one session: " +
                                         minutes_text(*course.restrictions.most_running) + "."});
    }
    order.warm_up = std::max(order.warm_up, course.track->warm_up);
    order.cool_down = std::max(order.cool_down, course.track->cool_down);
    order.load_rules = order.load_rules || is_past_track(course);
    if (course.track->support) {
        add_once(order.notes, "With brace or tape.");
    }
}

void take_step(const Course& course, std::size_t episodes, RunOrder& order) {
    const auto& track = *course.track;
    if (!is_bounded_by_step(course)) {
        order.because.push_back({.text = "The steps of the track are done: the longest-run rule "
                                         "and the week's limit hold now.",
                                 .rule = track.id,
                                 .certainty = track.certainty,
                                 .sources = track.sources});
        return;
    }
    const auto& step = *course.step;
    order.step = step.id;
    order.intervals = Intervals{step.repeats, step.run, step.walk};
    std::string text = "Step " + step.id + ": " + step.text + ".";
    if (episodes > 1) {
        text += " It is the lesser step of your problems, so it holds for all of them.";
    }
    order.because.push_back(
        {.text = text, .rule = step.id, .certainty = track.certainty, .sources = track.sources});
    if (!step.hills) {
        order.notes.emplace_back("On level ground, so easy that you can talk.");
    }
}

}  // namespace

bool is_past_track(const Course& course) {
    return course.free_running || (course.track != nullptr && course.step != nullptr &&
                                   course.step->number > course.track->free_after);
}

std::vector<Day> recent_run_days(const PlanFacts& facts) {
    const Day today = day_of(facts.now.at, facts.now.offset);
    std::vector<Day> days;
    for (const auto& activity : facts.case_file.activities) {
        const Day on = day_of(activity.started_at, facts.now.offset);
        const bool counts = activity.sport == "running" && activity.started_at <= facts.now.at &&
                            on > today - kWeek;
        if (counts && std::ranges::find(days, on) == days.end()) {
            days.push_back(on);
        }
    }
    const auto& recent = facts.limits.recent;
    if (recent.run_today > Metres(0) && std::ranges::find(days, today) == days.end()) {
        days.push_back(today);
    }
    std::ranges::sort(days);
    return days;
}

std::optional<RunOrder> run_order(std::span<const Course> courses, const PlanFacts& facts) {
    if (courses.empty() || !std::ranges::all_of(courses, may_run)) {
        return std::nullopt;
    }
    RunOrder order;
    order.spacing = {.days_between = kDaysBetween, .most_a_week = kRunsWhenClean};
    const Course* least = &courses.front();
    order.hard_days = true;
    for (const auto& course : courses) {
        order.episodes.push_back(course.episode);
        join_spacing(course, facts, order.spacing);
        join_ceilings(course, facts, order);
        order.hard_days = order.hard_days && is_past_track(course) && course.step != nullptr &&
                          course.step->speed;
        least = lesser(least, &course);
    }
    take_step(*least, courses.size(), order);
    order.week = week_limit(courses, facts);
    order.spacing.done = recent_run_days(facts);
    std::optional<Day> last;
    if (!order.spacing.done.empty()) {
        last = order.spacing.done.back();
    }
    if (facts.limits.recent.days_since_last) {
        const Day today = day_of(facts.now.at, facts.now.offset);
        const Day known = today - std::chrono::days(*facts.limits.recent.days_since_last);
        last = std::max(last.value_or(known), known);
    }
    if (last) {
        const Day next = *last + std::chrono::days(1 + order.spacing.days_between);
        order.spacing.not_before = std::max(order.spacing.not_before.value_or(next), next);
    }
    return order;
}

std::vector<Limit> why_no_run(std::span<const Course> courses) {
    std::vector<Limit> limits;
    for (const auto& course : courses) {
        if (may_run(course)) {
            continue;
        }
        std::string because = "its plan is not at running yet";
        if (course.protocol == nullptr) {
            because = "there is no plan for it that leads to running";
        } else if (course.state == PlanState::stopped) {
            because = "its plan is stopped";
        } else if (forbids(course.restrictions, Strain::running) ||
                   forbids(course.restrictions, Strain::everything)) {
            because = "running is among what may not be done now";
        }
        limits.push_back(
            {.code = "no_run_" + course.episode.text(),
             .text = "No run is planned: " + because + " (" + course.episode.text() + ")."});
    }
    return limits;
}

}  // namespace footsure::rehab
