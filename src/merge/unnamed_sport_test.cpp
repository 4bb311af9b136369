// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace footsure;

namespace {

/// Ten minutes, a Record each second, at a speed and a cadence that swing a little.
Activity movement(double speed, double cadence, double fastest = 0) {
    Activity activity;
    activity.legs.push_back({.sport = "unknown", .sub_sport = "generic"});
    const Instant start{std::chrono::sys_days(std::chrono::year(2026) / 2 / 1)};
    for (std::size_t i = 0; i < 600; ++i) {
        activity.records.at.push_back(start + std::chrono::seconds(i));
        const double swing = 1 + 0.05 * std::sin(static_cast<double>(i));
        const double now = i % 10 == 0 && fastest > 0 ? fastest : speed * swing;
        activity.records.speed.set(i, MetresPerSecond(now));
        activity.records.cadence.set(i, Cadence(cadence * swing));
    }
    return activity;
}

}  // namespace

TEST_CASE("running shows in cadence and speed, in strides and in steps") {
    CHECK(merge::moves_like_running(movement(2.9, 84)));
    CHECK(merge::moves_like_running(movement(2.9, 168)));
    CHECK(merge::moves_like_running(movement(4.8, 92)));
}

TEST_CASE("rides and walks are not taken for running") {
    CHECK_FALSE(merge::moves_like_running(movement(7.5, 85)));
    CHECK_FALSE(merge::moves_like_running(movement(1.4, 55)));
    CHECK_FALSE(merge::moves_like_running(movement(1.9, 60)));
    // A climb on a bicycle, with its descents.
    CHECK_FALSE(merge::moves_like_running(movement(3.2, 78, 11)));
}

TEST_CASE("without cadence, or with little of it, nothing is guessed") {
    auto silent = movement(2.9, 84);
    silent.records.cadence = {};
    CHECK_FALSE(merge::moves_like_running(silent));
    CHECK_FALSE(merge::moves_like_running(Activity{}));
}

TEST_CASE("speed is taken from the distance where none is recorded") {
    auto track = movement(2.9, 84);
    for (std::size_t i = 0; i < track.records.size(); ++i) {
        track.records.distance.set(i, Metres(2.9 * static_cast<double>(i)));
    }
    track.records.speed = {};
    CHECK(merge::moves_like_running(track));
}

TEST_CASE("an Activity that a hint makes running counts steps, once") {
    auto strides = movement(2.9, 84);
    merge::apply({.sport = "running"}, strides);
    CHECK(strides.records.cadence.at(0)->value() == doctest::Approx(168));
    merge::apply({.sport = "running"}, strides);
    CHECK(strides.records.cadence.at(0)->value() == doctest::Approx(168));
    auto steps = movement(2.9, 168);
    merge::apply({.sport = "running"}, steps);
    CHECK(steps.records.cadence.at(0)->value() == doctest::Approx(168));
    auto ride = movement(7.5, 84);
    merge::apply({.sport = "cycling"}, ride);
    CHECK(ride.records.cadence.at(0)->value() == doctest::Approx(84));
}
