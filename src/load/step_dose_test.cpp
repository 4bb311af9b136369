// SPDX-License-Identifier: Apache-2.0
#include "load/step_dose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace footsure;
using load::PerTissue;
using load::StepInput;
using load::StepSetting;

namespace {

double of(const PerTissue& values, Tissue tissue) {
    return values.at(index_of(tissue));
}

PerTissue by_tables(const StepInput& step, const StepSetting& setting) {
    const load::StepDose dose(setting);
    return dose.doses(dose.force(step), step.speed, step.slope.value_or(Degrees(0)));
}

/// The same from the formulas alone.
double by_formula(const StepInput& step, const StepSetting& setting, Tissue tissue) {
    const double ratio = of(load::force_ratios(step, setting), tissue);
    const double limited =
        tissue == Tissue::lateral_ligaments ? ratio : std::min(ratio, load::kMostForce);
    const bool counts = tissue == Tissue::peroneals || tissue == Tissue::lateral_ligaments;
    return (counts ? load::catches(setting.ground) : 1) *
           std::pow(limited, load::kFatigueExponents.at(index_of(tissue)));
}

StepInput measured(double speed, double cadence, double stance, double slope) {
    return {.speed = MetresPerSecond(speed),
            .cadence = Cadence(cadence),
            .stance_time = Seconds(stance),
            .slope = Degrees(slope)};
}

}  // namespace

TEST_CASE("step dose: the easy Step is 1 for every Tissue") {
    const auto doses = by_tables({.speed = MetresPerSecond(3)}, {});
    for (const double dose : doses) {
        CHECK(dose == doctest::Approx(1).epsilon(1e-6));
    }
}

TEST_CASE("step dose: the tables give what the powers give") {
    for (const auto ground : kTerrains) {
        for (const double strike : {0.0, 0.2, 1.0}) {
            const StepSetting setting{.forefoot_strike = Share(strike), .ground = ground};
            for (double speed = 1.8; speed <= 6.5; speed += 0.237) {
                for (const double slope : {-14.0, -10.0, -6.3, -0.6, 0.0, 0.7, 3.3, 9.9, 14.0}) {
                    for (const auto& step :
                         {StepInput{.speed = MetresPerSecond(speed), .slope = Degrees(slope)},
                          StepInput{.speed = MetresPerSecond(speed),
                                    .cadence = Cadence(151),
                                    .slope = Degrees(slope)},
                          measured(speed, 178, 0.21, slope)}) {
                        const auto doses = by_tables(step, setting);
                        for (const Tissue tissue : kTissues) {
                            CAPTURE(word(tissue));
                            CAPTURE(speed);
                            CAPTURE(slope);
                            CHECK(of(doses, tissue) ==
                                  doctest::Approx(by_formula(step, setting, tissue)).epsilon(1e-5));
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("step dose: slope rows of the impact at 3 m/s, peaks as published") {
    // Evidence section 5 prints the ratio of the impact peak alone: 1.35, 1.16, 0.86, 0.74.
    const auto impact_part = [](double slope) {
        const auto ratios =
            load::force_ratios({.speed = MetresPerSecond(3), .slope = Degrees(slope)}, {});
        return 2 * of(ratios, Tissue::calcaneus) - of(ratios, Tissue::ankle_joint);
    };
    CHECK(impact_part(-6) == doctest::Approx(1.35).epsilon(0.005));
    CHECK(impact_part(-3) == doctest::Approx(1.16).epsilon(0.005));
    CHECK(impact_part(3) == doctest::Approx(0.86).epsilon(0.005));
    CHECK(impact_part(6) == doctest::Approx(0.74).epsilon(0.005));
}

TEST_CASE("step dose: the ground counts steps for ligaments and peroneals") {
    const StepInput step{.speed = MetresPerSecond(3)};
    const auto on = [&](Terrain ground) { return by_tables(step, {.ground = ground}); };
    CHECK(of(on(Terrain::technical_trail), Tissue::lateral_ligaments) == doctest::Approx(8));
    CHECK(of(on(Terrain::trail), Tissue::lateral_ligaments) == doctest::Approx(4));
    CHECK(of(on(Terrain::gravel_or_grass), Tissue::peroneals) == doctest::Approx(2));
    CHECK(of(on(Terrain::track), Tissue::lateral_ligaments) == doctest::Approx(0.5));
    CHECK(of(on(Terrain::technical_trail), Tissue::achilles) ==
          doctest::Approx(std::pow(0.92, 7)).epsilon(1e-6));
    CHECK(of(on(Terrain::treadmill), Tissue::plantar_fascia) ==
          doctest::Approx(std::pow(1.125, 7)).epsilon(1e-6));
    CHECK(of(on(Terrain::treadmill), Tissue::tibia) == doctest::Approx(1).epsilon(1e-6));
    const auto steep =
        by_tables({.speed = MetresPerSecond(3), .slope = Degrees(-6)}, {.ground = Terrain::road});
    CHECK(of(steep, Tissue::lateral_ligaments) == doctest::Approx(1.5));
}

TEST_CASE("step dose: forefoot landing loads the calf and spares the heel") {
    const StepInput step{.speed = MetresPerSecond(3)};
    const auto rear = by_tables(step, {.forefoot_strike = Share(0)});
    const auto fore = by_tables(step, {.forefoot_strike = Share(1)});
    CHECK(of(fore, Tissue::achilles) > of(rear, Tissue::achilles));
    CHECK(of(fore, Tissue::plantar_fascia) / of(rear, Tissue::plantar_fascia) >
          of(fore, Tissue::achilles) / of(rear, Tissue::achilles));
    CHECK(of(fore, Tissue::calcaneus) < of(rear, Tissue::calcaneus));
    CHECK(of(fore, Tissue::tibia) == doctest::Approx(of(rear, Tissue::tibia)));
}

TEST_CASE("step dose: no Step counts beyond 1.6 times the easy force") {
    const auto extreme = by_tables(measured(6.5, 130, 0.15, 10), {.forefoot_strike = Share(1)});
    CHECK(of(extreme, Tissue::achilles) == doctest::Approx(std::pow(1.6, 7)));
    CHECK(of(extreme, Tissue::tibia) == doctest::Approx(std::pow(1.6, 6.6)));
    CHECK(of(extreme, Tissue::ankle_joint) == doctest::Approx(std::pow(1.6, 5)));
}
