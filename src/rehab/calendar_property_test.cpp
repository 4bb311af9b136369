// SPDX-License-Identifier: Apache-2.0
#include "rehab/small_plan_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace footsure;
using namespace footsure::rehab;
using std::chrono::days;

namespace {

int any(int from, int until) {
    return *rc::gen::inRange(from, until);
}

bool toss() {
    return any(0, 2) == 1;
}

void any_wishes(Wishes& wishes) {
    if (toss()) {
        wishes.days_a_week = any(0, 8);
    }
    if (toss()) {
        wishes.time_a_day = Seconds(any(0, 100) * kMinute);
    }
    if (any(0, 3) == 0) {
        for (unsigned day = 0; day < 7; ++day) {
            if (toss()) {
                wishes.days.emplace_back(day);
            }
        }
    }
    if (toss()) {
        wishes.equipment = std::vector{toss() ? Equipment::weight : Equipment::bike};
    }
}

void any_limits(RunLimits& limits) {
    if (toss()) {
        limits.easy_speed = MetresPerSecond(any(18, 45) / 10.0);
    }
    if (toss()) {
        limits.tissues = {{Tissue::achilles, Metres(any(0, 9000))}, {Tissue::tibia, Metres(9000)}};
    }
    if (toss()) {
        limits.longest_run = Metres(any(1000, 20000));
    }
    if (toss()) {
        limits.week = Metres(any(1000, 60000));
    }
    if (toss()) {
        limits.recent.days_since_last = any(0, 5);
        limits.recent.run_today =
            *limits.recent.days_since_last == 0 ? Metres(any(500, 9000)) : Metres(0);
    }
    if (any(0, 3) == 0) {
        limits.recent.hard_at = kNoon.at - days(any(0, 3));
    }
}

void any_course(Kit& kit) {
    auto& course = kit.add(static_cast<std::size_t>(any(0, 2)), any(0, 7));
    course.side = toss() ? Side::left : Side::right;
    course.free_running = course.step != nullptr && course.step->number > 4 && toss();
    if (any(0, 5) == 0) {
        course.state = PlanState::stopped;
    }
    if (any(0, 4) == 0) {
        course.run_from = kToday + days(any(0, 20));
    }
    if (any(0, 4) == 0) {
        course.restrictions.forbids = {toss() ? Strain::impact : Strain::running};
    }
    if (any(0, 4) == 0) {
        course.restrictions.most_running = Seconds(any(1, 40) * kMinute);
    }
    if (any(0, 8) == 0) {
        course.protocol = nullptr;
    }
}

void any_kit(Kit& kit) {
    any_wishes(kit.case_file.wishes);
    any_limits(kit.limits);
    const int episodes = any(1, 4);
    for (int i = 0; i < episodes; ++i) {
        any_course(kit);
    }
    for (int ago = 0; ago < 8; ++ago) {
        if (any(0, 4) == 0) {
            kit.case_file.activities.push_back(
                {.started_at = kNoon.at - days(ago), .sport = "running"});
        }
    }
}

template <class Check>
bool holds_for_any_kit(const Check& check) {
    return rc::check([&] {
        Kit kit;
        any_kit(kit);
        check(kit, kit.calendar());
    });
}

bool ran_on(const Kit& kit, Day day) {
    const auto& all = kit.case_file.activities;
    const bool today = day == kToday && kit.limits.recent.run_today > Metres(0);
    return today || std::ranges::any_of(all, [&](const ActivitySummary& one) {
               return day_of(one.started_at, kit.now.offset) == day;
           });
}

Seconds step_running(const Course& course) {
    return course.step->run * course.step->repeats;
}

}  // namespace

TEST_CASE("fourteen days from today, each with a session, ids unique, made the same again") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        RC_ASSERT(plan.days.size() == 14U);
        std::set<std::string> ids;
        for (std::size_t i = 0; i < plan.days.size(); ++i) {
            RC_ASSERT(plan.days[i].on == kToday + days(i));
            RC_ASSERT_FALSE(plan.days[i].sessions.empty());
            for (const auto& session : plan.days[i].sessions) {
                RC_ASSERT(ids.insert(session.id).second);
                RC_ASSERT_FALSE(session.title.empty());
            }
        }
        RC_ASSERT(told(kit.calendar().days) == told(plan.days));
    }));
}

