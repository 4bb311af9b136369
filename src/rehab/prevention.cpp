// SPDX-License-Identifier: Apache-2.0
#include "rehab/prevention.hpp"

#include "logic/logic.hpp"
#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"
#include "rehab/planned_days.hpp"
#include "rehab/run_sessions.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

/// Source: care-and-rehab section 9: recurrences come within 3 to 12 months.
constexpr std::chrono::months kWatch{12};
/// Source: our window for how often somebody runs (EE).
constexpr std::chrono::days kHabit{28};
constexpr int kHabitWeeks = 4;
/// Source: care-and-rehab section 9 (S-135, EE): up to three runs a week there is room for a day
/// without a run between any two.
constexpr int kRunsWithRest = 3;
/// Source: care-and-rehab section 11: the warm-up of 5 to 10 minutes.
constexpr Seconds kWarmUp{300};

std::optional<Day> watch_until(const PlanFacts& facts) {
    const Day today = day_of(facts.now.at, facts.now.offset);
    std::optional<Day> latest;
    for (const auto& episode : facts.case_file.ended) {
        if (!episode.ended_on || *episode.ended_on > today) {
            continue;
        }
        auto until = std::chrono::year_month_day(*episode.ended_on) + kWatch;
        if (!until.ok()) {
            until = until.year() / until.month() / std::chrono::last;
        }
        if (Day(until) > today) {
            latest = std::max(latest.value_or(Day(until)), Day(until));
        }
    }
    return latest;
}

/// Days with a run a week, over the last four.
int usual_runs_a_week(const PlanFacts& facts) {
    const Day today = day_of(facts.now.at, facts.now.offset);
    std::vector<Day> days;
    for (const auto& activity : facts.case_file.activities) {
        const Day on = day_of(activity.started_at, facts.now.offset);
        const bool counts = activity.sport == "running" && activity.started_at <= facts.now.at &&
                            on > today - kHabit;
        if (counts && std::ranges::find(days, on) == days.end()) {
            days.push_back(on);
        }
    }
    return static_cast<int>(std::lround(static_cast<double>(days.size()) / kHabitWeeks));
}

/// The Runner's own runs, bounded; none are made up where no runs are known.
std::optional<RunOrder> own_runs(const PlanFacts& facts) {
    const int a_week = usual_runs_a_week(facts);
    if (a_week == 0 || !facts.limits.longest_run) {
        return std::nullopt;
    }
    RunOrder order{.load_rules = true, .week = facts.limits.week};
    order.spacing = {.days_between = a_week <= kRunsWithRest ? 1 : 0,
                     .most_a_week = a_week,
                     .done = recent_run_days(facts)};
    const Day today = day_of(facts.now.at, facts.now.offset);
    if (facts.limits.recent.run_today > Metres(0)) {
        order.spacing.not_before = today + std::chrono::days(1 + order.spacing.days_between);
    }
    order.warm_up = kWarmUp;
    order.notes = {"Your usual run, easy or as you plan it, up to this.",
                   "At most one hard run in seven days, never two in a row."};
    return order;
}

bool is_wanted(const PreventionItem& item, const PlanFacts& facts) {
    if (!item.only_when) {
        return true;
    }
    return std::ranges::any_of(facts.episodes, [&](const EpisodeFacts& one) {
        return !one.findings.values.empty() &&
               logic::evaluate(*item.only_when, one.findings.values) == Truth::yes;
    });
}

/// What a day without a run weighs against a warm-up on it. Source: EE, our weight.
constexpr double kFarFromRun = 1000;

struct WeeklyItem {
    const PreventionItem* item = nullptr;
    ExerciseChoice choice;
    Weekdays days;
};

std::vector<WeeklyItem> weekly_items(const PlanFacts& facts, const ActiveDays& active) {
    std::vector<WeeklyItem> items;
    std::array<double, kDaysOfWeek> load{};
    auto without_runs = load;  // a warm-up belongs to a run
    without_runs.fill(kFarFromRun);
    for (const Day run : active.runs) {
        without_runs.at(place_of(run)) = 0;
    }
    const Findings* findings = facts.episodes.empty() ? nullptr : &facts.episodes[0].findings;
    for (const auto& item : facts.knowledge.rehab.prevention) {
        if (!is_wanted(item, facts)) {
            continue;
        }
        const auto count = static_cast<std::size_t>(std::max(0, item.days_a_week));
        const Weekdays days = choose_days(
            {.from = active.week, .count = std::min(count, active.week.count()), .load = load});
        for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
            load.at(i) += days.test(i) ? 1 : 0;
        }
        items.push_back(
            {.item = &item,
             .choice = choose_exercises(item.exercises, {.plan = facts, .findings = findings}),
             .days = days});
    }
    return items;
}

