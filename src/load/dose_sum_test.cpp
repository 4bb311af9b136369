// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace footsure;
using load::DoseSum;
using load::Grain;
using load::Segment;

namespace {

/// One kilometre at a speed.
Segment kilometre(double speed) {
    Segment segment;
    segment.speed = MetresPerSecond(speed);
    segment.duration = Seconds(1000 / speed);
    return segment;
}

load::TissueDoses doses_of(const Segment& segment, const load::RunnerTraits& runner = {}) {
    DoseSum sum(runner);
    sum.add(segment);
    return sum.doses(Grain::records);
}

double achilles(const Segment& segment) {
    return doses_of(segment)[0].dose.value();
}

double tibia(const Segment& segment) {
    return doses_of(segment)[1].dose.value();
}

/// Half a unit of the second decimal, which the evidence prints, and the rounding of 466.
constexpr double kPrinted = 0.0055;

}  // namespace

TEST_CASE("dose: a kilometre at each speed, as the evidence's table") {
    struct Row {
        double speed;
        double achilles;
        double tibia;
    };

    constexpr std::array kRows{Row{2.0, 0.57, 0.66}, Row{2.5, 0.77, 0.82}, Row{3.0, 1.00, 1.00},
                               Row{3.5, 1.27, 1.19}, Row{4.0, 1.57, 1.39}, Row{4.5, 1.93, 1.60},
                               Row{5.0, 2.33, 1.83}};
    for (const Row& row : kRows) {
        CAPTURE(row.speed);
        CHECK(std::abs(achilles(kilometre(row.speed)) - row.achilles) < kPrinted);
        CHECK(std::abs(tibia(kilometre(row.speed)) - row.tibia) < kPrinted);
    }
}

TEST_CASE("dose: slope rows at 3 m/s") {
    struct Row {
        double slope;
        double achilles;
        double tibia;
    };

    for (const Row& row :
         {Row{-6, 0.22, 0.76}, Row{-3, 0.47, 0.87}, Row{3, 1.73, 1.15}, Row{6, 2.98, 1.32}}) {
        CAPTURE(row.slope);
        Segment segment = kilometre(3);
        segment.slope = Degrees(row.slope);
        CHECK(std::abs(achilles(segment) - row.achilles) < kPrinted);
        CHECK(std::abs(tibia(segment) - row.tibia) < kPrinted);
    }
}

TEST_CASE("dose: cadence rows at 3 m/s") {
    struct Row {
        double factor;
        double achilles;
        double tibia;
    };

    for (const Row& row : {Row{1.05, 0.94, 0.95}, Row{1.10, 0.88, 0.91}, Row{0.90, 1.15, 1.11}}) {
        CAPTURE(row.factor);
        Segment segment = kilometre(3);
        segment.cadence = Cadence(60 * 2.798 * row.factor);
        CHECK(std::abs(achilles(segment) - row.achilles) < kPrinted);
        CHECK(std::abs(tibia(segment) - row.tibia) < kPrinted);
    }
}

TEST_CASE("dose: one bad second cannot dominate") {
    Segment bad = kilometre(3);
    bad.cadence = Cadence(130);
    bad.stance_time = Seconds(0.15);
    const double steps = 130.0 / 120 * bad.duration.value() / 466;
    CHECK(achilles(bad) == doctest::Approx(steps * std::pow(1.6, 7)));
    CHECK(tibia(bad) == doctest::Approx(steps * std::pow(1.6, 6.6)));
}

