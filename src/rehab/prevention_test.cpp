// SPDX-License-Identifier: Apache-2.0
#include "rehab/prevention.hpp"
#include "rehab/small_plan_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace footsure;
using namespace footsure::rehab;
using std::chrono::days;

namespace {

struct Healthy : Kit {
    Told told;
    std::vector<EpisodeFacts> person{told.facts()};

    Healthy() {
        told.episode.id = EpisodeId("person");
        knowledge.rehab.prevention = {
            {.id = "strength",
             .text = "Strength.",
             .kind = SessionKind::strength,
             .exercises = {asked("raise", 2)},
             .days_a_week = 2},
            {.id = "balance",
             .text = "Balance after a sprain.",
             .kind = SessionKind::balance,
             .exercises = {asked("stand", 3)},
             .days_a_week = 3,
             .only_when = Expression{.kind = ExpressionKind::finding, .finding = 0}},
            {.id = "warm",
             .text = "Warm up.",
             .kind = SessionKind::mobility,
             .days_a_week = 3,
             .time = Seconds(8 * kMinute)}};
        limits.easy_speed = MetresPerSecond(2.5);
    }

    [[nodiscard]] CarePlan plan() const {
        auto all = facts();
        all.episodes = person;
        return prevention_plan(all);
    }

    /// Every other day for four weeks.
    void run_often() {
        for (int ago = 2; ago < 28; ago += 2) {
            case_file.activities.push_back(
                {.started_at = kNoon.at - days(ago), .sport = "running"});
        }
        limits.longest_run = Metres(8000);
        limits.recent.days_since_last = 2;
    }
};

std::size_t count(const CarePlan& plan, SessionKind kind) {
    return places(plan.days, [&](const Session& one) { return one.kind == kind; }).size();
}

}  // namespace

TEST_CASE("weeks without a problem: strength and rest, no runs made up") {
    const Healthy healthy;
    const auto plan = healthy.plan();
    CHECK(plan.state == PlanState::preventing);
    REQUIRE(plan.days.size() == 14);
    CHECK(count(plan, SessionKind::strength) == 4);
    CHECK(count(plan, SessionKind::mobility) == 6);
    CHECK(runs_of(plan.days).empty());
    CHECK(has_limit(plan.limits, "runs_unknown"));
    CHECK_FALSE(plan.watch_until);
}

TEST_CASE("own runs stay within the longest-run rule, as often as before") {
    Healthy healthy;
    healthy.run_often();
    const auto plan = healthy.plan();
    CHECK_FALSE(has_limit(plan.limits, "runs_unknown"));
    const auto runs = runs_of(plan.days);
    CHECK(runs.size() == 6);
    for (const auto& run : runs) {
        CHECK(*run.max_distance <= Metres(8000));
        CHECK(run.episodes.empty());
        CHECK(std::ranges::any_of(run.because, [](const Reason& reason) {
            return reason.text.find("Longest-run rule") == 0;
        }));
    }
    healthy.limits.tissues = {{Tissue::tibia, Metres(3000)}};
    for (const auto& run : runs_of(healthy.plan().days)) {
        CHECK(*run.max_distance <= Metres(3000));
    }
}

TEST_CASE("an item with a condition stands only when it is known to hold") {
    Healthy healthy;
    CHECK(count(healthy.plan(), SessionKind::balance) == 0);
    healthy.told.findings.values[0].truth = Truth::yes;
    CHECK(count(healthy.plan(), SessionKind::balance) == 6);
}

TEST_CASE("after an episode it watches for twelve months") {
    Healthy healthy;
    Episode over{.id = EpisodeId("old")};
    over.ended_on = kToday - days(100);
    healthy.case_file.ended = {over};
    auto plan = healthy.plan();
    CHECK(plan.state == PlanState::maintaining);
    CHECK(format_day(*plan.watch_until) == "2026-11-22");
    healthy.case_file.ended[0].ended_on = kToday - days(366);
    CHECK(healthy.plan().state == PlanState::preventing);
    healthy.case_file.ended[0].ended_on = kToday + days(1);
    CHECK(healthy.plan().state == PlanState::preventing);
    healthy.case_file.ended[0].ended_on = *parse_day("2026-02-28");
    CHECK(healthy.plan().watch_until == *parse_day("2027-02-28"));
}

TEST_CASE("prevention: fourteen days, ids unique, rest in every seven, time kept") {
    CHECK(rc::check([] {
        Healthy healthy;
        if (*rc::gen::inRange(0, 2) == 1) {
            healthy.run_often();
        }
        if (*rc::gen::inRange(0, 2) == 1) {
            healthy.case_file.wishes.days_a_week = *rc::gen::inRange(0, 8);
        }
        healthy.case_file.wishes.time_a_day = Seconds(*rc::gen::inRange(0, 90) * kMinute);
        healthy.told.findings.values[0].truth = Truth::yes;
        const auto plan = healthy.plan();
        RC_ASSERT(plan.days.size() == 14U);
        std::set<std::string> ids;
        const Seconds time = std::max(*healthy.case_file.wishes.time_a_day, Seconds(10 * kMinute));
        for (const auto& day : plan.days) {
            RC_ASSERT_FALSE(day.sessions.empty());
            Seconds sum;
            for (const auto& session : day.sessions) {
                RC_ASSERT(ids.insert(session.id).second);
                sum += session.whole_time.value_or(Seconds(0));
            }
            RC_ASSERT(sum <= time + Seconds(1e-6));
        }
        for (std::size_t from = 0; from + 7 <= plan.days.size(); ++from) {
            RC_ASSERT(std::any_of(
                plan.days.begin() + static_cast<long>(from),
                plan.days.begin() + static_cast<long>(from) + 7,
                [](const PlannedDay& day) { return std::ranges::all_of(day.sessions, is_easy); }));
        }
    }));
}
