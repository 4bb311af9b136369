// SPDX-License-Identifier: Apache-2.0
#include "load/climb.hpp"
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <functional>
#include <numbers>

using namespace footsure;

namespace {

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 2 / 1)};

struct Place {
    double east = 0;
    double north = 0;
    double altitude = 100;
};

/// A run at 3 m/s along a path given by the distance, a Record each second.
Activity along(const std::function<Place(double)>& path, double distance, double unrest = 0) {
    Activity run;
    run.legs.push_back({.sport = "running", .sub_sport = "generic"});
    for (int s = 0; 3.0 * s <= distance; ++s) {
        const Place place = path(3.0 * s);
        const auto i = static_cast<std::size_t>(s);
        run.records.at.push_back(kStart + std::chrono::seconds(s));
        run.records.distance.set(i, Metres(3.0 * s));
        run.records.speed.set(i, MetresPerSecond(3 + (s / 20 % 2 == 0 ? unrest : -unrest)));
        run.records.altitude.set(i, Metres(place.altitude));
        run.records.latitude.set(i, GeoDegrees(47 + place.north / 111'195));
        run.records.longitude.set(
            i, GeoDegrees(8 + place.east / (111'195 * std::cos(47 * std::numbers::pi / 180))));
    }
    return run;
}

RunTerrain terrain_of(const Activity& run) {
    return load::summarise(run, {})->terrain;
}

Place straight(double metres) {
    return {.north = metres};
}

/// Two straights and two half circles, 400 m round.
Place track(double metres) {
    constexpr double kStraight = 84.39;
    constexpr double kRadius = 36.8;
    constexpr double kCurve = kRadius * std::numbers::pi;
    const double in_lap = std::fmod(metres, 2 * (kStraight + kCurve));
    const double half = kStraight + kCurve;
    const double side = in_lap < half ? 1 : -1;
    const double in_half = std::fmod(in_lap, half);
    if (in_half < kStraight) {
        return {side * kRadius, side * (in_half - kStraight / 2)};
    }
    const double angle = (in_half - kStraight) / kRadius;
    return {side * kRadius * std::cos(angle), side * (kStraight / 2 + kRadius * std::sin(angle))};
}

/// Bends of 45° each 30 m (1500° a km) on a slope of 8 % up and down in turn.
Place winding(double metres) {
    const double legs = std::floor(metres / 30);
    const double rest = metres - legs * 30;
    const double diagonal = std::sqrt(0.5);
    const double odd = std::fmod(legs, 2);
    const double pairs = std::floor(legs / 2);
    const double north = pairs * 30 * (1 + diagonal) + (odd > 0 ? 30 + rest * diagonal : rest);
    const double east = pairs * 30 * diagonal + (odd > 0 ? rest * diagonal : 0);
    const double hill = std::abs(std::fmod(metres, 800) - 400);
    return {east, north, 100 + 0.08 * hill};
}

}  // namespace

TEST_CASE("terrain: what the device says stands before what is seen") {
    Activity run = along(track, 6000);
    for (const auto& [word, ground] :
         {std::pair("treadmill", Terrain::treadmill), std::pair("street", Terrain::road),
          std::pair("trail", Terrain::trail), std::pair("track", Terrain::track)}) {
        run.legs.front().sub_sport = word;
        CHECK(terrain_of(run).ground == ground);
        CHECK(terrain_of(run).origin == TerrainOrigin::file);
    }
}

TEST_CASE("terrain: laps of 400 m that close are a track") {
    CHECK(terrain_of(along(track, 4000)).ground == Terrain::track);
    CHECK(terrain_of(along(track, 4000)).origin == TerrainOrigin::inferred);
    CHECK(terrain_of(along(track, 1600)).ground == Terrain::unknown);
    const auto warm_up = [](double metres) {
        return metres < 5000 ? Place{.east = metres - 5000} : track(metres - 5000);
    };
    CHECK(terrain_of(along(warm_up, 8000)).ground == Terrain::unknown);
}

TEST_CASE("terrain: to and fro on a street, or round a larger block, is no track") {
    const auto to_and_fro = [](double metres) {
        return Place{.north = std::abs(std::fmod(metres, 400) - 200)};
    };
    CHECK(terrain_of(along(to_and_fro, 6000)).ground == Terrain::unknown);
    const auto larger = [](double metres) {
        const Place place = track(metres / 1.4);
        return Place{place.east * 1.4, place.north * 1.4};
    };
    CHECK(terrain_of(along(larger, 6000)).ground == Terrain::unknown);
    CHECK(terrain_of(along(straight, 6000)).ground == Terrain::unknown);
    CHECK(terrain_of(along(straight, 6000)).origin == TerrainOrigin::none);
}

TEST_CASE("terrain: trail only where path, grade and pace are all rough") {
    CHECK(terrain_of(along(winding, 6000, 0.6)).ground == Terrain::trail);
    CHECK(terrain_of(along(winding, 6000, 0.1)).ground == Terrain::unknown);
    const auto flat = [](double metres) {
        const Place place = winding(metres);
        return Place{place.east, place.north};
    };
    CHECK(terrain_of(along(flat, 6000, 0.6)).ground == Terrain::unknown);
    const auto hill_road = [](double metres) {
        return Place{.north = metres, .altitude = winding(metres).altitude};
    };
    CHECK(terrain_of(along(hill_road, 6000, 0.6)).ground == Terrain::unknown);
    CHECK(terrain_of(along(winding, 1500, 0.6)).ground == Terrain::unknown);
}

TEST_CASE("terrain: hilly and steep shares are of the running time") {
    const auto half_steep = [](double metres) {
        return Place{.north = metres, .altitude = 1000 - 0.12 * std::max(metres - 3000, 0.0)};
    };
    const RunTerrain terrain = terrain_of(along(half_steep, 6000));
    CHECK(terrain.hilly->value() == doctest::Approx(0.5).epsilon(0.05));
    CHECK(terrain.steep_down->value() == doctest::Approx(0.5).epsilon(0.05));
    CHECK(terrain.descent->value() == doctest::Approx(360).epsilon(0.01));
    CHECK(terrain.ascent->value() == 0);
    const auto up = [](double metres) { return Place{.north = metres, .altitude = 0.12 * metres}; };
    CHECK(terrain_of(along(up, 3000)).steep_down->value() == 0);
    CHECK(terrain_of(along(up, 3000)).hilly->value() == doctest::Approx(1));
}

TEST_CASE("terrain: without altitude nothing is said of hills, and the Leg's ascent wins") {
    Activity run = along(straight, 3000);
    run.records.altitude = {};
    CHECK_FALSE(terrain_of(run).ascent);
    CHECK_FALSE(terrain_of(run).hilly);
    CHECK_FALSE(terrain_of(run).steep_down);
    run.legs.front().ascent = Metres(77);
    CHECK(terrain_of(run).ascent->value() == 77);
    CHECK_FALSE(terrain_of(run).descent);
    Activity hill = along([](double m) { return Place{.north = m, .altitude = 0.05 * m}; }, 3000);
    CHECK(terrain_of(hill).ascent->value() == doctest::Approx(150).epsilon(0.01));
    hill.legs.front().ascent = Metres(140);
    CHECK(terrain_of(hill).ascent->value() == 140);
}

TEST_CASE("climb: unrest below 3 m and jumps are not climbed") {
    const auto climbed = [](const std::vector<double>& altitudes) {
        load::Climb climb;
        for (const double altitude : altitudes) {
            climb.add(Metres(altitude), Seconds(1));
        }
        return std::pair(climb.ascent().value(), climb.descent().value());
    };
    CHECK(climbed({100, 102, 100, 102.9, 100}) == std::pair(0.0, 0.0));
    CHECK(climbed({100, 103, 106, 104, 107}) == std::pair(7.0, 0.0));
    CHECK(climbed({100, 104, 108, 104, 100, 96}) == std::pair(8.0, 12.0));
    CHECK(climbed({100, 101, 900, 101, 102}) == std::pair(0.0, 0.0));
    CHECK(climbed({100, 97, 94, 97, 100}) == std::pair(6.0, 6.0));
    CHECK_FALSE(load::Climb().known());
}
