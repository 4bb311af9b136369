// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

namespace footsure::merge {

namespace {

using std::chrono::hours;
using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:00Z")->at;

/// A Record each `step` seconds with place and distance.
Activity run_of(int records, int step) {
    Activity run;
    run.started_at = kStart;
    run.legs.resize(1);
    run.legs[0].sport = "running";
    run.legs[0].sub_sport = "generic";
    run.legs[0].started_at = kStart;
    run.legs[0].elapsed = Seconds(records * step);
    run.legs[0].distance = Metres(3.0 * records * step);
    for (int i = 0; i < records; ++i) {
        const auto at = static_cast<std::size_t>(i);
        run.records.at.push_back(kStart + seconds(i * step));
        run.records.latitude.set(at, GeoDegrees(50 + 0.001 * i));
        run.records.longitude.set(at, GeoDegrees(10));
        run.records.distance.set(at, Metres(3.0 * i * step));
    }
    return run;
}

template <class Q>
void fill(Column<Q>& channel, std::size_t records, double value) {
    channel = Column<Q>(std::vector<double>(records, value));
}

Activity merged_of(const Activity& one, FileFormat format, const Activity& other,
                   FileFormat other_format) {
    const std::vector<RecordedRun> sources{{&one, format, {}}, {&other, other_format, {}}};
    return merged(sources);
}

}  // namespace

TEST_CASE("a RecordedRun alone stays as it is") {
    const Activity run = run_of(20, 1);
    const std::vector<RecordedRun> sources{{&run, FileFormat::gpx, {}}};
    const Activity all = merged(sources);
    CHECK(all.records.at == run.records.at);
    CHECK(all.records.distance.raw() == run.records.distance.raw());
    CHECK(all.legs[0].distance == run.legs[0].distance);
}

TEST_CASE(
    "the RecordedRun with running dynamics gives the Records, the other the channels it lacks") {
    Activity watch = run_of(60, 1);
    fill(watch.records.stance_time, 60, 0.25);
    watch.records.latitude = {};
    watch.records.longitude = {};
    Activity phone = run_of(12, 5);
    fill(phone.records.heart_rate, 12, 150);
    for (std::size_t i = 0; i < 12; ++i) {
        phone.records.heart_rate.set(i, BeatsPerMinute(150 + static_cast<double>(i)));
    }
    const Activity all = merged_of(phone, FileFormat::tcx, watch, FileFormat::gpx);
    REQUIRE(all.records.size() == 60);
    CHECK(all.records.stance_time.at(59) == Seconds(0.25));
    CHECK(all.records.heart_rate.at(0) == BeatsPerMinute(150));
    CHECK(all.records.heart_rate.at(7) == BeatsPerMinute(151));
    CHECK(all.records.heart_rate.at(8) == BeatsPerMinute(152));
    // Three seconds after the phone's last Record its word is still good, later it is not.
    CHECK(all.records.heart_rate.at(58) == BeatsPerMinute(161));
    CHECK_FALSE(all.records.heart_rate.at(59).has_value());
    CHECK(all.records.latitude.at(10)->value() == doctest::Approx(50.002));
    CHECK(all.records.longitude.at(10) == GeoDegrees(10));
    // Its own distances stay its own.
    CHECK(all.records.distance.raw() == watch.records.distance.raw());
}

TEST_CASE("a channel comes from one RecordedRun as a whole") {
    Activity watch = run_of(60, 1);
    fill(watch.records.stance_time, 60, 0.25);
    fill(watch.records.heart_rate, 60, 140);
    for (std::size_t i = 20; i < 40; ++i) {
        watch.records.heart_rate.set(i, BeatsPerMinute(NAN));
    }
    Activity strap = run_of(60, 1);
    fill(strap.records.heart_rate, 60, 150);
    const Activity all = merged_of(watch, FileFormat::fit, strap, FileFormat::fit);
    CHECK(all.records.heart_rate.at(0) == BeatsPerMinute(140));
    CHECK_FALSE(all.records.heart_rate.at(30).has_value());
    for (std::size_t i = 10; i < 60; ++i) {
        watch.records.heart_rate.set(i, BeatsPerMinute(NAN));
    }
    const Activity other = merged_of(watch, FileFormat::fit, strap, FileFormat::fit);
    CHECK(other.records.heart_rate.at(0) == BeatsPerMinute(150));
    CHECK(other.records.heart_rate.at(30) == BeatsPerMinute(150));
}

TEST_CASE("a recording cut short does not shorten the run, and gives what it has") {
    Activity watch = run_of(300, 1);
    watch.records = {};
    const Activity half = run_of(150, 1);
    watch.records = half.records;
    watch.legs = half.legs;
    fill(watch.records.stance_time, 150, 0.25);
    const Activity phone = run_of(300, 1);
    const Activity all = merged_of(watch, FileFormat::fit, phone, FileFormat::gpx);
    CHECK(all.records.size() == 300);
    CHECK(all.legs[0].distance == Metres(900));
    CHECK(all.records.stance_time.at(149) == Seconds(0.25));
    CHECK_FALSE(all.records.stance_time.at(160).has_value());
}

TEST_CASE("times are those of the clock that knew its zone") {
    Activity watch = run_of(1200, 1);
    watch.local_offset = UtcOffset(3600);
    watch.offset_quality = OffsetQuality::recorded;
    Activity export_file = run_of(1200, 1);
    fill(export_file.records.stance_time, 1200, 0.25);
    export_file.laps.resize(3, Lap{kStart, Seconds(400), Seconds(400), Metres(1200)});
    export_file.offset_quality = OffsetQuality::position;
    export_file.started_at = kStart + hours(1);
    export_file.legs[0].started_at = export_file.started_at;
    for (Lap& lap : export_file.laps) {
        lap.started_at = export_file.started_at;
    }
    for (Instant& at : export_file.records.at) {
        at += hours(1);
    }
    const Activity all = merged_of(watch, FileFormat::fit, export_file, FileFormat::tcx);
    CHECK(all.started_at == kStart);
    CHECK(all.legs[0].started_at == kStart);
    CHECK(all.records.at.front() == kStart);
    CHECK(all.laps.at(0).started_at == kStart);
    CHECK(all.records.stance_time.at(7) == Seconds(0.25));
    CHECK(all.local_offset == UtcOffset(3600));
    CHECK(all.offset_quality == OffsetQuality::recorded);
}

TEST_CASE("totals, laps, pauses, beats and devices come from whoever has them") {
    Activity watch = run_of(30, 1);
    fill(watch.records.stance_time, 30, 0.25);
    watch.legs[0].timer = Seconds(0);
    watch.laps.resize(1, Lap{kStart, Seconds(30), Seconds(30), Metres(90)});
    watch.laps.push_back(Lap{kStart + seconds(29), Seconds(1), Seconds(1), Metres(2)});
    watch.laps.push_back(Lap{kStart + seconds(30), Seconds(1), Seconds(1), Metres(1)});
    watch.devices = {{"garmin", "recorder", std::nullopt}};
    Activity other = run_of(30, 1);
    other.legs[0].timer = Seconds(28);
    other.legs[0].sub_sport = "trail";
    other.legs[0].ascent = Metres(12);
    other.laps.resize(2, Lap{kStart, Seconds(15), Seconds(15), Metres(45)});
    other.pauses = {{kStart + seconds(10), kStart + seconds(12)}};
    other.beat_intervals = {Seconds(0.5)};
    other.device = "phone";
    other.devices = {{"garmin", "recorder", std::nullopt}, {"strap", "heart_rate", Share(0.5)}};
    const Activity all = merged_of(watch, FileFormat::fit, other, FileFormat::tcx);
    CHECK(all.legs[0].timer == Seconds(28));
    CHECK(all.legs[0].sub_sport == "trail");
    CHECK(all.legs[0].ascent == Metres(12));
    CHECK(all.laps.size() == 2);  // the watch's two stubs are no laps
    CHECK(all.pauses.size() == 1);
    CHECK(all.beat_intervals.size() == 1);
    CHECK(all.device == "phone");
    CHECK(all.devices.size() == 2);
}

TEST_CASE("sensors stay apart from the device's channels and from each other") {
    Activity watch = run_of(10, 1);
    fill(watch.records.stance_time, 10, 0.25);
    watch.records.sensors = {
        {"Stryd", SensorQuantity::stance_time, Side::both, std::vector<double>(10, 0.24)}};
    Activity pods = run_of(10, 1);
    pods.records.sensors = {
        {"Stryd", SensorQuantity::stance_time, Side::both, std::vector<double>(10, 0.2)},
        {"RunScribe", SensorQuantity::stance_time, Side::left, std::vector<double>(10, 0.23)}};
    const Activity all = merged_of(watch, FileFormat::fit, pods, FileFormat::fit);
    REQUIRE(all.records.sensors.size() == 2);
    CHECK(all.records.stance_time.at(0) == Seconds(0.25));
    CHECK(all.records.sensors[0].values[0] == 0.24);
    CHECK(all.records.sensors[1].side == Side::left);
}

TEST_CASE("an enriched later copy becomes the better one") {
    const Activity before = run_of(20, 1);
    Activity later = before;
    fill(later.records.power, 20, 250);
    const Activity all = merged_of(before, FileFormat::fit, later, FileFormat::fit);
    CHECK(all.records.power.at(3) == Watts(250));
}

TEST_CASE("hints fill what the Activity does not say, and nothing else") {
    Hints hints;
    hints.sport = "running";
    hints.sub_sport = "trail";
    hints.perceived_exertion = 6;
    hints.started_at = kStart;
    hints.local_offset = UtcOffset(7200);
    Activity silent;
    silent.legs.resize(1);
    silent.legs[0].sport = "unknown";
    silent.legs[0].sub_sport = "generic";
    apply(hints, silent);
    CHECK(silent.legs[0].sport == "running");
    CHECK(silent.legs[0].sub_sport == "trail");
    CHECK(silent.legs[0].perceived_exertion == 6);
    CHECK(silent.started_at == kStart);
    CHECK(silent.legs[0].started_at == kStart);
    CHECK(silent.local_offset == UtcOffset(7200));
    Activity says = run_of(2, 1);
    says.legs[0].sport = "cycling";
    says.legs[0].perceived_exertion = 2;
    says.local_offset = UtcOffset(3600);
    says.offset_quality = OffsetQuality::recorded;
    says.started_at = kStart + seconds(4);
    apply(hints, says);
    CHECK(says.legs[0].sport == "cycling");
    CHECK(says.legs[0].sub_sport == "generic");
    CHECK(says.legs[0].perceived_exertion == 2);
    CHECK(says.local_offset == UtcOffset(3600));
    CHECK(says.started_at == kStart + seconds(4));
}

TEST_CASE("hints of any RecordedRun reach the run") {
    Activity one = run_of(20, 1);
    const Activity other = run_of(10, 1);
    Hints hints;
    hints.perceived_exertion = 7;
    const std::vector<RecordedRun> sources{{&one, FileFormat::fit, {}},
                                           {&other, FileFormat::gpx, hints}};
    CHECK(merged(sources).legs[0].perceived_exertion == 7);
}

TEST_CASE("a corrected distance stretches distances, speeds and step lengths") {
    Activity run = run_of(10, 1);
    fill(run.records.speed, 10, 3);
    fill(run.records.step_length, 10, 1);
    fill(run.records.vertical_ratio, 10, 0.08);
    run.laps.resize(1, Lap{kStart, Seconds(10), Seconds(10), Metres(30)});
    Correction correction;
    correction.distance = Metres(45);
    const Activity longer = corrected(run, correction);
    CHECK(longer.legs[0].distance == Metres(45));
    CHECK(longer.records.distance.at(9)->value() == doctest::Approx(40.5));
    CHECK(longer.records.speed.at(0)->value() == doctest::Approx(4.5));
    CHECK(longer.records.step_length.at(0)->value() == doctest::Approx(1.5));
    CHECK(longer.records.vertical_ratio.at(0)->value() == doctest::Approx(0.08 / 1.5));
    CHECK(longer.laps[0].distance->value() == doctest::Approx(45));
    CHECK(longer.records.at == run.records.at);
}

TEST_CASE("a corrected timer stretches times and slows or speeds the run") {
    Activity run = run_of(10, 1);
    run.legs[0].timer = Seconds(10);
    fill(run.records.speed, 10, 3);
    run.pauses = {{kStart + seconds(2), kStart + seconds(4)}};
    Correction correction;
    correction.timer = Seconds(20);
    const Activity slower = corrected(run, correction);
    CHECK(slower.legs[0].timer == Seconds(20));
    CHECK(slower.legs[0].elapsed == Seconds(20));
    CHECK(slower.records.at[9] == kStart + seconds(18));
    CHECK(slower.records.at[0] == kStart);
    CHECK(slower.records.speed.at(0)->value() == doctest::Approx(1.5));
    CHECK(slower.pauses[0].until == kStart + seconds(8));
    CHECK(slower.records.distance.raw() == run.records.distance.raw());
}

TEST_CASE("a corrected start moves everything, a corrected sport renames, no correction changes") {
    const Activity run = run_of(10, 1);
    Correction correction;
    correction.started_at = kStart - hours(2);
    correction.sport = "walking";
    correction.perceived_exertion = 3;
    const Activity moved = corrected(run, correction);
    CHECK(moved.started_at == kStart - hours(2));
    CHECK(moved.legs[0].started_at == kStart - hours(2));
    CHECK(moved.records.at[3] == kStart - hours(2) + seconds(3));
    CHECK(moved.legs[0].sport == "walking");
    CHECK(moved.legs[0].perceived_exertion == 3);
    const Activity same = corrected(run, {});
    CHECK(same.records.at == run.records.at);
    CHECK(same.legs[0].distance == run.legs[0].distance);
}

TEST_CASE("a correction of what was never recorded just says it") {
    Activity bare;
    Correction correction;
    correction.distance = Metres(5000);
    correction.timer = Seconds(1500);
    correction.sport = "running";
    correction.started_at = kStart;
    const Activity run = corrected(bare, correction);
    REQUIRE(run.legs.size() == 1);
    CHECK(run.legs[0].distance == Metres(5000));
    CHECK(run.legs[0].timer == Seconds(1500));
    CHECK(run.started_at == kStart);
}

}  // namespace footsure::merge
