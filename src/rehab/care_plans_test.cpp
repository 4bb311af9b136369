// SPDX-License-Identifier: Apache-2.0
#include "rehab/small_plan_test.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace footsure;
using namespace footsure::rehab;

namespace {

/// A sprain told on day 0, with the plans that follow from it.
struct Weeks : small::Story {
    std::vector<std::unique_ptr<Told>> others;
    bool open = true;

    [[nodiscard]] CarePlans plans() {
        file.at = {small::at(today, 20), small::kEast};
        file.episodes.clear();
        if (open) {
            file.episodes.push_back(episode);
        }
        std::vector<EpisodeFacts> all{{episode, findings, decision, ranked, levels}};
        for (const auto& other : others) {
            file.episodes.push_back(other->episode);
            all.push_back(other->facts());
        }
        return care_plans({file, knowledge, file.at, all, limits});
    }

    [[nodiscard]] CarePlan plan() {
        const auto made = plans();
        REQUIRE(made.by_episode.size() == 1 + others.size());
        REQUIRE(made.by_episode[0]);
        return *made.by_episode[0];
    }

    Told& other() {
        others.push_back(std::make_unique<Told>());
        others.back()->episode.id = EpisodeId("e2");
        others.back()->rank("sprain", 0.8);
        return *others.back();
    }

    /// All gates up to running are met on day 0.
    void ready() {
        for (int day = 0; day <= 4; ++day) {
            all_measured(day);
        }
        today = 5;
    }
};

}  // namespace

TEST_CASE("a plan has its days, its rule, its road, what is due and a forecast") {
    Weeks weeks;
    weeks.knowledge.rehab.protocols[0].measures = {MeasureKind::adherence};
    const auto plan = weeks.plan();
    CHECK(plan.state == PlanState::active);
    CHECK(plan.protocol == "sprain_2");
    CHECK(plan.days.size() == 14);
    CHECK(plan.phase.number == 1);
    CHECK_FALSE(plan.place);
    CHECK_FALSE(plan.pain_rule.empty());
    CHECK(plan.road.size() >= 7);
    CHECK(plan.due.size() == 1);
    REQUIRE(plan.forecast);
    CHECK_FALSE(plan.forecast->earliest);
    CHECK(runs_of(plan.days).empty());
    CHECK(has_limit(plan.limits, "no_run_e1"));
    CHECK_FALSE(weeks.plans().prevention);
}

TEST_CASE("when all gates are met it runs at the first step, after what was run") {
    Weeks weeks;
    weeks.ready();
    auto plan = weeks.plan();
    REQUIRE(plan.place);
    CHECK(plan.place->step == "R-1");
    REQUIRE_FALSE(runs_of(plan.days).empty());
    CHECK(runs_of(plan.days)[0].step == "R-1");
    const auto first = run_places(plan.days).front();
    weeks.session(5 + first, 5);
    weeks.today = 5 + first;
    weeks.limits.recent = {.days_since_last = 0, .run_today = Metres(900)};
    plan = weeks.plan();
    CHECK(run_places(plan.days).front() >= 2);
}

TEST_CASE("pain above the rule changes the plan, with an entry that says why") {
    Weeks weeks;
    weeks.ready();
    weeks.session(5, 5, 0, 0);
    weeks.session(7, 5, 7, 5);
    weeks.today = 8;
    const auto plan = weeks.plan();
    CHECK(std::ranges::any_of(plan.changes, [](const PlanChange& change) {
        return (change.kind == PlanChangeKind::stepped_back ||
                change.kind == PlanChangeKind::stopped) &&
               !change.because.empty();
    }));
    CHECK((runs_of(plan.days).empty() || run_places(plan.days).front() >= 1));
}

TEST_CASE("who must be seen soon has no plan, and nobody has one beside an emergency") {
    Weeks weeks;
    weeks.decision.urgency.join(UrgencyLevel::within_days);
    CHECK_FALSE(weeks.plans().by_episode[0]);
    CHECK_FALSE(weeks.plans().prevention);
    Weeks two;
    two.ready();
    auto& other = two.other();
    CHECK(two.plan().days.size() == 14);
    other.decision.urgency.join(UrgencyLevel::within_days);
    CHECK(two.plans().by_episode[0]);
    CHECK_FALSE(two.plans().by_episode[1]);
    CHECK(runs_of(two.plan().days).empty());
    CHECK(has_limit(two.plan().limits, "no_run_e2"));
    other.decision.urgency.join(UrgencyLevel::same_day);
    CHECK_FALSE(two.plans().by_episode[0]);
    CHECK_FALSE(two.plans().by_episode[1]);
}

TEST_CASE("without an open episode there is prevention, unless the person must be seen") {
    Weeks weeks;
    weeks.open = false;
    auto made = weeks.plans();
    REQUIRE(made.by_episode.size() == 1);
    CHECK_FALSE(made.by_episode[0]);
    REQUIRE(made.prevention);
    CHECK(made.prevention->days.size() == 14);
    weeks.decision.urgency.join(UrgencyLevel::within_days);
    CHECK_FALSE(weeks.plans().prevention);
}
