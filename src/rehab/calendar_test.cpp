// SPDX-License-Identifier: Apache-2.0
#include "rehab/small_plan_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;

namespace {

bool has_exercise(const Session& session, const char* id) {
    return std::ranges::any_of(session.exercises, [&](const PrescribedExercise& one) {
        return one.exercise == ExerciseId(id);
    });
}

std::size_t training_days(const std::vector<PlannedDay>& all, std::size_t from, std::size_t until) {
    std::size_t count = 0;
    for (std::size_t i = from; i < until; ++i) {
        count += std::ranges::all_of(all.at(i).sessions, is_easy) ? 0U : 1U;
    }
    return count;
}

}  // namespace

TEST_CASE("training without impact falls on days without a run") {
    Kit kit;
    kit.add(0, 1);
    kit.case_file.wishes.time_a_day = Seconds(200 * kMinute);
    const auto crosses = places(kit.calendar().days, [](const Session& one) {
        return one.kind == SessionKind::cross_train;
    });
    CHECK(crosses.size() == 4);
}

TEST_CASE("two problems: the lesser step, the longer pause, one run with both names") {
    Kit kit;
    kit.add(0, 4);
    kit.add(1, 2);
    const auto plan = kit.calendar();
    const auto runs = runs_of(plan.days);
    REQUIRE_FALSE(runs.empty());
    CHECK(runs[0].step == "A-2");
    CHECK(runs[0].max_duration == Seconds(12 * kMinute));
    CHECK(runs[0].episodes.size() == 2);
    CHECK(mentions(runs[0], "lesser step"));
    CHECK(run_places(plan.days) == std::vector{0, 3, 6, 9, 12});
    const auto first = runs_of(days_of(EpisodeId("e1"), plan));
    const auto second = runs_of(days_of(EpisodeId("e2"), plan));
    REQUIRE(first.size() == second.size());
    CHECK(first[0].id == second[0].id);
    for (const auto& day : days_of(EpisodeId("e1"), plan)) {
        REQUIRE_FALSE(day.sessions.empty());
        for (const auto& session : day.sessions) {
            CHECK((session.episodes.empty() ||
                   std::ranges::find(session.episodes, EpisodeId("e1")) != session.episodes.end()));
        }
    }
}

TEST_CASE("one problem that does not allow running stops the runs of all, with a reason") {
    Kit kit;
    kit.add(0, 4);
    auto& other = kit.add(1, 2);
    CHECK_FALSE(runs_of(kit.calendar().days).empty());
    other.state = PlanState::stopped;
    CHECK(runs_of(kit.calendar().days).empty());
    CHECK(has_limit(kit.calendar().limits, "no_run_e2"));
    other.state = PlanState::active;
    other.restrictions.forbids = {Strain::running};
    CHECK(runs_of(kit.calendar().days).empty());
    other.restrictions.forbids = {};
    other.step = nullptr;
    CHECK(runs_of(kit.calendar().days).empty());
    kit.courses.pop_back();
    kit.courses.push_back({.episode = EpisodeId("e3")});  // must be seen first: no plan
    CHECK(runs_of(kit.calendar().days).empty());
    CHECK(has_limit(kit.calendar().limits, "no_run_e3"));
}

TEST_CASE("a stopped plan has rest and mobility only") {
    Kit kit;
    kit.add(0, 3).state = PlanState::stopped;
    for (const auto& day : kit.calendar().days) {
        CHECK(std::ranges::all_of(day.sessions, is_easy));
    }
}

TEST_CASE("a forbidden exercise or one without its equipment gives way to an easier one, or goes") {
    Kit kit;
    auto& course = kit.add(0, 1);
    auto plan = kit.calendar();
    const auto heavy = [](const Session& one) { return has_exercise(one, "heavy"); };
    const auto raise = [](const Session& one) { return has_exercise(one, "raise"); };
    const auto hop = [](const Session& one) { return has_exercise(one, "hop"); };
    CHECK(places(plan.days, heavy).empty());
    CHECK(places(plan.days, raise).size() >= 4);
    CHECK(has_limit(plan.limits, "equipment_unknown"));
    kit.case_file.wishes.equipment = std::vector{Equipment::weight};
    plan = kit.calendar();
    CHECK(places(plan.days, heavy).size() >= 4);
    CHECK(places(plan.days, raise).empty());
    CHECK_FALSE(has_limit(plan.limits, "equipment_unknown"));
    CHECK_FALSE(places(plan.days, hop).empty());
    course.restrictions.forbids = {Strain::impact};
    plan = kit.calendar();
    CHECK(places(plan.days, hop).empty());
    CHECK(has_limit(plan.limits, "left_out_hop"));
}

TEST_CASE("another leg's restriction does not stop what this leg does alone") {
    Kit kit;
    kit.add(0, 0);
    kit.add(1, 0).side = Side::right;
    kit.courses[1].restrictions.forbids = {Strain::tendon_load};
    kit.knowledge.exercises[3].strains = {Strain::tendon_load};
    const auto raises = [&](const char* episode) {
        const auto own = days_of(EpisodeId(episode), kit.calendar());
        return places(own, [](const Session& one) { return has_exercise(one, "raise"); }).size();
    };
    CHECK(raises("e1") > 0);
    CHECK(raises("e2") == 0);
    kit.knowledge.exercises[3].one_leg = false;
    CHECK(raises("e1") == 0);
}