TEST_CASE("every seven days hold a day of rest, with mobility at most") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        for (std::size_t from = 0; from + 7 <= plan.days.size(); ++from) {
            int rests = 0;
            for (std::size_t i = from; i < from + 7; ++i) {
                const bool easy = std::ranges::all_of(plan.days[i].sessions, is_easy);
                const bool ran = i == 0 && kit.limits.recent.run_today > Metres(0);
                rests += easy && !ran ? 1 : 0;
            }
            RC_ASSERT(rests >= 1);
        }
    }));
}

TEST_CASE("runs keep the pause of every problem, after those that were run too") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        int between = 1;
        for (const auto& course : kit.courses) {
            between = std::max(between, course.step == nullptr ? 1 : course.step->days_between);
        }
        for (const int run : run_places(plan.days)) {
            const Day on = kToday + days(run);
            for (int before = 1; before <= between; ++before) {
                RC_ASSERT_FALSE(ran_on(kit, on - days(before)));
                const auto others = run_places(plan.days);
                RC_ASSERT(std::ranges::find(others, run - before) == others.end());
            }
            RC_ASSERT_FALSE(ran_on(kit, on));
            for (const auto& course : kit.courses) {
                RC_ASSERT((!course.run_from || on >= *course.run_from));
            }
        }
    }));
}

TEST_CASE("no run goes beyond a step, a tissue, a rule or a clinician") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        for (const auto& run : runs_of(plan.days)) {
            RC_ASSERT(run.max_duration.has_value());
            const bool today = run.id.starts_with(format_day(kToday));
            for (const auto& tissue : kit.limits.tissues) {
                const Metres ran = today ? Metres(0) : kit.limits.recent.run_today;
                RC_ASSERT(run.max_distance.has_value());
                RC_ASSERT(*run.max_distance <= tissue.today + ran);
            }
            if (kit.limits.easy_speed) {
                RC_ASSERT(*run.max_distance <= *kit.limits.easy_speed * *run.max_duration);
            }
            for (const auto& course : kit.courses) {
                const bool past = course.free_running || course.step->number > 4;
                RC_ASSERT((past || *run.max_duration <= step_running(course)));
                RC_ASSERT((!past || !kit.limits.longest_run ||
                           *run.max_distance <= *kit.limits.longest_run));
                RC_ASSERT((!course.restrictions.most_running ||
                           *run.max_duration <= *course.restrictions.most_running));
            }
            if (run.intervals) {
                RC_ASSERT(run.intervals->run * run.intervals->repeats <= *run.max_duration);
            }
        }
    }));
}

TEST_CASE("past the track no seven days hold more than the week's limit") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const bool past = std::ranges::any_of(kit.courses, [](const Course& course) {
            return course.free_running || (course.step != nullptr && course.step->number > 4);
        });
        if (!past || !kit.limits.week) {
            return;
        }
        for (std::size_t from = 0; from + 7 <= plan.days.size(); ++from) {
            Metres sum;
            for (std::size_t i = from; i < from + 7; ++i) {
                for (const auto& session : plan.days[i].sessions) {
                    sum += is_run(session.kind) ? *session.max_distance : Metres(0);
                }
            }
            RC_ASSERT(sum <= *kit.limits.week + Metres(1e-6));
        }
    }));
}

TEST_CASE("a run is there only where every problem allows it, and serves them all") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const bool all = std::ranges::all_of(kit.courses, [](const Course& course) {
            return course.protocol != nullptr && course.state == PlanState::active &&
                   course.step != nullptr && !forbids(course.restrictions, Strain::running);
        });
        const auto runs = runs_of(plan.days);
        RC_ASSERT((all || runs.empty()));
        for (const auto& run : runs) {
            RC_ASSERT(run.episodes.size() == kit.courses.size());
        }
        RC_ASSERT(std::ranges::all_of(plan.days, [](const PlannedDay& day) {
            return std::ranges::count_if(day.sessions, is_run, &Session::kind) <= 1;
        }));
    }));
}

