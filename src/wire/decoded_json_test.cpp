// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using wire::Json;

namespace {

Leg leg(const char* sport, double metres, double timer) {
    Leg one{.sport = sport, .sub_sport = "generic"};
    one.distance = Metres(metres);
    one.timer = Seconds(timer);
    return one;
}

DecodedFile file_of(std::vector<Leg> legs) {
    DecodedFile file{.format = FileFormat::fit, .kind = FileKind::activity};
    file.activity.legs = std::move(legs);
    return file;
}

Json written(const DecodedFile& file) {
    return Json::parse(wire::write_decoded(file, "a.fit"));
}

}  // namespace

TEST_CASE("a decoded file is one line with its keys in order") {
    const std::string line = wire::write_decoded(file_of({leg("running", 1000, 300)}), "a.fit");
    CHECK(line.find('\n') == std::string::npos);
    const Json json = Json::parse(line);
    std::string keys;
    for (const auto& [key, value] : json.items()) {
        keys += key + " ";
    }
    CHECK(keys == "file format kind content sport started_at local_offset_s offset_quality "
                  "distance_m elapsed_s timer_s ascent_m descent_m records merged_records laps "
                  "avg_heart_rate_bpm avg_cadence_spm avg_stance_time_ms "
                  "avg_vertical_oscillation_mm pauses beats sensors devices integrity warnings "
                  "legs running ");
}

TEST_CASE("totals go over all legs, running over the running ones") {
    Leg treadmill = leg("fitness_equipment", 500, 200);
    treadmill.sub_sport = "treadmill";
    Leg rower = leg("fitness_equipment", 70, 60);
    const Json json = written(
        file_of({leg("cycling", 20000, 3600), leg("running", 5000.126, 1500), treadmill, rower}));
    CHECK(json["sport"] == "cycling");
    CHECK(json["distance_m"] == 25570.13);
    CHECK(json["timer_s"] == 5360.0);
    CHECK(json["running"]["distance_m"] == 5500.13);
    CHECK(json["running"]["timer_s"] == 1700.0);
    CHECK(json["legs"].size() == 4);
}

TEST_CASE("what no leg says is null, what one says is the total") {
    Leg silent{.sport = "running", .sub_sport = "generic"};
    const Json none = written(file_of({silent}));
    for (const auto* key : {"started_at", "local_offset_s", "distance_m", "elapsed_s", "timer_s",
                            "ascent_m", "avg_heart_rate_bpm", "avg_stance_time_ms"}) {
        CAPTURE(key);
        CHECK(none.at(key).is_null());
    }
    CHECK(none["running"]["distance_m"].is_null());
    CHECK(none["legs"][0]["distance_m"].is_null());
    const Json one = written(file_of({silent, leg("running", 100, 30)}));
    CHECK(one["distance_m"] == 100.0);
    const Json bike = written(file_of({leg("cycling", 100, 30)}));
    CHECK(bike["running"]["distance_m"].is_null());
    CHECK(written(file_of({}))["sport"].is_null());
}

TEST_CASE("averages weigh legs by their time and change to the unit of the key") {
    Leg slow = leg("running", 1000, 300);
    slow.average_heart_rate = BeatsPerMinute(120);
    slow.average_stance_time = Seconds(0.25);
    slow.average_vertical_oscillation = Metres(0.08);
    slow.average_cadence = Cadence(160);
    Leg fast = leg("running", 1000, 100);
    fast.average_heart_rate = BeatsPerMinute(160);
    const Json json = written(file_of({slow, fast}));
    CHECK(json["avg_heart_rate_bpm"] == 130.0);
    CHECK(json["avg_stance_time_ms"] == 250.0);
    CHECK(json["avg_vertical_oscillation_mm"] == 80.0);
    CHECK(json["avg_cadence_spm"] == 160.0);
}

