// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <utility>

namespace footsure::merge {

namespace {

using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:00Z")->at;

Leg leg_of(std::string sport, int after, double distance) {
    Leg leg;
    leg.sport = std::move(sport);
    leg.sub_sport = "generic";
    leg.started_at = kStart + seconds(after);
    leg.distance = Metres(distance);
    return leg;
}

/// Running, cycling, running; 100 s each, one Record in ten seconds, distances run on.
Activity duathlon() {
    Activity outing;
    outing.started_at = kStart;
    outing.legs = {leg_of("running", 0, 300), leg_of("cycling", 100, 1000),
                   leg_of("running", 200, 270)};
    double distance = 0;
    for (int i = 0; i < 30; ++i) {
        const auto record = static_cast<std::size_t>(i);
        outing.records.at.push_back(kStart + seconds(10 * i));
        outing.records.distance.set(record, Metres(distance));
        distance += i >= 9 && i < 19 ? 100 : 30;
        if (i < 5) {
            outing.records.cadence.set(record, Cadence(170 + i));
        }
    }
    outing.records.cadence.pad(30);
    std::vector<double> power(30, 200);
    power[29] = 250;
    outing.records.sensors = {{"Stryd", SensorQuantity::power, Side::both, power}};
    for (int i = 0; i < 6; ++i) {
        Lap lap;
        lap.started_at = kStart + seconds(50 * i);
        lap.distance = Metres(i);
        outing.laps.push_back(lap);
    }
    outing.pauses = {{kStart + seconds(20), kStart + seconds(30)},
                     {kStart + seconds(90), kStart + seconds(210)}};
    outing.beat_intervals = {Seconds(0.4)};
    outing.devices = {{"garmin", "recorder", std::nullopt}};
    outing.device = "garmin fr945";
    outing.local_offset = UtcOffset(3600);
    return outing;
}

}  // namespace

TEST_CASE("a running file is one run, equal to the file") {
    Activity file = duathlon();
    file.legs.resize(1);
    const Instant* records = file.records.at.data();
    const auto runs = runs_of(std::move(file));
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].records.at.data() == records);  // moved, not copied
    CHECK(runs[0].laps.size() == 6);
    CHECK(runs[0].beat_intervals.size() == 1);
    CHECK(runs[0].pauses.size() == 2);
}

TEST_CASE("a file without running is no run") {
    Activity ride = duathlon();
    ride.legs = {leg_of("cycling", 0, 1000)};
    CHECK(runs_of(ride).empty());
    ride.legs = {leg_of("walking", 0, 1000), leg_of("cycling", 100, 1000)};
    CHECK(runs_of(ride).empty());
    CHECK(runs_of(Activity{}).empty());
}

TEST_CASE("each running Leg has its own Records, Laps, Pauses and sensors") {
    const auto runs = runs_of(duathlon());
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].started_at == kStart);
    CHECK(runs[1].started_at == kStart + seconds(200));
    REQUIRE(runs[0].records.size() == 10);
    REQUIRE(runs[1].records.size() == 10);
    CHECK(runs[1].records.at.front() == kStart + seconds(200));
    CHECK(runs[0].records.cadence.at(4) == Cadence(174));
    CHECK(runs[1].records.cadence.empty());
    CHECK(runs[1].records.sensors.at(0).values.size() == 10);
    CHECK(runs[1].records.sensors[0].values[9] == 250);
    REQUIRE(runs[0].laps.size() == 2);
    REQUIRE(runs[1].laps.size() == 2);
    CHECK(runs[1].laps[0].distance == Metres(4));
    REQUIRE(runs[0].pauses.size() == 2);
    CHECK(runs[0].pauses[1].until == kStart + seconds(100));
    REQUIRE(runs[1].pauses.size() == 1);
    CHECK(runs[1].pauses[0].from == kStart + seconds(200));
    CHECK(runs[1].pauses[0].until == kStart + seconds(210));
    CHECK(runs[1].beat_intervals.empty());
    CHECK(runs[1].device == "garmin fr945");
    CHECK(runs[1].devices.size() == 1);
    CHECK(runs[1].local_offset == UtcOffset(3600));
}

TEST_CASE("distances count from the start of the run, whether the device went on or began anew") {
    Activity outing = duathlon();
    CHECK(runs_of(outing)[0].records.distance.at(9) == Metres(270));
    CHECK(runs_of(outing)[1].records.distance.at(0) == Metres(0));
    CHECK(runs_of(outing)[1].records.distance.at(9) == Metres(270));
    outing.legs[2].distance.reset();
    CHECK(runs_of(outing)[1].records.distance.at(9) == Metres(300));
    for (std::size_t i = 20; i < 30; ++i) {
        outing.records.distance.set(i, Metres(30.0 * static_cast<double>(i - 20)));
    }
    CHECK(runs_of(outing)[1].records.distance.at(9) == Metres(270));
}

TEST_CASE("a device that began anew is known by the Leg's total") {
    Activity outing = duathlon();
    outing.legs[1] = leg_of("transition", 100, 5);
    for (std::size_t i = 10; i < 20; ++i) {
        outing.records.distance.set(i, Metres(5));
    }
    for (std::size_t i = 20; i < 30; ++i) {
        outing.records.distance.set(i, Metres(8 + 29.0 * static_cast<double>(i - 20)));
    }
    CHECK(runs_of(outing)[1].records.distance.at(9) == Metres(269));
}

TEST_CASE("a device that began anew a little late is known by the Leg's total") {
    Activity outing = duathlon();
    for (std::size_t i = 20; i < 30; ++i) {
        outing.records.distance.set(i, Metres(50 + 30.0 * static_cast<double>(i - 20)));
    }
    CHECK(runs_of(outing)[1].records.distance.at(0) == Metres(0));
    CHECK(runs_of(outing)[1].records.distance.at(9) == Metres(270));
    outing.legs[2].distance = Metres(280);
    CHECK(runs_of(outing)[1].records.distance.at(0) == Metres(10));
}

TEST_CASE("a treadmill run of an older device is a run, other fitness equipment is not") {
    Activity gym = duathlon();
    gym.legs = {leg_of("fitness_equipment", 0, 100)};
    CHECK(runs_of(gym).empty());
    gym.legs[0].sub_sport = "treadmill";
    CHECK(runs_of(gym).size() == 1);
}

TEST_CASE("one Leg without a start holds what came before the others, several hold nothing") {
    Activity outing = duathlon();
    outing.legs[0].started_at.reset();
    CHECK(runs_of(outing).at(0).records.size() == 10);
    CHECK(runs_of(outing).at(0).started_at == kStart);
    outing.legs[1].started_at.reset();
    CHECK(runs_of(outing).at(0).records.size() == 0);
    CHECK(runs_of(outing).at(1).records.size() == 10);
}

TEST_CASE("Legs out of order in the file keep the order of the file and their own Records") {
    Activity outing = duathlon();
    std::swap(outing.legs[0], outing.legs[2]);
    const auto runs = runs_of(outing);
    CHECK(runs.at(0).started_at == kStart + seconds(200));
    CHECK(runs.at(0).records.at.front() == kStart + seconds(200));
    CHECK(runs.at(1).records.at.front() == kStart);
}

}  // namespace footsure::merge
