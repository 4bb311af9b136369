// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace footsure;
using doctest::Approx;

namespace {

ExerciseDefinition exercise(const char* id, LoadTier tier, Impact impact = Impact::none) {
    return {.id = ExerciseId(id), .name = id, .tier = tier, .impact = impact, .one_leg = true};
}

/// Circles, a heel raise and hops, all on one leg; and hops on two.
std::vector<ExerciseDefinition> catalogue() {
    std::vector<ExerciseDefinition> all = {exercise("EX-01", LoadTier::none),
                                           exercise("EX-23", LoadTier::tier_3),
                                           exercise("EX-47", LoadTier::tier_3, Impact::hop),
                                           exercise("EX-49", LoadTier::tier_4, Impact::hop)};
    all[2].one_leg = false;
    return all;
}

ActivitySummary activity(const char* sport) {
    ActivitySummary summary;
    summary.sport = sport;
    return summary;
}

ActivitySummary dosed(ActivitySummary summary) {
    load::dose_without_running(summary, catalogue());
    return summary;
}

ActivitySummary session(std::vector<ExerciseDone> done) {
    ActivitySummary summary = activity("training");
    summary.exercises = std::move(done);
    return dosed(summary);
}

ActivitySummary lasting(const char* sport, double hours) {
    ActivitySummary summary = activity(sport);
    summary.timer = Seconds(hours * 3600);
    return dosed(summary);
}

const TissueDose& dose_of(const ActivitySummary& summary, Tissue tissue) {
    const TissueDose& dose = summary.doses[index_of(tissue)];
    CHECK(dose.tissue == tissue);
    return dose;
}

bool all_unknown(const ActivitySummary& summary) {
    return summary.quality == DoseQuality::none &&
           std::ranges::all_of(summary.doses, [](const TissueDose& dose) {
               return std::isnan(dose.dose.value()) && std::isnan(dose.low.value()) &&
                      std::isnan(dose.high.value());
           });
}

ExerciseDone done(const char* id, int sets, int repetitions, Side side = Side::both) {
    return {ExerciseId(id), sets, repetitions, side};
}

}  // namespace

TEST_CASE("heel raises on one leg: 45 of (3.87 / 4.32)^7, over 466, on that leg only") {
    const ActivitySummary left = session({done("EX-23", 3, 15, Side::left)});
    CHECK(left.quality == DoseQuality::distance_and_time);
    for (const Tissue tissue :
         {Tissue::achilles, Tissue::achilles_insertion, Tissue::plantar_fascia}) {
        const TissueDose& dose = dose_of(left, tissue);
        CHECK(dose.of(Side::left).value() == Approx(0.04471).epsilon(0.001));
        CHECK(dose.of(Side::right).value() == 0);
        CHECK(dose.dose.value() == Approx(0.04471 / 2).epsilon(0.001));
        // The tier's edges, 3 and 5 BW.
        CHECK(dose.low.value() * 2 == Approx(45 * 0.07789 / 466).epsilon(0.001));
        CHECK(dose.high.value() * 2 == Approx(45 * 2.782 / 466).epsilon(0.001));
    }
    CHECK(dose_of(left, Tissue::tibia).of(Side::left).value() > 0);
    CHECK(std::isnan(dose_of(left, Tissue::tibialis_posterior).dose.value()));
    CHECK(std::isnan(dose_of(left, Tissue::lateral_ligaments).dose.value()));
    const ActivitySummary right = session({done("EX-23", 3, 15, Side::right)});
    const ActivitySummary both = session({done("EX-23", 3, 15)});
    CHECK(dose_of(right, Tissue::achilles).of(Side::right).value() ==
          dose_of(left, Tissue::achilles).of(Side::left).value());
    CHECK(dose_of(both, Tissue::achilles).dose.value() ==
          Approx(dose_of(left, Tissue::achilles).of(Side::left).value()));
    CHECK(dose_of(both, Tissue::achilles).left_share.value() == 0.5);
}

TEST_CASE("hops on one leg: joint force 3 + 1.1 × 6.04 against 7.164 BW") {
    const ActivitySummary hops = session({done("EX-49", 2, 10)});
    CHECK(dose_of(hops, Tissue::ankle_joint).dose.value() ==
          Approx(20 * std::pow((3 + 1.1 * 6.04) / 7.164, 5) / 466).epsilon(0.001));
    // 3 + 1.2310 × 6.04 = 10.435 against 7.73 BW.
    CHECK(dose_of(hops, Tissue::tibia).dose.value() ==
          Approx(20 * std::pow(10.435 / 7.73, 6.6) / 466).epsilon(0.002));
    // Half the impact of a forefoot landing, half the joint.
    const double heel = (0.5 * 3 / 2.412 + (3 + 1.1 * 6.04) / 7.164) / 2;
    CHECK(dose_of(hops, Tissue::calcaneus).dose.value() ==
          Approx(20 * std::pow(heel, 6.6) / 466).epsilon(0.001));
    const ActivitySummary on_two = session({done("EX-47", 2, 10)});
    const ActivitySummary raises = session({done("EX-23", 2, 10)});
    for (const Tissue tissue : {Tissue::tibia, Tissue::calcaneus, Tissue::ankle_joint}) {
        CHECK(dose_of(on_two, tissue).dose < dose_of(hops, tissue).dose);
        CHECK(dose_of(raises, tissue).dose < dose_of(on_two, tissue).dose);
        CHECK(dose_of(hops, tissue).low < dose_of(hops, tissue).dose);
        CHECK(dose_of(hops, tissue).dose < dose_of(hops, tissue).high);
    }
    // No force counts beyond 1.6 of the easy Step: 7.3 BW is 1.69 of it.
    CHECK(dose_of(hops, Tissue::achilles).high.value() ==
          Approx(20 * std::pow(1.6, 7) / 466).epsilon(0.001));
}

