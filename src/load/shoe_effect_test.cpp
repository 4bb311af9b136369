// SPDX-License-Identifier: Apache-2.0
#include "load/shoe_effect.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace footsure;
using doctest::Approx;
using load::shoe_effect;

namespace {

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)};

Shoe with_drop(double millimetres, ShoeKind kind = ShoeKind::usual) {
    Shoe shoe{.name = "pair", .kind = kind};
    shoe.drop = Metres(millimetres / 1000);
    return shoe;
}

double factor(Tissue tissue, const Shoe& shoe, double kilometres = 0) {
    return shoe_effect(tissue, shoe, Metres(kilometres * 1000)).dose_factor;
}

double force_sd(Tissue tissue, const Shoe& shoe, double kilometres = 0) {
    return shoe_effect(tissue, shoe, Metres(kilometres * 1000)).force_sd;
}

ActivitySummary run(int day, const char* shoe, double kilometres) {
    ActivitySummary summary;
    summary.sport = "running";
    summary.started_at = kStart + std::chrono::days(day);
    summary.distance = Metres(kilometres * 1000);
    summary.shoe = shoe;
    return summary;
}

}  // namespace

TEST_CASE("a lower heel adds half a percent of force a millimetre, to the seventh power") {
    CHECK(factor(Tissue::achilles, with_drop(8)) == Approx(1));
    CHECK(factor(Tissue::achilles, with_drop(4)) == Approx(std::pow(1.02, 7)));
    CHECK(factor(Tissue::plantar_fascia, with_drop(4)) == Approx(std::pow(1.02, 7)));
    CHECK(factor(Tissue::achilles, with_drop(12)) == Approx(std::pow(0.98, 7)));
    // Kept within 0.96 and 1.06: 0 mm is 1.04, 16 mm is 0.96, and 20 mm no less.
    CHECK(factor(Tissue::achilles, with_drop(0)) == Approx(std::pow(1.04, 7)));
    CHECK(factor(Tissue::achilles, with_drop(20)) == Approx(std::pow(0.96, 7)));
    CHECK(factor(Tissue::achilles, with_drop(300)) == Approx(std::pow(0.96, 7)));
    CHECK(factor(Tissue::achilles, with_drop(-30)) == Approx(std::pow(1.04, 7)));
    CHECK(force_sd(Tissue::achilles, with_drop(4)) == Approx(0.02));
    CHECK(force_sd(Tissue::achilles, with_drop(8)) == Approx(0));
}

TEST_CASE("the insertion adds its own index of the drop") {
    CHECK(factor(Tissue::achilles_insertion, with_drop(4)) == Approx(std::pow(1.02 * 1.06, 7)));
    CHECK(factor(Tissue::achilles_insertion, with_drop(10)) == Approx(std::pow(0.99, 7)));
    CHECK(force_sd(Tissue::achilles_insertion, with_drop(4)) ==
          Approx(std::sqrt(0.02 * 0.02 + 0.06 * 0.06)));
}

TEST_CASE("a minimal pair loads tendon and sole by a tenth more, and its band says how unsure") {
    const Shoe minimal = with_drop(0, ShoeKind::minimal);
    CHECK(factor(Tissue::achilles, minimal) == Approx(std::pow(1.10, 7)));
    CHECK(factor(Tissue::plantar_fascia, minimal) == Approx(std::pow(1.10, 7)));
    CHECK(force_sd(Tissue::achilles, minimal) == Approx(0.08));
    Shoe no_drop{.name = "pair", .kind = ShoeKind::minimal};
    CHECK(factor(Tissue::achilles_insertion, no_drop) == Approx(std::pow(1.10, 7)));
    CHECK(factor(Tissue::achilles_insertion, minimal) == Approx(std::pow(1.21, 7)));
}

TEST_CASE("the joint feels the share that comes from the Achilles tendon: 4.752 of 7.164") {
    const double share = 4.752 / 7.164;
    CHECK(factor(Tissue::ankle_joint, with_drop(4)) == Approx(std::pow(1 + 0.02 * share, 5)));
    CHECK(force_sd(Tissue::ankle_joint, with_drop(4)) == Approx(0.02 * share));
}

TEST_CASE("wear raises the impact, which is half of the heel bone's load") {
    const Shoe pair{.name = "pair"};
    CHECK(factor(Tissue::calcaneus, pair) == 1);
    CHECK(force_sd(Tissue::calcaneus, pair) == 0);
    // 500 km: impact +4.9 %, of half the load.
    CHECK(factor(Tissue::calcaneus, pair, 500) == Approx(std::pow(1.0245, 6.6)));
    CHECK(force_sd(Tissue::calcaneus, pair, 500) == Approx(0.00755 / 2).epsilon(0.01));
    CHECK(factor(Tissue::calcaneus, with_drop(4), 500) ==
          Approx(std::pow(0.5 * 1.049 + 0.5 * (1 + 0.02 * 4.752 / 7.164), 6.6)));
    CHECK(factor(Tissue::calcaneus, pair, 1500) == factor(Tissue::calcaneus, pair, 9000));
}

TEST_CASE("what no study ties to the shoe stays as it is; a plate has no factor of its own") {
    for (const Tissue tissue : {Tissue::tibia, Tissue::tibialis_posterior, Tissue::peroneals,
                                Tissue::lateral_ligaments}) {
        CHECK(factor(tissue, with_drop(0, ShoeKind::minimal), 900) == 1);
        CHECK(force_sd(tissue, with_drop(0, ShoeKind::minimal), 900) == 0);
    }
    const Shoe plated{.name = "race", .kind = ShoeKind::plated};
    for (const Tissue tissue : kTissues) {
        CHECK(factor(tissue, plated) == 1);
        CHECK(factor(tissue, with_drop(4, ShoeKind::plated)) == factor(tissue, with_drop(4)));
    }
}

TEST_CASE("the pair of a run is found by name; its distance counts what was run before") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .distance_before = Metres(100000)}, Shoe{.name = "B"},
                       Shoe{.name = "B", .kind = ShoeKind::minimal}};
    case_file.activities = {run(3, "A", 10), run(1, "A", 5), run(2, "B", 7),
                            run(4, "", 8),   run(5, "C", 9), run(6, "A", 1)};
    case_file.activities[2].sport = "walking";
    CHECK(load::shoe_of(case_file.activities[0], case_file) == &case_file.shoes[0]);
    CHECK(load::shoe_of(case_file.activities[2], case_file) == &case_file.shoes[1]);
    CHECK(load::shoe_of(case_file.activities[3], case_file) == nullptr);
    CHECK(load::shoe_of(case_file.activities[4], case_file) == nullptr);
    const std::vector<Metres> worn = load::worn_before(case_file);
    REQUIRE(worn.size() == 6);
    CHECK(worn[1].value() == 100000);
    CHECK(worn[0].value() == 105000);
    CHECK(worn[5].value() == 115000);
    CHECK(worn[2].value() == 0);
    CHECK(worn[3].value() == 0);
    CHECK(worn[4].value() == 0);
}
