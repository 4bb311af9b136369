// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_rehab_test.hpp"

#include <algorithm>
#include <array>
#include <set>

using namespace footsure;
using namespace footsure::knowledge;

TEST_CASE("strains as the catalogue's columns have them") {
    for (const auto* id : {"EX-04", "EX-05", "EX-06", "EX-22", "EX-24", "EX-25", "EX-26"}) {
        CAPTURE(id);
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::deep_dorsiflexion));
    }
    for (const auto* id : {"EX-21", "EX-25", "EX-26"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::eccentric));
    }
    for (const auto* id : {"EX-27", "EX-28", "EX-29"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::external_load));
    }
    for (const auto* id : {"EX-10", "EX-15"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::resisted_eversion));
    }
    for (const auto& one : real_knowledge().exercises) {
        CAPTURE(one.id.text());
        CHECK_FALSE(has(one.strains, Strain::everything));
        CHECK(one.how.size() > 20);
        CHECK(one.dose.sets > 0);
        const bool calf =
            one.id.text() >= "EX-18" && one.id.text() <= "EX-33" && one.id.text() != "EX-30";
        CHECK((!calf || has(one.strains, Strain::tendon_load)));
        const bool high = one.tier >= LoadTier::tier_3;
        CHECK((!high || has(one.strains, Strain::tendon_load)));
        // Whoever may not bear weight may not do it standing.
        const bool springy = has(one.strains, Strain::impact) ||
                             has(one.strains, Strain::running) ||
                             has(one.strains, Strain::barefoot_balance);
        CHECK((!springy || has(one.strains, Strain::weight_bearing)));
    }
}

TEST_CASE("an easier exercise is never harder, and going back leads where going on came from") {
    for (const auto& one : real_knowledge().exercises) {
        CAPTURE(one.id.text());
        if (one.regression) {
            CHECK(exercise(*one.regression).tier <= one.tier);
        }
        if (one.progression) {
            CHECK(exercise(*one.progression).id != one.id);
            CHECK(exercise(*one.progression).tier >= one.tier);
        }
    }
}

TEST_CASE("the tracks are those of the table, step by step") {
    constexpr std::array kRunMinutes{6.0, 12.0, 18.0, 24.0, 27.0, 20.0, 25.0, 30.0};
    constexpr std::array kWholeMinutes{30.0, 30.0, 30.0, 30.0, 30.0, 20.0, 25.0, 30.0};
    REQUIRE(rehab().tracks.size() == 5);
    for (const auto& track : rehab().tracks) {
        CAPTURE(track.id);
        const bool bone = track.id == "B";
        const bool sore = track.id == "S";  // ours: the last four steps, once each
        REQUIRE(track.steps.size() == (bone ? 11 : sore ? 4 : 10));
        CHECK(track.free_after == 8);
        CHECK(track.support == (track.id == "Q"));
        CHECK(track.warm_up == Seconds(300));
        CHECK(track.weeks_before_speed.has_value() == bone);
        for (const auto& step : track.steps) {
            CAPTURE(step.number);
            const double run = step.repeats * step.run.value() / 60;
            const double whole = run + step.repeats * step.walk.value() / 60;
            if (step.number == 0) {
                CHECK(run == 3);
                CHECK(whole == 30);
                CHECK(step.id == "B-0.5");
            } else if (step.number <= 8) {
                const auto at = static_cast<std::size_t>(step.number - 1);
                CHECK(run == kRunMinutes.at(at));
                CHECK(whole == kWholeMinutes.at(at));
            } else {
                CHECK(run == 40);
            }
            CHECK(step.sessions == (bone ? 3 : sore ? 1 : 2));
            CHECK(step.hills == (step.number >= 9));
            CHECK(step.speed == (step.number >= 10));
            const int tendon = step.number >= 9 ? 3 : step.number >= 4 ? 2 : 1;
            CHECK(step.days_between == (track.id == "A" ? tendon : 1));
        }
    }
}

TEST_CASE("the pain rules are those of the table") {
    struct Row {
        const char* id;
        double progress, during, after, back, rest;
    };

    constexpr std::array kRows{Row{"tendon", 2, 5, 5, 1, 48}, Row{"joint", 2, 4, 4, 1, 24},
                               Row{"bone", 0, 1, 0, 2, 72}};
    REQUIRE(rehab().pain_rules.size() == kRows.size());
    for (const auto& row : kRows) {
        CAPTURE(row.id);
        const auto rule = std::ranges::find(rehab().pain_rules, row.id, &PainRule::id);
        REQUIRE(rule != rehab().pain_rules.end());
        CHECK(rule->progress_during.value == row.progress);
        CHECK(rule->progress_after.value == row.progress);
        CHECK(rule->hold_during.value == row.during);
        CHECK(rule->hold_after.value == row.after);
        CHECK(rule->steps_back.value == row.back);
        CHECK(rule->rest_hours.value == row.rest);
        CHECK(rule->holds.value == 3);
        CHECK(rule->worse_weeks.value == 2);
        CHECK(rule->stiffness_rise.value == 10);
    }
}

TEST_CASE("recovery times for every condition whose course has numbers, and for no other") {
    const std::set<int> without{37, 43, 44, 45, 46, 48, 49, 52, 53};
    for (const auto& condition : real_knowledge().conditions) {
        CAPTURE(condition.id.text());
        const auto found =
            std::ranges::find(rehab().recovery, condition.id, &RecoveryTime::condition);
        CHECK((found == rehab().recovery.end()) == without.contains(condition.number));
    }
    const auto weeks = [](const char* id) {
        return std::ranges::find(rehab().recovery, ConditionId(id), &RecoveryTime::condition)
            ->weeks;
    };
    CHECK(weeks("lateral_sprain_grade_2").low == 3);
    CHECK(weeks("lateral_sprain_grade_2").high == 4);
    CHECK(weeks("achilles_tendinopathy_midportion").value == 8);
    CHECK(weeks("bone_stress_navicular").value * 7 == doctest::Approx(127).epsilon(0.002));
    CHECK(weeks("bone_stress_navicular").certainty == Certainty::read);
    CHECK(weeks("calf_strain").certainty == Certainty::expert_estimate);
}

TEST_CASE("heel raise norms begin at 20 and fall with age") {
    const auto& norms = rehab().heel_raise_norms;
    REQUIRE(norms.size() == 7);
    CHECK(norms.front().age_from == 20);
    CHECK(norms.front().male == 37);
    CHECK(norms.back().female == 14);
    for (std::size_t i = 1; i < norms.size(); ++i) {
        CHECK(norms[i].age_from == norms[i - 1].age_from + 10);
        CHECK(norms[i].male < norms[i - 1].male);
        CHECK(norms[i].female < norms[i - 1].female);
    }
}

TEST_CASE("prevention has the items of the review, balance first for ankles that were sprained") {
    std::set<std::string> ids;
    for (const auto& item : rehab().prevention) {
        ids.insert(item.id);
    }
    CHECK(ids == std::set<std::string>{"balance_after_sprain", "calf_capacity", "foot_core",
                                       "single_leg_balance", "strength", "warm_up"});
    CHECK(rehab().prevention.front().only_when);
}
