// SPDX-License-Identifier: Apache-2.0
// The virtual body does what its description says, in every kind of tissue.

#include "body.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace footsure::simulation;

namespace {

Traits traits_of(Trouble trouble, std::uint32_t seed = 11) {
    Dice dice(seed);
    return draw_traits(trouble, dice);
}

struct Weeks {
    double capacity = 0;
    double damage = 0;
    double worst_pain = 0;
    int hurt_anew = 0;
};

/// A run every second day that makes fatigue settle at this share of what the body bears at first.
Weeks live(Body body, double share, int days) {
    Weeks weeks;
    const double cleared = 1 - std::exp(-2 / body.traits().clear_days);
    const double run = share * body.bearable() * cleared;
    for (int day = 0; day < days; ++day) {
        static_cast<void>(body.wake());
        const double minutes = day % 2 == 0 ? run : 0;
        const DayOutcome outcome = body.live({.run_minutes = minutes});
        weeks.worst_pain = std::max(weeks.worst_pain, outcome.pain_during);
        weeks.hurt_anew += outcome.hurt_anew ? 1 : 0;
    }
    weeks.capacity = body.capacity();
    weeks.damage = body.damage();
    return weeks;
}

}  // namespace

TEST_CASE("under load that it bears a body heals and gains; without load it heals and fades") {
    for (const Trouble trouble : kTroubles) {
        CAPTURE(std::string(name_of(trouble)));
        Traits traits = traits_of(trouble);
        traits.missteps_an_hour = 0;
        traits.start_damage = 0.1;
        traits.start_capacity = 0.9 * traits.healthy_capacity;
        const Weeks loaded = live(Body(traits, 1), 0.75, 60);
        const Weeks rested = live(Body(traits, 1), 0, 60);
        CHECK(loaded.damage < traits.start_damage);
        CHECK(rested.damage < traits.start_damage);
        CHECK(loaded.capacity > traits.start_capacity);
        CHECK(rested.capacity < traits.start_capacity);
        CHECK(loaded.hurt_anew == 0);
    }
}

TEST_CASE("load beyond capacity hurts more and leaves damage") {
    for (const Trouble trouble : kTroubles) {
        CAPTURE(std::string(name_of(trouble)));
        Traits traits = traits_of(trouble);
        traits.missteps_an_hour = 0;
        const Weeks little = live(Body(traits, 1), 0.1, 20);
        const Weeks much = live(Body(traits, 1), 2.5, 20);
        CHECK(much.worst_pain > little.worst_pain + 1);
        CHECK(much.damage > little.damage + 0.1);
        CHECK(much.hurt_anew > 0);
    }
}

TEST_CASE("soft tissue heals best under some load, bone without") {
    Traits tendon = traits_of(Trouble::achilles_midportion);
    Traits bone = traits_of(Trouble::bone_stress);
    for (Traits* traits : {&tendon, &bone}) {
        traits->missteps_an_hour = 0;
        traits->start_damage = 0.3;
        traits->start_capacity = traits->healthy_capacity;
    }
    CHECK(live(Body(tendon, 1), 0.6, 30).damage < live(Body(tendon, 1), 0, 30).damage);
    CHECK(live(Body(bone, 1), 0.6, 30).damage > live(Body(bone, 1), 0, 30).damage);
}

TEST_CASE("less damage measures better") {
    Traits hurt = traits_of(Trouble::achilles_midportion);
    hurt.sensitivity = 1;
    hurt.start_damage = 0.6;
    Traits nearly_whole = hurt;
    nearly_whole.start_damage = 0.05;
    Body first(hurt, 5);
    Body second(nearly_whole, 5);
    const Measures before = first.measure();
    const Measures after = second.measure();
    CHECK(after.heel_raises > before.heel_raises);
    CHECK(after.knee_to_wall > before.knee_to_wall);
    CHECK(after.pogos > before.pogos);
    CHECK(after.walk_minutes >= before.walk_minutes);
    CHECK(after.function > before.function + 0.3);
    CHECK(after.press_painless);
    CHECK_FALSE(before.press_painless);
}

TEST_CASE("a fragile body breaks where a robust one holds") {
    int fragile = 0;
    int robust = 0;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        Traits traits = traits_of(Trouble::calf_strain, seed);
        traits.missteps_an_hour = 0;
        traits.fragility = 0.3;
        fragile += live(Body(traits, seed), 1.4, 30).hurt_anew > 0 ? 1 : 0;
        traits.fragility = 0.05;
        robust += live(Body(traits, seed), 1.4, 30).hurt_anew > 0 ? 1 : 0;
    }
    CHECK(fragile > robust + 10);
}

TEST_CASE("what is drawn lies in its range and differs between people") {
    for (const Trouble trouble : kTroubles) {
        const TroubleRange& range = range_of(trouble);
        double least = 1;
        double most = 0;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const Traits traits = traits_of(trouble, seed);
            CHECK(traits.start_damage >= range.damage.low);
            CHECK(traits.start_damage <= range.damage.high);
            CHECK(traits.breaks_at > traits.start_damage);
            CHECK(traits.start_capacity <= traits.healthy_capacity);
            least = std::min(least, traits.start_damage);
            most = std::max(most, traits.start_damage);
        }
        CHECK(most - least > 0.8 * (range.damage.high - range.damage.low));
    }
}

TEST_CASE("the dice fall the same everywhere") {
    Dice dice(2026);
    CHECK(dice.uniform() == doctest::Approx(0.219345630).epsilon(1e-8));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 20000; ++i) {
        const double value = dice.normal();
        sum += value;
        squares += value * value;
    }
    CHECK(std::abs(sum / 20000) < 0.03);
    CHECK(squares / 20000 == doctest::Approx(1).epsilon(0.03));
}
