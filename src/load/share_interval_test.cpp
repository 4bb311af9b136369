// SPDX-License-Identifier: Apache-2.0
#include "load/share_interval.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace footsure;
using doctest::Approx;
using load::difference_of;

TEST_CASE("deviations as in the tables of the normal distribution") {
    CHECK(load::deviations_for(0.05) == Approx(1.959964).epsilon(1e-6));
    CHECK(load::deviations_for(0.01) == Approx(2.575829).epsilon(1e-6));
    CHECK(load::deviations_for(0.05 / 10) == Approx(2.807034).epsilon(1e-6));
}

TEST_CASE("the hybrid score interval as Newcombe's paper prints it") {
    // Newcombe 1998, table II, method 10: 56/70 - 48/80, 9/10 - 3/10 and 10/10 - 0/10.
    const double z = load::deviations_for(0.05);
    const auto a = difference_of({56, 70}, {48, 80}, z);
    CHECK(a.value == Approx(0.2));
    CHECK(a.low == Approx(0.0524).epsilon(0.002));
    CHECK(a.high == Approx(0.3339).epsilon(0.002));
    const auto b = difference_of({9, 10}, {3, 10}, z);
    CHECK(b.low == Approx(0.1705).epsilon(0.002));
    CHECK(b.high == Approx(0.8090).epsilon(0.002));
    const auto c = difference_of({10, 10}, {0, 10}, z);
    CHECK(c.low == Approx(0.6075).epsilon(0.002));
    CHECK(c.high == Approx(1));
}

TEST_CASE("an interval keeps within all and none, and turns with its sides") {
    for (int n = 5; n <= 12; ++n) {
        for (int sore = 0; sore <= n; ++sore) {
            const auto there = difference_of({sore, n}, {3, 7}, 2.5);
            const auto back = difference_of({3, 7}, {sore, n}, 2.5);
            CHECK(there.low >= -1);
            CHECK(there.high <= 1);
            CHECK(there.low <= there.value);
            CHECK(there.value <= there.high);
            CHECK(there.low == Approx(-back.high));
            CHECK(there.high == Approx(-back.low));
        }
    }
}

TEST_CASE("streaks in both widen, streaks in one alone do not") {
    const std::vector<double> blocks = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
    const std::vector<double> daily = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0};
    const std::vector<double> always(10, 1);
    // Lag-one correlation of the blocks: (8 - 1) of 9, so ab is 49 of 81.
    CHECK(load::widening_by_streaks(blocks, blocks) == Approx(std::sqrt((81.0 + 49) / (81 - 49))));
    CHECK(load::widening_by_streaks(blocks, daily) == 1);
    CHECK(load::widening_by_streaks(blocks, always) == 1);
    // Two things that alternate in step are as few independent days as two streaks.
    CHECK(load::widening_by_streaks(daily, daily) > 1);
}
