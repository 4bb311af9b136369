// SPDX-License-Identifier: Apache-2.0
#include "apps/footsure/sample_runner.hpp"
#include "decode/decode.hpp"
#include "encode/encode.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <vector>

namespace footsure {

namespace {

using std::chrono::days;

const Day kLastDay = *parse_day("2026-03-01");

/// FNV-1a over the bytes of all files.
std::uint64_t fingerprint(const std::vector<Activity>& year) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const Activity& activity : year) {
        for (const std::byte byte : encode::fit_activity(activity)) {
            hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001B3U;
        }
    }
    return hash;
}

Day day_run(const Activity& activity) {
    return day_of(*activity.started_at, *activity.local_offset);
}

double distance_of(const Activity& activity) {
    return activity.legs[0].distance->value();
}

/// The longest distance of the runs from `from` to before `until`, counted in days back.
double longest(const std::vector<Activity>& year, int from, int until) {
    double most = 0;
    for (const Activity& activity : year) {
        const Day day = day_run(activity);
        if (day >= kLastDay - days(from) && day < kLastDay - days(until)) {
            most = std::max(most, distance_of(activity));
        }
    }
    return most;
}

int runs_between(const std::vector<Activity>& year, int from, int until) {
    return static_cast<int>(std::ranges::count_if(year, [=](const Activity& activity) {
        const Day day = day_run(activity);
        return day >= kLastDay - days(from) && day < kLastDay - days(until);
    }));
}

bool within(double value, double lowest, double highest) {
    return value >= lowest && value <= highest;
}

/// One Record of a woman running, each value possible and in step with the others.
bool plausible(const Records& records, std::size_t i) {
    const double speed = records.speed.at(i)->value();
    const double cadence = records.cadence.at(i)->value();
    const double step = 60 / cadence;
    const double stance = records.stance_time.at(i)->value();
    const bool form = within(speed, 1.8, 4.5) && within(cadence, 160, 190) &&
                      within(stance, 0.19, 0.30) && stance < 0.95 * step &&
                      within(records.step_length.at(i)->value() / step / speed, 0.999, 1.001) &&
                      within(records.vertical_oscillation.at(i)->value(), 0.06, 0.11) &&
                      within(records.stance_time_balance.at(i)->value(), 0.47, 0.53);
    const bool forward = i == 0 || (records.at[i] > records.at[i - 1] &&
                                    *records.distance.at(i) > *records.distance.at(i - 1));
    return form && forward && within(records.heart_rate.at(i)->value(), 80, 184);
}

/// Metres from the Record before, by position; near the equator a degree is a degree.
double ground_covered(const Records& records, std::size_t i) {
    constexpr double kMetresPerDegree = 111'195;
    const GeoDegrees north = *records.latitude.at(i) - *records.latitude.at(i - 1);
    const GeoDegrees east = *records.longitude.at(i) - *records.longitude.at(i - 1);
    return kMetresPerDegree * std::hypot(north.value(), east.value());
}

}  // namespace

TEST_CASE("the sample year is the same each time and moves with its last day") {
    const auto year = app::sample_year(kLastDay);
    CHECK(fingerprint(year) == fingerprint(app::sample_year(kLastDay)));
    const auto later = app::sample_year(kLastDay + days(10));
    REQUIRE(later.size() == year.size());
    CHECK(*later[5].started_at == *year[5].started_at + days(10));
    CHECK(distance_of(later[5]) == distance_of(year[5]));
}

TEST_CASE("the sample year has the runs of a club runner, in order, up to the eve") {
    const auto year = app::sample_year(kLastDay);
    CHECK(year.size() >= 130);
    CHECK(year.size() <= 220);
    CHECK(std::ranges::is_sorted(year, {}, [](const Activity& a) { return *a.started_at; }));
    CHECK(day_run(year.back()) == kLastDay - days(1));
    CHECK(day_run(year.front()) >= kLastDay - days(364));
    std::size_t bytes = 0;
    for (const Activity& activity : year) {
        bytes += encode::fit_activity(activity).size();
    }
    MESSAGE(year.size() << " runs, " << bytes << " bytes of FIT");
    CHECK(bytes < 8'000'000);
}

TEST_CASE("every sample file decodes whole and says what its Activity says") {
    for (const Activity& activity : app::sample_year(kLastDay)) {
        const auto read = decode::decode(encode::fit_activity(activity));
        CAPTURE(format_instant(*activity.started_at));
        CHECK(read.integrity == Integrity::ok);
        CHECK(read.kind == FileKind::activity);
        CHECK_FALSE(read.error.has_value());
        CHECK(read.warnings.empty());
        CHECK(read.activity.started_at == activity.started_at);
        CHECK(read.activity.local_offset == activity.local_offset);
        CHECK(read.activity.records.size() == activity.records.size());
        CHECK(read.activity.laps.size() == activity.laps.size());
        REQUIRE(read.activity.legs.size() == 1);
        const Leg& leg = read.activity.legs[0];
        CHECK(leg.sport == "running");
        REQUIRE(leg.distance.has_value());
        REQUIRE(leg.timer.has_value());
        CHECK(leg.distance->value() == doctest::Approx(distance_of(activity)).epsilon(1e-5));
        CHECK(leg.timer->value() == activity.legs[0].timer->value());
    }
}

TEST_CASE("the story is in the numbers: a jump, then fewer and shorter runs") {
    const auto year = app::sample_year(kLastDay);
    CHECK(longest(year, 60, 30) <= 14'000);
    CHECK(longest(year, 30, 0) / longest(year, 60, 30) > 1.10);
    CHECK(longest(year, 28, 12) >= 19'000);
    CHECK(longest(year, 12, 0) < 8000);
    CHECK(runs_between(year, 26, 14) > runs_between(year, 12, 0));
    int quiet_weeks = 0;
    for (int week = 0; week < 52; ++week) {
        quiet_weeks += runs_between(year, 7 * week + 7, 7 * week) == 0 ? 1 : 0;
    }
    CHECK(quiet_weeks == 1);
}

TEST_CASE("the sample runner's numbers agree with each other") {
    for (const Activity& activity : app::sample_year(kLastDay)) {
        CAPTURE(format_instant(*activity.started_at));
        const Records& records = activity.records;
        std::size_t odd = 0;
        double ground = 0;
        for (std::size_t i = 0; i < records.size(); ++i) {
            odd += plausible(records, i) ? 0U : 1U;
            ground += i > 0 ? ground_covered(records, i) : 0;
        }
        CHECK(odd == 0);
        CHECK(ground == doctest::Approx(distance_of(activity)).epsilon(0.005));
        CHECK(activity.legs[0].elapsed->value() >= activity.legs[0].timer->value());
    }
}

}  // namespace footsure
