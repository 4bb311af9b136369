// SPDX-License-Identifier: Apache-2.0
#include "rehab/planned_days.hpp"

#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"
#include "rehab/run_sessions.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: care-and-rehab section 9 (S-134): at most one hard day in seven.
constexpr std::chrono::days kBetweenHard{7};
/// Source: the calendar.
constexpr Seconds kDay{86400};

std::vector<Day> hard_days(const PlanParts& parts, const PlanFacts& facts) {
    std::vector<Day> hard;
    if (!parts.runs || !parts.runs->hard_days) {
        return hard;
    }
    std::optional<Day> last;
    if (facts.limits.recent.hard_at) {
        last = day_of(*facts.limits.recent.hard_at, facts.now.offset);
    }
    for (const Day run : parts.days.runs) {
        if (!last || run >= *last + kBetweenHard) {
            hard.push_back(run);
            last = run;
        }
    }
    return hard;
}

bool holds(const std::vector<Day>& days, Day day) {
    return std::ranges::find(days, day) != days.end();
}

class DayMaker {
public:
    DayMaker(const PlanParts& parts, const PlanFacts& facts, std::vector<Limit>& limits)
        : parts_(parts), facts_(facts), limits_(limits),
          today_(day_of(facts.now.at, facts.now.offset)), hard_(hard_days(parts, facts)),
          runs_a_week_(most_in_a_week(parts.days.runs)) {}

    [[nodiscard]] PlannedDay day(Day on) {
        std::vector<Draft> drafts;
        std::vector<Reason> because;
        const bool runs = holds(parts_.days.runs, on);
        if (runs && parts_.runs) {
            add_run(*parts_.runs, on, drafts, because);
        }
        for (auto& draft : parts_.training(on)) {
            if (runs) {
                note_heavy(draft);
            }
            drafts.push_back(std::move(draft));
        }
        if (parts_.cross && !runs && parts_.cross_days.test(place_of(on))) {
            drafts.push_back(cross_training(*parts_.cross, on));
        }
        if (const auto gone = fit_into(time_for_rest_of(drafts), drafts)) {
            because.push_back(*gone);
            add_once(limits_, {.code = "time",
                               .text = "Not all of it fits into the time you have; what is left "
                                       "out stands at the day."});
        }
        if (drafts.empty() || !parts_.days.week.test(place_of(on))) {
            drafts.insert(drafts.begin(), {.session = rest_session(on, "")});
        }
        auto& first = drafts.front().session;
        first.because.insert(first.because.end(), because.begin(), because.end());
        note_run_of_today(on, first);
        return {.on = on, .sessions = finished(std::move(drafts))};
    }

private:
    void add_run(const RunOrder& order, Day on, std::vector<Draft>& drafts,
                 std::vector<Reason>& because) {
        const auto run = run_session(order, facts_.limits,
                                     {.on = on,
                                      .is_today = on == today_,
                                      .hard = holds(hard_, on),
                                      .runs_a_week = runs_a_week_,
                                      .time = parts_.runs_fit_time ? parts_.time.time : kDay});
        if (run) {
            drafts.push_back({.session = *run});
            return;
        }
        const std::string why = "A run of less than a few minutes would be left by the load, a "
                                "clinician's limit or the time you have";
        because.push_back({.text = why + "; so there is none that day."});
        add_once(limits_, {.code = "run_left_out", .text = why + "; some runs are left out."});
    }

    /// Runs of somebody without a problem are their own affair: the rest has the whole time.
    [[nodiscard]] Seconds time_for_rest_of(const std::vector<Draft>& drafts) const {
        Seconds time = parts_.time.time;
        if (!parts_.runs_fit_time && !drafts.empty()) {
            const auto& first = drafts.front().session;
            time += is_run(first.kind) ? first.whole_time.value_or(Seconds(0)) : Seconds(0);
        }
        return time;
    }

    /// On the day of a run.
    static void note_heavy(Draft& draft) {
        if (std::ranges::any_of(draft.exercises, &ChosenExercise::heavy)) {
            draft.session.notes.emplace_back(
                "After the run, not before it; or 24 hours apart from it.");
        }
    }

    [[nodiscard]] static Draft cross_training(const CrossTraining& cross, Day on) {
        Draft draft{.session = {.id = session_id(on, SessionKind::cross_train, cross.episodes),
                                .kind = SessionKind::cross_train,
                                .title = "Easy training without impact: bike, rowing, swimming or "
                                         "running in water",
                                .episodes = cross.episodes,
                                .max_duration = cross.time,
                                .whole_time = cross.time},
                    .exercises = cross.exercises};
        draft.session.notes.emplace_back("Only as long as it does not hurt.");
        return draft;
    }

    void note_run_of_today(Day on, Session& first) const {
        if (on == today_ && facts_.limits.recent.run_today > Metres(0)) {
            first.notes.push_back("You ran " + kilometres_text(facts_.limits.recent.run_today) +
                                  " today: that was the run of today, there is no second one.");
        }
    }

    const PlanParts& parts_;
    const PlanFacts& facts_;
    std::vector<Limit>& limits_;
    Day today_;
    std::vector<Day> hard_;
    int runs_a_week_;
};

void add_limits(const DayTime& time, std::vector<Limit>& limits) {
    if (!time.told) {
        add_once(limits,
                 {.code = "time_assumed",
                  .text = "You did not say how much time you have: " + minutes_text(time.time) +
                          " a day are assumed (our estimate). Tell it as a wish and the "
                          "plan is made for yours."});
    }
    if (time.smallest) {
        add_once(limits, {.code = "smallest_plan",
                          .text = "You said you have less than " + minutes_text(time.time) +
                                  " a day. That much is planned: the least that is of use."});
    }
}

}  // namespace

Session rest_session(Day on, const std::string& serves) {
    Session rest{.id = session_id(on, SessionKind::rest, {}), .title = "Rest"};
    if (!serves.empty()) {
        rest.id += "-" + serves;
        rest.title = "Nothing for this problem today";
    }
    return rest;
}

std::vector<PlannedDay> planned_days(const PlanParts& parts, const PlanFacts& facts,
                                     std::vector<Limit>& limits) {
    for (const auto& limit : parts.days.limits) {
        add_once(limits, limit);
    }
    add_limits(parts.time, limits);
    DayMaker maker(parts, facts, limits);
    std::vector<PlannedDay> days;
    const Day today = day_of(facts.now.at, facts.now.offset);
    for (Day day = today; day < today + kPlanned; day += std::chrono::days(1)) {
        days.push_back(maker.day(day));
    }
    return days;
}

}  // namespace footsure::rehab