TEST_CASE("the day's time holds all of its sessions") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const Seconds told_time = kit.case_file.wishes.time_a_day.value_or(Seconds(45 * kMinute));
        const Seconds time = std::max(told_time, Seconds(10 * kMinute));
        for (const auto& day : plan.days) {
            Seconds sum;
            for (const auto& session : day.sessions) {
                sum += session.whole_time.value_or(Seconds(0));
                RC_ASSERT((session.kind == SessionKind::rest || session.whole_time.has_value()));
            }
            RC_ASSERT(sum <= time + Seconds(1e-6));
        }
    }));
}

TEST_CASE("days with more than rest and mobility are as few as wished, in any seven") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const int wished = kit.case_file.wishes.days_a_week.value_or(7);
        for (std::size_t from = 0; from + 7 <= plan.days.size(); ++from) {
            int active = 0;
            for (std::size_t i = from; i < from + 7; ++i) {
                active += std::ranges::all_of(plan.days[i].sessions, is_easy) ? 0 : 1;
            }
            RC_ASSERT(active <= std::max(1, wished));
        }
    }));
}

TEST_CASE("what a problem forbids is nowhere, and a stopped one has mobility at most") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const bool no_impact = std::ranges::any_of(kit.courses, [](const Course& course) {
            return forbids(course.restrictions, Strain::impact);
        });
        for (const auto& day : plan.days) {
            for (const auto& session : day.sessions) {
                for (const auto& one : session.exercises) {
                    RC_ASSERT((!no_impact || one.exercise != ExerciseId("hop")));
                }
                for (const auto& course : kit.courses) {
                    const bool serves = std::ranges::find(session.episodes, course.episode) !=
                                        session.episodes.end();
                    RC_ASSERT((!serves || course.state == PlanState::active || is_easy(session)));
                }
            }
        }
    }));
}

TEST_CASE("hard runs are a week apart, hops two days") {
    CHECK(holds_for_any_kit([](const Kit& kit, const Calendar& plan) {
        const auto hard = places(plan.days, [](const Session& session) {
            return session.title.find("faster") != std::string::npos;
        });
        for (std::size_t i = 1; i < hard.size(); ++i) {
            RC_ASSERT(hard[i] - hard[i - 1] >= 7);
        }
        if (!hard.empty() && kit.limits.recent.hard_at) {
            const Day last = day_of(*kit.limits.recent.hard_at, kit.now.offset);
            RC_ASSERT(kToday + days(hard[0]) >= last + days(7));
        }
        const auto hops = places(plan.days, [](const Session& session) {
            return std::ranges::any_of(session.exercises, [](const PrescribedExercise& one) {
                return one.exercise == ExerciseId("hop");
            });
        });
        for (std::size_t i = 1; i < hops.size(); ++i) {
            RC_ASSERT(hops[i] - hops[i - 1] >= 2);
        }
    }));
}

TEST_CASE("what lies after now changes nothing, and the order of facts does not matter") {
    CHECK(holds_for_any_kit([](Kit& kit, const Calendar& plan) {
        kit.case_file.activities.push_back(
            {.started_at = kNoon.at + std::chrono::hours(any(1, 400)), .sport = "running"});
        std::ranges::reverse(kit.case_file.activities);
        std::ranges::reverse(kit.limits.tissues);
        RC_ASSERT(told(kit.calendar().days) == told(plan.days));
    }));
}

TEST_CASE("left and right swapped swap the plan") {
    CHECK(holds_for_any_kit([](Kit& kit, const Calendar& plan) {
        const auto sides = [](const Calendar& calendar) {
            std::vector<Side> all;
            for (const auto& day : calendar.days) {
                for (const auto& session : day.sessions) {
                    for (const auto& one : session.exercises) {
                        all.push_back(one.side);
                    }
                }
            }
            return all;
        };
        auto before = sides(plan);
        const auto other = [](Side side) {
            return side == Side::left ? Side::right : side == Side::right ? Side::left : side;
        };
        for (auto& side : before) {
            side = other(side);
        }
        for (auto& course : kit.courses) {
            course.side = other(course.side);
        }
        const auto swapped = kit.calendar();
        RC_ASSERT(sides(swapped) == before);
        RC_ASSERT(told(swapped.days) == told(plan.days));
    }));
}