TEST_CASE("dose: walking adds to the Achilles only, standing and driving to nothing") {
    const double per_step = std::pow(3.0 / 4.322304, 7) / 466;
    Segment walk = kilometre(1.4);
    CHECK(achilles(walk) == doctest::Approx(1000 / 0.75 / 2 * per_step).epsilon(1e-4));
    CHECK(tibia(walk) == 0);
    walk.cadence = Cadence(110);
    CHECK(achilles(walk) ==
          doctest::Approx(110.0 / 120 * walk.duration.value() * per_step).epsilon(1e-4));
    Segment fast_walk = kilometre(2.1);
    fast_walk.cadence = Cadence(128);
    CHECK(tibia(fast_walk) == 0);
    CHECK(achilles(kilometre(0.3)) == 0);
    CHECK(achilles(kilometre(25)) == 0);
    CHECK(achilles(kilometre(std::nan(""))) == 0);
}

TEST_CASE("dose: a stance nearly as long as the step is walking") {
    Segment segment = kilometre(2.0);
    segment.cadence = Cadence(150);
    segment.stance_time = Seconds(0.39);
    CHECK(tibia(segment) == 0);
    segment.stance_time = Seconds(0.30);
    CHECK(tibia(segment) > 0);
}

TEST_CASE("dose: sensors that cannot be right fall back to what is left") {
    const double speed_only = achilles(kilometre(3));
    Segment lost = kilometre(3);
    lost.cadence = Cadence(0);
    CHECK(achilles(lost) == doctest::Approx(speed_only));
    lost.cadence = Cadence(84);  // too fast for a walk: the sensor lost steps
    CHECK(achilles(lost) == doctest::Approx(speed_only));
    Segment odd = kilometre(3);
    odd.cadence = Cadence(170);
    const double without_stance = achilles(odd);
    odd.stance_time = Seconds(0.51);
    CHECK(achilles(odd) == doctest::Approx(without_stance));
    odd.stance_time = Seconds(0.25);
    const double with_stance = achilles(odd);
    CHECK(with_stance != doctest::Approx(without_stance));
    odd.vertical_oscillation = Metres(0.088);
    CHECK(achilles(odd) == doctest::Approx(with_stance));
    odd.vertical_oscillation = Metres(0.140);
    CHECK(achilles(odd) == doctest::Approx(without_stance));
}

TEST_CASE("dose: the treadmill factor raises the Achilles force only") {
    Segment belt = kilometre(3);
    belt.ground = Terrain::treadmill;
    CHECK(achilles(belt) / achilles(kilometre(3)) == doctest::Approx(std::pow(1.125, 7)));
    CHECK(tibia(belt) == tibia(kilometre(3)));
}

TEST_CASE("dose: bands are exp(b sigma) of what is known") {
    Segment full = kilometre(3);
    full.cadence = Cadence(168);
    full.stance_time = Seconds(0.245);
    full.slope = Degrees(0);
    load::RunnerTraits runner;
    runner.forefoot_strike = Share(0);
    const double base = std::hypot(0.02, 0.03);
    const auto best = doses_of(full, runner);
    CHECK(best[0].high / best[0].dose == doctest::Approx(std::exp(7 * base)));
    CHECK(best[0].dose / best[0].low == doctest::Approx(std::exp(7 * base)));
    CHECK(best[1].high / best[1].dose == doctest::Approx(std::exp(6.6 * base)));
    const auto worst = doses_of(kilometre(3));
    CHECK(worst[0].high / worst[0].dose ==
          doctest::Approx(std::exp(7 * (base + 0.04 + 0.05 + 0.03))));
    CHECK(worst[1].high / worst[1].dose == doctest::Approx(std::exp(6.6 * (base + 0.04 + 0.05))));
    full.slope = Degrees(3);
    const auto hilly = doses_of(full, runner);
    CHECK(hilly[1].high / hilly[1].dose == doctest::Approx(std::exp(6.6 * std::hypot(base, 0.03))));
}

TEST_CASE("dose: traits out of range are as good as unknown") {
    load::RunnerTraits odd;
    odd.height = Metres(178);
    odd.forefoot_strike = Share(7);
    const auto with = doses_of(kilometre(3), odd);
    const auto without = doses_of(kilometre(3));
    CHECK(with[0].dose == without[0].dose);
    CHECK(with[0].high == without[0].high);
}
