// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace footsure::merge {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:07Z")->at;

Extent extent(seconds after, double elapsed, double distance) {
    return {kStart + after, Seconds(elapsed), Metres(distance)};
}

const Extent kRun = extent(seconds(0), 3000, 10'000);

bool same(const Extent& one, const Extent& other) {
    return same_run(one, other).has_value();
}

}  // namespace

TEST_CASE("a copy starts within five seconds and is as long within two per cent") {
    CHECK(same_run(kRun, extent(seconds(5), 3004, 10'190)) == seconds(0));
    CHECK(same_run(kRun, extent(seconds(-5), 2998, 9'810)) == seconds(0));
    // Elapsed times of copies may differ by the pauses that one format leaves out.
    CHECK(same_run(kRun, extent(seconds(0), 2400, 10'000)) == seconds(0));
}

TEST_CASE("a copy in another time zone is laid back by whole quarter hours") {
    CHECK(same_run(kRun, extent(hours(1) + seconds(3), 3004, 10'050)) == hours(-1));
    CHECK(same_run(kRun, extent(hours(-9) - minutes(30), 3000, 10'000)) == hours(9) + minutes(30));
    CHECK(same_run(kRun, extent(hours(5) + minutes(45), 3000, 10'000)) == -hours(5) - minutes(45));
    CHECK(same_run(kRun, extent(hours(14), 3000, 10'000)) == hours(-14));
}

TEST_CASE("a shifted candidate that differs in anything is another run") {
    CHECK_FALSE(same(kRun, extent(hours(2) + seconds(40), 3000, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(2) + minutes(7), 3000, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(2), 3030, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(2), 3000, 10'300)));
    CHECK_FALSE(same(kRun, extent(hours(2), 1500, 5'000)));
    CHECK_FALSE(same(kRun, extent(hours(2), 3000, 0)));
    CHECK_FALSE(same(kRun, extent(hours(2), 0, 10'000)));
}

TEST_CASE("equal runs at the same time of day on two days stay two") {
    CHECK_FALSE(same(kRun, extent(hours(24), 3000, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(-24), 3000, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(7 * 24), 3000, 10'000)));
    CHECK_FALSE(same(kRun, extent(hours(14) + minutes(15), 3000, 10'000)));
}

TEST_CASE("one after the other stays two, also when the way back is as long as the way out") {
    const Extent out = extent(seconds(0), 1800, 5'000);
    CHECK_FALSE(same(out, extent(seconds(1800), 1800, 5'000)));
    CHECK_FALSE(same(out, extent(seconds(1802), 1803, 5'010)));
    CHECK_FALSE(same(out, extent(seconds(2700), 1800, 5'000)));
    const Extent hour = extent(seconds(0), 3600, 12'000);
    CHECK_FALSE(same(hour, extent(seconds(3600), 3600, 12'000)));
    CHECK_FALSE(same(hour, extent(seconds(3603), 3598, 12'000)));
}

TEST_CASE("intervals of one session stay apart, and a warm-up twenty minutes before") {
    for (int i = 1; i < 6; ++i) {
        CHECK_FALSE(
            same(extent(seconds(0), 240, 1'000), extent(seconds(360 * i), 240.0 + i, 1'000)));
    }
    // Three quarters of an hour later to the second, but a quarter hour is no zone.
    CHECK_FALSE(same(extent(seconds(0), 240, 1'000), extent(minutes(45), 240, 1'000)));
    CHECK_FALSE(same(extent(minutes(-20), 900, 2'000), kRun));
    CHECK_FALSE(same(extent(minutes(-20), 1170, 2'500), kRun));
}

TEST_CASE("a recording that lacks its end or its beginning is of the same run") {
    CHECK(same_run(kRun, extent(seconds(2), 1200, 4'100)) == seconds(0));
    CHECK(same_run(kRun, extent(seconds(1800), 1200, 3'900)) == seconds(0));
    CHECK(same_run(kRun, extent(seconds(1800), 1204, 4'300)) == seconds(0));
    // The first third may be slower than the mean by a fifth.
    CHECK(same_run(kRun, extent(seconds(0), 1000, 2'700)) == seconds(0));
    // Two devices, the second started and stopped a little later.
    CHECK(same_run(kRun, extent(seconds(40), 2990, 10'350)) == seconds(0));
}

TEST_CASE("an overlap whose distance is out of proportion is not of the same run") {
    CHECK_FALSE(same(kRun, extent(seconds(2), 1200, 8'000)));
    CHECK_FALSE(same(kRun, extent(seconds(40), 2990, 8'500)));
    CHECK_FALSE(same(kRun, extent(seconds(600), 1200, 100)));
    // A short touch is a clock's error, not a shared run.
    CHECK_FALSE(same(kRun, extent(seconds(2700), 1800, 6'000)));
}

TEST_CASE("an entry by hand to the minute and the round kilometre is of the same run") {
    const Instant minute = std::chrono::floor<minutes>(kStart);
    CHECK(same_run(kRun, {minute, Seconds(3000), Metres(10'000)}) == seconds(0));
    CHECK(same_run(kRun, {minute, Seconds(0), Metres(10'000)}) == seconds(0));
    CHECK(same_run({minute, Seconds(0), Metres(1'000)}, extent(seconds(10), 300, 1'049)) ==
          seconds(0));
    CHECK_FALSE(same(kRun, {minute, Seconds(0), Metres(8'000)}));
    CHECK_FALSE(same(kRun, {minute + minutes(2), Seconds(0), Metres(10'000)}));
    CHECK_FALSE(same(kRun, {minute + hours(1), Seconds(0), Metres(10'000)}));
    // Not to the minute, and not within five seconds: two devices' word stands against each other.
    CHECK_FALSE(same(kRun, extent(seconds(20), 0, 10'000)));
}

TEST_CASE("without a distance the times must agree nearly whole") {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    for (const double none : {0.0, kNone}) {
        CHECK(same_run(kRun, extent(seconds(4), 2996, none)) == seconds(0));
        CHECK(same_run(kRun, extent(seconds(60), 2950, none)) == seconds(0));
        CHECK_FALSE(same(kRun, extent(seconds(4), 1500, none)));
        CHECK_FALSE(same(kRun, extent(hours(1), 3000, none)));
        CHECK(same_run(kRun, extent(seconds(4), none, none)) == seconds(0));
        CHECK_FALSE(same(kRun, extent(seconds(30), none, none)));
    }
}

TEST_CASE("dates of clocks that were never set agree by chance") {
    const Instant never = parse_instant("1989-12-31T00:00:00Z")->at;
    const Extent one{never, Seconds(3000), Metres(10'000)};
    CHECK(same(one, {never, Seconds(3000), Metres(10'010)}));
    CHECK_FALSE(same(one, {never, Seconds(2000), Metres(6'700)}));
    CHECK_FALSE(same(one, {never + seconds(2), Seconds(3060), Metres(10'100)}));
    CHECK_FALSE(same(one, {never + seconds(600), Seconds(2000), Metres(6'700)}));
}

TEST_CASE("no recording of the same run starts beyond the reach") {
    const Extent days = extent(seconds(0), 3 * 86'400, 400'000);
    CHECK(same(days, extent(hours(23), 86'400, 133'000)));
    CHECK_FALSE(same(days, extent(hours(25), 86'400, 133'000)));
    CHECK(reach() == hours(24));
}

TEST_CASE("the extent of a run is what its Leg says, else its Records") {
    Activity run;
    CHECK_FALSE(extent_of(run));
    run.legs.resize(1);
    run.records.at = {kStart + seconds(2), kStart + seconds(12)};
    run.records.distance.set(0, Metres(3));
    run.records.distance.set(1, Metres(33));
    const auto from_records = extent_of(run);
    CHECK(from_records->started_at == kStart + seconds(2));
    CHECK(from_records->elapsed == Seconds(10));
    CHECK(from_records->distance == Metres(33));
    run.legs[0].started_at = kStart;
    run.legs[0].elapsed = Seconds(14);
    run.legs[0].distance = Metres(36);
    const auto from_leg = extent_of(run);
    CHECK(from_leg->started_at == kStart);
    CHECK(from_leg->elapsed == Seconds(14));
    CHECK(from_leg->distance == Metres(36));
    run.records = {};
    run.legs[0].elapsed.reset();
    run.legs[0].timer = Seconds(11);
    CHECK(extent_of(run)->elapsed == Seconds(11));
}

}  // namespace footsure::merge