TEST_CASE("exercises add up in any order; one leg's and the other's stay apart") {
    const ExerciseDone left = done("EX-49", 1, 10, Side::left);
    const ExerciseDone right = done("EX-49", 1, 30, Side::right);
    const ActivitySummary a = session({left, right});
    const ActivitySummary b = session({right, left});
    const TissueDose& dose = dose_of(a, Tissue::achilles);
    CHECK(dose.left_share.value() == Approx(0.25));
    CHECK(dose.dose.value() == Approx(dose_of(b, Tissue::achilles).dose.value()));
    CHECK(dose_of(b, Tissue::achilles).left_share.value() == Approx(0.25));
}

TEST_CASE("what loads nothing is zero with a band of zero; what nobody knows is unknown") {
    const ActivitySummary circles = session({done("EX-01", 0, 0)});
    CHECK(circles.quality == DoseQuality::distance_and_time);
    CHECK(dose_of(circles, Tissue::achilles).dose.value() == 0);
    CHECK(dose_of(circles, Tissue::achilles).high.value() == 0);
    CHECK(dose_of(circles, Tissue::tibia).high.value() == 0);
    CHECK(dose_of(circles, Tissue::achilles).left_share.value() == 0.5);
    CHECK(all_unknown(session({done("EX-23", 0, 15)})));
    CHECK(all_unknown(session({done("EX-23", 3, 0)})));
    CHECK(all_unknown(session({done("EX-99", 3, 15), done("EX-23", 3, 15)})));
    for (const char* sport : {"cycling", "swimming", "rowing", "elliptical"}) {
        CAPTURE(sport);
        const ActivitySummary ride = lasting(sport, 2);
        CHECK(ride.quality == DoseQuality::distance_and_time);
        for (const TissueDose& dose : ride.doses) {
            CHECK(dose.dose.value() == 0);
            CHECK(dose.low.value() == 0);
            CHECK(dose.high.value() == 0);
        }
    }
    for (const char* sport :
         {"training", "fitness_equipment", "cross_country_skiing", "", "curling"}) {
        CAPTURE(sport);
        CHECK(all_unknown(lasting(sport, 2)));
    }
    CHECK(all_unknown(dosed(activity("soccer"))));
    CHECK(all_unknown(dosed(activity("walking"))));
}

TEST_CASE("a walk loads as walking within a run does") {
    ActivitySummary walk = activity("walking");
    walk.distance = Metres(7000);
    walk.timer = Seconds(5000);
    walk = dosed(walk);
    CHECK(dose_of(walk, Tissue::achilles).dose.value() == Approx(0.780).epsilon(0.002));
    load::DoseSum within({});
    within.add({.speed = MetresPerSecond(1.4), .duration = Seconds(5000)});
    const double in_run = within.doses(load::Grain::records)[0].dose.value();
    CHECK(dose_of(walk, Tissue::achilles).dose.value() == Approx(in_run).epsilon(0.01));
    CHECK(dose_of(walk, Tissue::achilles).low.value() ==
          Approx(0.780 * std::pow(0.8, 7)).epsilon(0.002));
    CHECK(dose_of(walk, Tissue::tibia).dose.value() > 0);
    CHECK(dose_of(walk, Tissue::tibia).dose < dose_of(walk, Tissue::achilles).dose);
    CHECK(std::isnan(dose_of(walk, Tissue::lateral_ligaments).dose.value()));
    // Time alone counts at 1.4 m/s.
    const ActivitySummary timed = lasting("hiking", 5000.0 / 3600);
    CHECK(dose_of(timed, Tissue::achilles).dose.value() == Approx(0.780).epsilon(0.002));
}

TEST_CASE("an hour and a half of soccer counts as 12 easy km, 6 to 24") {
    const ActivitySummary game = lasting("soccer", 1.5);
    CHECK(game.quality == DoseQuality::distance_and_time);
    const TissueDose& dose = dose_of(game, Tissue::tibia);
    CHECK(dose.dose.value() == Approx(12));
    CHECK(dose.low.value() == Approx(6));
    CHECK(dose.high.value() == Approx(24));
    const TissueDose& twists = dose_of(game, Tissue::lateral_ligaments);
    CHECK(twists.dose.value() == Approx(96));
    CHECK(twists.low.value() == Approx(24));
    CHECK(twists.high.value() == Approx(288));
}

TEST_CASE("a run is left as it is, and exercises told go before the sport's own rule") {
    ActivitySummary run = activity("running");
    run.doses[0].dose = EasyKm(3);
    CHECK(dosed(run).doses[0].dose.value() == 3);
    ActivitySummary circuit = activity("soccer");
    circuit.timer = Seconds(3600);
    circuit.exercises = {done("EX-23", 3, 15)};
    CHECK(dose_of(dosed(circuit), Tissue::achilles).dose.value() < 1);
}
