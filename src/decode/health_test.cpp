// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/health_reader.hpp"
#include "decode/zone_name.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>

using namespace footsure;
using namespace footsure::decode;

namespace {

DecodedFile decode_text(const std::string& text) {
    return decode::decode(std::as_bytes(std::span(text)));
}

std::string time_of(int second) {
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return "2024-07-01 10:" + two(second / 60) + ":" + two(second % 60) + " +0200";
}

std::string record(const std::string& type, int from, int until, const std::string& value,
                   const std::string& source = "Watch") {
    const std::string unit = type == "HeartRate"                    ? "count/min"
                             : type == "StepCount"                  ? "count"
                             : type == "DistanceWalkingRunning"     ? "km"
                             : type == "RunningSpeed"               ? "mi/hr"
                             : type == "RunningPower"               ? "W"
                             : type == "RunningGroundContactTime"   ? "ms"
                             : type == "RunningVerticalOscillation" ? "cm"
                                                                    : "m";
    return "<Record type='HKQuantityTypeIdentifier" + type + "' sourceName='" + source +
           "' unit='" + unit + "' startDate='" + time_of(from) + "' endDate='" + time_of(until) +
           "' value='" + value + "'/>";
}

std::string workout(const std::string& inside, const std::string& source = "Watch",
                    const std::string& type = "Running") {
    return "<Workout workoutActivityType='HKWorkoutActivityType" + type + "' sourceName='" +
           source + "' duration='9.5' durationUnit='min' startDate='" + time_of(0) + "' endDate='" +
           time_of(600) + "'>" + inside + "</Workout>";
}

std::string document(const std::string& inside) {
    return "<?xml version='1.0'?><HealthData locale='de_DE'>" + inside + "</HealthData>";
}

/// What iOS 16 writes: an attribute list that is no part of the language.
constexpr const char* kBrokenDoctype =
    "<!DOCTYPE HealthData [\n<!-- HealthKit Export Version: 12 -->\n<!ELEMENT HealthData "
    "(ExportDate,Me,Record*)>\n<!ATTLIST HealthData\n  locale CDATA #REQUIRED\n>\n"
    "<!ELEMENT HeartRateVariabilityMetadataList [>\n<!ATTLIST Record\n  startDate CDATA "
    "#REQUIRED\n>\n  device CDATA #IMPLIED\n>\n<!ENTITY a 'b'>\n]>\n";

}  // namespace

TEST_CASE("running form of a health record comes in our units") {
    const DecodedFile file = decode_text(
        document(workout("") + record("HeartRate", 5, 5, "150") +
                 record("RunningGroundContactTime", 0, 5, "245") +
                 record("RunningVerticalOscillation", 0, 5, "8.7") +
                 record("RunningStrideLength", 0, 5, "1.05") + record("RunningPower", 0, 5, "230") +
                 record("RunningSpeed", 0, 5, "6.71081") + record("StepCount", 0, 5, "14") +
                 record("DistanceWalkingRunning", 0, 5, "0.015")));
    const Records& records = file.activity.records;
    REQUIRE(records.size() == 1);
    CHECK(records.heart_rate.at(0)->value() == 150);
    CHECK(records.stance_time.at(0)->value() == doctest::Approx(0.245));
    CHECK(records.vertical_oscillation.at(0)->value() == doctest::Approx(0.087));
    CHECK(records.step_length.at(0)->value() == 1.05);
    CHECK(records.power.at(0)->value() == 230);
    CHECK(records.speed.at(0)->value() == doctest::Approx(3));
    CHECK(records.cadence.at(0)->value() == doctest::Approx(168));
    CHECK(records.distance.at(0)->value() == doctest::Approx(15));
    CHECK(file.content == "activity");
}

TEST_CASE("phone and watch are never added; another source stands in where there is no own") {
    const std::string both = record("DistanceWalkingRunning", 0, 60, "0.2") +
                             record("DistanceWalkingRunning", 0, 60, "0.19", "Phone") +
                             record("DistanceWalkingRunning", 60, 120, "0.2") +
                             record("DistanceWalkingRunning", 60, 120, "0.19", "Phone") +
                             record("HeartRate", 30, 30, "140", "Strap");
    const DecodedFile own = decode_text(document(both + workout("")));
    CHECK(own.activity.legs[0].distance->value() == doctest::Approx(400));
    const DecodedFile phone = decode_text(document(both + workout("", "Phone")));
    CHECK(phone.activity.legs[0].distance->value() == doctest::Approx(380));
    CHECK(phone.activity.legs[0].average_heart_rate->value() == 140);
    const DecodedFile neither = decode_text(document(both + workout("", "Strava")));
    CHECK(neither.activity.legs[0].distance->value() == doctest::Approx(400));
}

TEST_CASE("a sample counts with the part that lies within the workout") {
    const DecodedFile file =
        decode_text(document(record("DistanceWalkingRunning", 570, 630, "0.2") + workout("")));
    CHECK(file.activity.legs[0].distance->value() == doctest::Approx(100));
}

