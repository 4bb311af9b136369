// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"
#include "load/step_dose.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace footsure;
using load::DoseSum;
using load::Grain;
using load::Segment;

namespace {

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 10001) / 10000.0;
}

/// A stretch with every input, on any ground.
Segment any_segment() {
    Segment segment;
    segment.speed = MetresPerSecond(between(2.6, 6));
    segment.duration = Seconds(between(1, 1000));
    segment.cadence = Cadence(between(150, 200));
    segment.stance_time = Seconds(between(0.18, 0.28));
    segment.slope = Degrees(between(-12, 12));
    segment.balance = Share(between(0.45, 0.55));
    segment.ground = *rc::gen::elementOf(std::vector(kTerrains.begin(), kTerrains.end()));
    return segment;
}

load::TissueDoses doses_of(const Segment& segment, const load::RunnerTraits& runner = {}) {
    DoseSum sum(runner);
    sum.add(segment);
    return sum.doses(Grain::records);
}

double dose(const Segment& segment, Tissue tissue) {
    return doses_of(segment).at(index_of(tissue)).dose.value();
}

double log_width(const TissueDose& dose) {
    return std::log(dose.high / dose.low);
}

/// Room for the last bits of sums and tables.
constexpr double kRounding = 1 + 1e-5;

}  // namespace

TEST_CASE("property: a faster kilometre never loads the tendon or the tibia less") {
    CHECK(rc::check([] {
        Segment slow{.speed = MetresPerSecond(between(1.8, 6.3))};
        // Fast and steeper the cap of 1.6 on one Step holds; then only the fewer steps count.
        slow.slope = Degrees(between(-12, 4));
        Segment fast = slow;
        fast.speed = slow.speed + MetresPerSecond(between(0, 6.5 - slow.speed.value()));
        slow.duration = Seconds(1000 / slow.speed.value());
        fast.duration = Seconds(1000 / fast.speed.value());
        for (const Tissue tissue : {Tissue::achilles, Tissue::tibia}) {
            RC_ASSERT(dose(slow, tissue) <= dose(fast, tissue) * kRounding);
        }
    }));
}

TEST_CASE("property: at equal force more steps never load less") {
    CHECK(rc::check([] {
        const load::StepDose step({});
        const double force = between(0.6, 1.5);
        load::PerTissue each{};
        step.add({force, MetresPerSecond(between(1.8, 6.5)), Degrees(between(-12, 12))}, 1, each);
        for (const double one : each) {
            RC_ASSERT(one > 0);
        }
        Segment few = any_segment();
        few.stance_time.reset();
        few.balance.reset();
        Segment longer = few;
        longer.duration = few.duration * between(1, 3);
        for (const Tissue tissue : kTissues) {
            RC_ASSERT(dose(few, tissue) <= dose(longer, tissue) * kRounding);
        }
    }));
}

TEST_CASE("property: uphill never loads tendon or tibia less, downhill never the impact") {
    CHECK(rc::check([] {
        Segment flat = any_segment();
        if (*rc::gen::inRange(0, 2) == 0) {
            flat.stance_time.reset();
            flat.cadence.reset();
        }
        flat.slope = Degrees(between(0, 11));
        Segment steep = flat;
        steep.slope = *flat.slope + Degrees(between(0, 3));
        for (const Tissue tissue : {Tissue::achilles, Tissue::achilles_insertion, Tissue::tibia}) {
            RC_ASSERT(dose(flat, tissue) <= dose(steep, tissue) * kRounding);
        }
        const auto impact = [](double slope) {
            const auto ratios =
                load::force_ratios({.speed = MetresPerSecond(3), .slope = Degrees(slope)}, {});
            return 2 * ratios.at(index_of(Tissue::calcaneus)) -
                   ratios.at(index_of(Tissue::ankle_joint));
        };
        const double down = between(-14, 0);
        RC_ASSERT(impact(down) * kRounding >= impact(down + between(0, 5)));
    }));
}

TEST_CASE("property: fewer inputs never narrow the band of any tissue") {
    CHECK(rc::check([] {
        const load::RunnerTraits known{.height = Metres(1.7), .forefoot_strike = Share(0.5)};
        Segment full = any_segment();
        full.vertical_oscillation.reset();
        Segment fewer = full;
        load::RunnerTraits runner = known;
        switch (*rc::gen::inRange(0, 4)) {
        case 0: fewer.stance_time.reset(); break;
        case 1: fewer.ground = Terrain::unknown; break;
        case 2: runner.forefoot_strike.reset(); break;
        default:
            fewer.cadence.reset();
            fewer.stance_time.reset();
            break;
        }
        const auto wide = doses_of(fewer, runner);
        const auto narrow = doses_of(full, known);
        for (std::size_t i = 0; i < wide.size(); ++i) {
            RC_ASSERT(log_width(wide.at(i)) >= log_width(narrow.at(i)) - 1e-9);
        }
    }));
}

TEST_CASE("property: an unknown grade on level ground widens the band") {
    CHECK(rc::check([] {
        Segment level = any_segment();
        level.slope = Degrees(0);
        Segment unknown = level;
        unknown.slope.reset();
        const auto wide = doses_of(unknown);
        const auto narrow = doses_of(level);
        for (const Tissue tissue : kTissues) {
            RC_ASSERT(log_width(wide.at(index_of(tissue))) >=
                      log_width(narrow.at(index_of(tissue))) - 1e-9);
        }
    }));
}

TEST_CASE("property: legs swapped, doses swapped") {
    CHECK(rc::check([] {
        const Segment segment = any_segment();
        Segment mirrored = segment;
        mirrored.balance = Share(1 - segment.balance->value());
        const auto as_is = doses_of(segment);
        const auto swapped = doses_of(mirrored);
        for (std::size_t i = 0; i < as_is.size(); ++i) {
            const double left = as_is.at(i).of(Side::left).value();
            const double right = swapped.at(i).of(Side::right).value();
            RC_ASSERT(std::abs(left - right) <= 1e-9 * left);
            const double whole = as_is.at(i).dose.value();
            RC_ASSERT(std::abs(as_is.at(i).of(Side::left).value() +
                               as_is.at(i).of(Side::right).value() - 2 * whole) <= 1e-9 * whole);
        }
    }));
}

TEST_CASE("property: the leg with the shorter contact carries more") {
    CHECK(rc::check([] {
        Segment segment = any_segment();
        segment.balance = Share(between(0.45, 0.499));
        const auto doses = doses_of(segment);
        for (const Tissue tissue : {Tissue::achilles, Tissue::tibia, Tissue::ankle_joint}) {
            const auto& one = doses.at(index_of(tissue));
            RC_ASSERT(one.of(Side::left) >= one.of(Side::right));
        }
    }));
}

TEST_CASE("property: a stretch cut in two keeps its dose") {
    CHECK(rc::check([] {
        const Segment whole = any_segment();
        Segment first = whole;
        Segment second = whole;
        first.duration = whole.duration * between(0.01, 0.99);
        second.duration = whole.duration - first.duration;
        DoseSum sum({});
        sum.add(first);
        sum.add(second);
        const auto parts = sum.doses(Grain::records);
        const auto all = doses_of(whole);
        for (std::size_t i = 0; i < all.size(); ++i) {
            RC_ASSERT(std::abs(parts.at(i).dose / all.at(i).dose - 1) < 1e-9);
            RC_ASSERT(std::abs(log_width(parts.at(i)) - log_width(all.at(i))) < 1e-9);
        }
    }));
}