TEST_CASE("hops are 48 hours apart") {
    Kit kit;
    kit.add(0, 1);
    kit.case_file.wishes.time_a_day = Seconds(120 * kMinute);
    const auto hops =
        places(kit.calendar().days, [](const Session& one) { return has_exercise(one, "hop"); });
    REQUIRE(hops.size() >= 4);
    for (std::size_t i = 1; i < hops.size(); ++i) {
        CHECK(hops[i] - hops[i - 1] >= 2);
    }
}

TEST_CASE("heavy strength on the day of a run comes after it") {
    Kit kit;
    kit.add(1, 1);
    kit.case_file.wishes.time_a_day = Seconds(180 * kMinute);
    kit.case_file.wishes.days_a_week = 3;
    kit.case_file.wishes.equipment = std::vector{Equipment::weight};
    int both = 0;
    for (const auto& day : kit.calendar().days) {
        const bool runs = std::ranges::any_of(day.sessions, is_run, &Session::kind);
        for (const auto& session : day.sessions) {
            if (runs && has_exercise(session, "heavy")) {
                ++both;
                REQUIRE_FALSE(session.notes.empty());
                CHECK(session.notes[0].find("After the run") == 0);
            }
        }
    }
    CHECK(both > 0);
}

TEST_CASE("wishes: days a week, time a day, and what is assumed without them") {
    Kit kit;
    kit.add(0, 1);
    auto plan = kit.calendar();
    CHECK(has_limit(plan.limits, "days_assumed"));
    CHECK(has_limit(plan.limits, "time_assumed"));
    CHECK(training_days(plan.days, 0, 7) <= 5);
    kit.case_file.wishes.days_a_week = 3;
    plan = kit.calendar();
    CHECK_FALSE(has_limit(plan.limits, "days_assumed"));
    CHECK(training_days(plan.days, 0, 7) <= 3);
    CHECK(training_days(plan.days, 7, 14) <= 3);
    kit.case_file.wishes.days_a_week = 7;
    plan = kit.calendar();
    CHECK(has_limit(plan.limits, "rest_day"));
    CHECK(training_days(plan.days, 0, 7) == 6);
    kit.case_file.wishes.days = {std::chrono::Tuesday, std::chrono::Friday};
    plan = kit.calendar();
    for (const auto& day : plan.days) {
        const std::chrono::weekday on(day.on);
        if (on != std::chrono::Tuesday && on != std::chrono::Friday) {
            CHECK(std::ranges::all_of(day.sessions, is_easy));
        }
    }
    CHECK(runs_of(plan.days).size() == 4);
}

TEST_CASE("too little time: training without impact goes first, the run stays, and it is said") {
    Kit kit;
    kit.add(0, 1);
    kit.case_file.wishes.time_a_day = Seconds(42 * kMinute);
    const auto plan = kit.calendar();
    CHECK(runs_of(plan.days).front().intervals->repeats == 6);
    CHECK(mentions(plan.days[0].sessions[0], "Left out to stay within"));
    kit.case_file.wishes.time_a_day = Seconds(25 * kMinute);
    const auto run = runs_of(kit.calendar().days).front();
    CHECK(run.intervals->repeats == 3);
    CHECK(*run.whole_time <= Seconds(25 * kMinute));
    CHECK(mentions(run, "what fits"));
}

TEST_CASE("no equipment and no time gives the smallest plan of use and says so") {
    Kit kit;
    kit.add(0, 0);
    kit.case_file.wishes.time_a_day = Seconds(0);
    kit.case_file.wishes.days_a_week = 0;
    kit.case_file.wishes.equipment = std::vector<Equipment>{};
    const auto plan = kit.calendar();
    CHECK(has_limit(plan.limits, "smallest_plan"));
    CHECK(training_days(plan.days, 0, 7) == 1);
    CHECK(has_limit(plan.limits, "no_cross_training"));
}

TEST_CASE("twice a day is said and counted") {
    Kit kit;
    kit.knowledge.rehab.protocols[0].phases[0].exercises = {asked("raise", 7, 3, 2)};
    kit.add(0, 0);
    const auto strength = [](const Session& one) { return one.kind == SessionKind::strength; };
    const auto plan = kit.calendar();
    const auto first = places(plan.days, strength);
    REQUIRE_FALSE(first.empty());
    const auto& sessions = plan.days[static_cast<std::size_t>(first[0])].sessions;
    const auto found = std::ranges::find_if(sessions, strength);
    CHECK(found->title == "Strength, twice a day");
    CHECK(found->whole_time == Seconds(2 * (3 * 15 * 4 + 2 * 45)));
    CHECK(found->exercises[0].side == Side::left);
}

TEST_CASE("an exercise with a condition stands only when it is yes") {
    Kit kit;
    kit.knowledge.rehab.protocols[0].phases[0].exercises[0].only_when =
        Expression{.kind = ExpressionKind::finding, .finding = 0};
    kit.add(0, 0);
    const auto raise = [](const Session& one) { return has_exercise(one, "raise"); };
    CHECK(places(kit.calendar().days, raise).empty());
    const Episode episode{.id = EpisodeId("e1")};
    Findings findings{.values = std::vector<Finding>(1)};
    const TriageDecision decision;
    const Differential ranked;
    const std::vector<EpisodeFacts> episodes{{episode, findings, decision, ranked, {}}};
    auto facts = kit.facts();
    facts.episodes = episodes;
    CHECK(places(calendar_of(kit.courses, facts).days, raise).empty());
    findings.values[0].truth = Truth::yes;
    CHECK_FALSE(places(calendar_of(kit.courses, facts).days, raise).empty());
}