TEST_CASE("indoors, zone, climb, statistics, pauses and laps come from the workout") {
    const std::string event = "<WorkoutEvent type='HKWorkoutEventType";
    const DecodedFile file = decode_text(document(workout(
        "<MetadataEntry key='HKIndoorWorkout' value='1'/>"
        "<MetadataEntry key='HKTimeZone' value='America/New_York'/>"
        "<MetadataEntry key='HKElevationAscended' value='8500 cm'/>"
        "<WorkoutStatistics type='HKQuantityTypeIdentifierDistanceWalkingRunning' sum='1.5' "
        "unit='mi'/>" +
        event + "Pause' date='" + time_of(100) + "'/>" + event + "Resume' date='" + time_of(130) +
        "'/>" + event + "Lap' date='" + time_of(300) + "'/>" + event + "MotionPaused' date='" +
        time_of(590) + "'/>")));
    const Activity& activity = file.activity;
    const Leg& leg = activity.legs.front();
    CHECK(leg.sub_sport == "treadmill");
    CHECK(leg.ascent->value() == doctest::Approx(85));
    CHECK(leg.distance->value() == doctest::Approx(2414.016));
    CHECK(leg.timer->value() == 570);
    CHECK(leg.elapsed->value() == 600);
    CHECK(activity.local_offset == UtcOffset(-4 * 3600));
    CHECK(activity.offset_quality == OffsetQuality::recorded);
    REQUIRE(activity.pauses.size() == 2);
    CHECK(seconds_between(activity.pauses[0].from, activity.pauses[0].until) == 30);
    CHECK(seconds_between(activity.pauses[1].from, activity.pauses[1].until) == 10);
    REQUIRE(activity.laps.size() == 2);
    CHECK(activity.laps[1].elapsed->value() == 300);
}

TEST_CASE("without a zone the offset is that of the phone that wrote the export") {
    const DecodedFile file = decode_text(document(workout("")));
    CHECK(file.activity.local_offset == UtcOffset(7200));
    CHECK(file.activity.offset_quality == OffsetQuality::setting);
    CHECK(format_instant(*file.activity.started_at) == "2024-07-01T08:00:00Z");
}

TEST_CASE("a broken document type, entities and control characters do not hide a workout") {
    const std::string text =
        std::string("<?xml version='1.0'?>\n") + kBrokenDoctype +
        "<HealthData><Workout workoutActivityType='HKWorkoutActivityTypeRunning"
        "' sourceName='a\x0B"
        "b' startDate='" +
        time_of(0) + "' endDate='" + time_of(60) + "'/></HealthData>";
    const DecodedFile file = decode_text(text);
    CHECK(file.format == FileFormat::apple_health);
    CHECK_FALSE(file.error);
    CHECK(file.activity.legs.size() == 1);
    CHECK(file.activity.device == "a b");
    const DecodedFile entity =
        decode_text(std::string(kBrokenDoctype) + "<HealthData><Me a='&a;'/></HealthData>");
    REQUIRE(entity.error);
    CHECK(entity.error->code == DecodeErrorCode::malformed_xml);
}

TEST_CASE("an export without runs is no activity, and says how many workouts there are") {
    const DecodedFile file =
        decode_text(document(workout("", "Watch", "Cycling") + workout("", "Watch", "Walking")));
    CHECK(file.kind == FileKind::other);
    CHECK(file.activity.legs.empty());
    CHECK(file.content == "health export");
    REQUIRE(file.warnings.size() == 1);
    CHECK(file.warnings[0] == "2 workouts are no runs");
}

TEST_CASE("records that repeat within a correlation are not counted twice") {
    const std::string one = record("DistanceWalkingRunning", 0, 60, "0.2");
    const DecodedFile file =
        decode_text(document(one + "<Correlation>" + one + "</Correlation>" + workout("")));
    CHECK(file.activity.records.size() == 1);
    CHECK(file.activity.legs[0].distance->value() == doctest::Approx(200));
}

TEST_CASE("zones know their summer") {
    const auto hours = [](const char* zone, const char* at) {
        const auto offset = offset_of_zone(zone, parse_instant(at)->at);
        return offset ? static_cast<double>(offset->count()) / 3600 : 99;
    };
    CHECK(hours("Europe/Berlin", "2024-03-31T00:59:59Z") == 1);
    CHECK(hours("Europe/Berlin", "2024-03-31T01:00:00Z") == 2);
    CHECK(hours("America/New_York", "2024-11-03T05:59:59Z") == -4);
    CHECK(hours("America/New_York", "2024-11-03T06:00:00Z") == -5);
    CHECK(hours("Australia/Sydney", "2024-01-15T00:00:00Z") == 11);
    CHECK(hours("Australia/Sydney", "2024-04-06T16:00:00Z") == 10);
    CHECK(hours("Pacific/Auckland", "2024-09-28T14:00:00Z") == 13);
    CHECK(hours("Asia/Kolkata", "2024-07-01T00:00:00Z") == 5.5);
    CHECK(hours("Europe", "2024-07-01T00:00:00Z") == 99);
    CHECK(hours("", "2024-07-01T00:00:00Z") == 99);
    CHECK(hours("Europe/Berlin Europe/Paris", "2024-07-01T00:00:00Z") == 99);
}

TEST_CASE("times of health records are read strictly") {
    const auto time = parse_health_time("2024-02-29 23:59:59 -0330");
    REQUIRE(time);
    CHECK(format_instant(time->at) == "2024-03-01T03:29:59Z");
    CHECK(time->offset == UtcOffset(-12'600));
    for (const char* text :
         {"2023-02-29 00:00:00 +0000", "2024-02-29T23:59:59 +0000", "2024-02-29 23:59:59 +00:00",
          "2024-02-29 23:59:59", "", "2024-0a-29 23:59:59 +0000", "2024-02-29 23:59:59 *0000"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_health_time(text));
    }
}
