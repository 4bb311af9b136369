// SPDX-License-Identifier: Apache-2.0
#include "decode/climb.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace footsure;
using namespace footsure::decode;

namespace {

struct Way {
    std::vector<double> altitude;
    std::vector<double> along;

    void add(double height) {
        altitude.push_back(height);
        along.push_back(3.0 * static_cast<double>(along.size()));
    }

    [[nodiscard]] Climb climb() const { return *measure_climb(altitude, along); }
};

double raw_ascent(const std::vector<double>& altitude) {
    double sum = 0;
    for (std::size_t i = 1; i < altitude.size(); ++i) {
        sum += std::max(0.0, altitude[i] - altitude[i - 1]);
    }
    return sum;
}

}  // namespace

TEST_CASE("the noise of an hour on flat ground is no ascent") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> noise(-300, 300);
    Way way;
    for (int i = 0; i < 3600; ++i) {
        way.add(100 + noise(random) / 100.0);
    }
    CHECK(raw_ascent(way.altitude) > 3000);
    CHECK(way.climb().up.value() < 1);
    CHECK(way.climb().down.value() < 1);
}

TEST_CASE("two noisy hills count with their height, once each") {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> noise(-100, 100);
    Way way;
    for (int i = 0; i < 2400; ++i) {
        way.add(200 - 40 * std::cos(i * 2 * 3.14159265 / 1200) + noise(random) / 100.0);
    }
    CHECK(way.climb().up.value() == doctest::Approx(160).epsilon(0.03));
    CHECK(way.climb().down.value() == doctest::Approx(160).epsilon(0.03));
}

TEST_CASE("a climb without end counts to its end, and a fall alone is no ascent") {
    Way up;
    Way down;
    for (int i = 0; i <= 300; ++i) {
        up.add(i);
        down.add(-i);
    }
    CHECK(up.climb().up.value() > 280);
    CHECK(up.climb().down.value() == 0);
    CHECK(down.climb().up.value() == 0);
    CHECK(down.climb().down.value() > 280);
}

TEST_CASE("points without an altitude are passed over") {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    Way way;
    for (int i = 0; i <= 300; ++i) {
        way.add(i % 3 == 0 ? i : kNone);
    }
    CHECK(way.climb().up.value() > 280);
    CHECK_FALSE(measure_climb(std::vector<double>{kNone, kNone}, std::vector<double>{0, 1}));
    CHECK_FALSE(measure_climb({}, {}));
}