TEST_CASE("an error stands beside what could be read") {
    DecodedFile file = file_of({leg("running", 1000, 300)});
    file.integrity = Integrity::truncated;
    file.warnings = {"w"};
    CHECK_FALSE(written(file).contains("error"));
    file.error = DecodeError{DecodeErrorCode::truncated, "ends \xFF early", 77};
    const Json json = written(file);
    CHECK(json["distance_m"] == 1000.0);
    CHECK(json["integrity"] == "truncated");
    CHECK(json["warnings"].dump() == R"(["w"])");
    CHECK(json["error"]["code"] == "truncated");
    CHECK(json["error"]["offset"] == 77);
}

TEST_CASE("the start is written in UTC, the offset beside it") {
    DecodedFile file = file_of({});
    file.activity.started_at = parse_instant("2026-03-01T18:00:00.5+01:00")->at;
    file.activity.local_offset = std::chrono::seconds(-12600);
    const Json json = written(file);
    CHECK(json["started_at"] == "2026-03-01T17:00:00.500Z");
    CHECK(json["local_offset_s"] == -12600);
}

TEST_CASE("a leg tells its dynamics in millimetres and per cent") {
    Leg run = leg("running", 1000, 300);
    run.descent = Metres(12);
    run.average_power = Watts(250);
    run.average_step_length = Metres(1.0561);
    run.average_vertical_ratio = Share(0.0791);
    run.average_stance_time_balance = Share(0.4799);
    run.perceived_exertion = 5;
    run.feel = Share(0.25);
    const Json json = written(file_of({run}));
    const Json& one = json["legs"][0];
    CHECK(one["descent_m"] == 12.0);
    CHECK(one["avg_power_w"] == 250.0);
    CHECK(one["avg_step_length_mm"] == 1056.1);
    CHECK(one["avg_vertical_ratio_pct"] == 7.91);
    CHECK(one["avg_stance_time_balance_pct"] == 47.99);
    CHECK(one["perceived_exertion"] == 5.0);
    CHECK(one["feel_pct"] == 25.0);
    CHECK(json["descent_m"] == 12.0);
    const Json silent = written(file_of({leg("running", 1000, 300)}));
    CHECK(silent["legs"][0]["feel_pct"].is_null());
    CHECK(silent["legs"][0]["perceived_exertion"].is_null());
}

TEST_CASE("sensors, devices, pauses and beats are told beside the legs") {
    DecodedFile file = file_of({leg("running", 1000, 300)});
    file.content = "activity";
    file.merged_records = 2;
    file.salvage = Salvage{.kept = Seconds(90), .whole = Seconds(120)};
    Activity& activity = file.activity;
    activity.offset_quality = OffsetQuality::position;
    activity.records.at.resize(3);
    activity.records.sensors.push_back({.sensor = "RunScribe",
                                        .quantity = SensorQuantity::pronation,
                                        .side = Side::left,
                                        .values = {-10, std::nan(""), -12}});
    activity.devices.push_back({.name = "garmin HRM-Pro", .role = "heart_rate", .battery = {}});
    activity.devices.back().battery = Share(0.8);
    activity.pauses.push_back(
        {.from = Instant(std::chrono::seconds(60)), .until = Instant(std::chrono::seconds(90))});
    activity.beat_intervals = {Seconds(0.5), Seconds(0.6)};
    const Json json = written(file);
    CHECK(json["content"] == "activity");
    CHECK(json["offset_quality"] == "position");
    CHECK(json["records"] == 5);
    CHECK(json["beats"] == 2);
    CHECK(json["pauses"][0]["from"] == "1970-01-01T00:01:00Z");
    CHECK(json["devices"][0]["battery_pct"] == 80.0);
    CHECK(json["sensors"][0].dump() ==
          R"({"sensor":"RunScribe","quantity":"pronation","side":"left","values":2,"mean":-11.0})");
    CHECK(json["salvage"]["whole_s"] == 120.0);
}