Draft draft_of(const WeeklyItem& weekly, Day day) {
    const auto& item = *weekly.item;
    Draft draft{
        .session = {.id = session_id(day, item.kind, {}) + "-" + item.id, .kind = item.kind},
        .exercises = weekly.choice.chosen};
    auto& session = draft.session;
    session.because.push_back(
        {.text = item.text, .rule = item.id, .certainty = item.certainty, .sources = item.sources});
    if (draft.exercises.empty()) {
        session.whole_time = item.time;
        session.max_duration = item.time;
        session.title = item.text;
    }
    return draft;
}

/// What goes with a run is written at the run.
std::vector<Draft> drafts_on(Day day, const std::vector<WeeklyItem>& items) {
    std::vector<Draft> drafts;
    for (const auto& weekly : items) {
        const auto kind = weekly.item->kind;
        const bool nothing = weekly.choice.chosen.empty() && weekly.item->time <= Seconds(0);
        if (weekly.days.test(place_of(day)) && !is_run(kind) && kind != SessionKind::rest &&
            !nothing) {
            drafts.push_back(draft_of(weekly, day));
        }
    }
    std::ranges::stable_sort(drafts, {}, [](const Draft& one) { return one.session.kind; });
    return drafts;
}

void add_run_items(const std::vector<WeeklyItem>& items, std::optional<RunOrder>& order) {
    for (const auto& weekly : items) {
        if (order && is_run(weekly.item->kind)) {
            order->notes.push_back(weekly.item->text);
        }
    }
}

void tell_about_runs(const PlanFacts& facts, CarePlan& plan) {
    std::string text = "No runs are known, so none are planned: run as you usually do";
    if (facts.limits.longest_run) {
        text += ", one run not over " + kilometres_text(*facts.limits.longest_run);
    } else {
        text += ", and no run more than a tenth longer than your longest of the last 30 days";
    }
    plan.limits.push_back({.code = "runs_unknown", .text = text + "."});
}

void add_watch(Day until, CarePlan& plan) {
    plan.state = PlanState::maintaining;
    plan.title = "Keep it away";
    plan.why_this = "A problem ended not long ago. Most come back within 3 to 12 months, so what "
                    "made it strong goes on until " +
                    format_day(until) + ", and the first sign counts.";
}

std::vector<RoadPart> prevention_road(const PlanFacts& facts) {
    std::vector<RoadPart> road;
    if (const auto& race = facts.case_file.wishes.goal_on) {
        const Day today = day_of(facts.now.at, facts.now.offset);
        road.push_back({.title = "Your race on " + format_day(*race),
                        .text = *race < today ? "The date of this race is over; tell the next one."
                                              : "Nothing in this plan stands against it. The "
                                                "longest-run rule holds until then too."});
    }
    return road;
}

}  // namespace

CarePlan prevention_plan(const PlanFacts& facts) {
    CarePlan plan{.state = PlanState::preventing,
                  .title = "Stay well",
                  .why_this = "No problem is open: this keeps it so."};
    plan.watch_until = watch_until(facts);
    if (plan.watch_until) {
        add_watch(*plan.watch_until, plan);
    }
    PlanParts parts{.runs = own_runs(facts)};
    std::optional<RunSpacing> spacing;
    if (parts.runs) {
        spacing = parts.runs->spacing;
    } else {
        tell_about_runs(facts, plan);
    }
    parts.days = active_days(spacing, facts);
    parts.time = day_time(facts.case_file.wishes);
    parts.runs_fit_time = parts.time.told;
    const auto items = weekly_items(facts, parts.days);
    add_run_items(items, parts.runs);
    parts.training = [&](Day day) { return drafts_on(day, items); };
    for (const auto& weekly : items) {
        for (const auto& reason : weekly.choice.left_out) {
            add_once(plan.limits, {.code = "left_out_" + reason.rule, .text = reason.text});
        }
    }
    plan.days = planned_days(parts, facts, plan.limits);
    plan.road = prevention_road(facts);
    return plan;
}

}  // namespace footsure::rehab
