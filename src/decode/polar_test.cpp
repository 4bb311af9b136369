// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/polar_exercise.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>

using namespace footsure;
using namespace footsure::decode;

namespace {

DecodedFile decode_text(const std::string& text) {
    return decode::decode(std::as_bytes(std::span(text)));
}

/// The layout of the years before 2020.
constexpr const char* kOld =
    R"({"exportVersion":"1.3","name":"Lunch","startTime":"2019-05-05T12:00:00.000",
"timeZoneOffset":120,"deviceId":"A1","exercises":[{"startTime":"2019-05-05T12:00:00.000",
"timezoneOffset":120,"duration":"PT1H1M2.5S","distance":10012.5,"sport":"TRAIL_RUNNING",
"ascent":120.0,"descent":115.0,"heartRate":{"min":90,"avg":151,"max":180},
"laps":[{"lapNumber":1,"duration":"PT300S","distance":1000.0,"heartRate":{"avg":150}},
{"lapNumber":2,"duration":"PT310S","distance":1000.0}],
"samples":{"heartRate":[{"dateTime":"2019-05-05T12:00:00.000","value":120},
{"dateTime":"2019-05-05T12:00:01.000","value":0},{"dateTime":"2019-05-05T12:00:02.000"}],
"speed":[{"dateTime":"2019-05-05T12:00:01.000","value":10.8}],
"cadence":[{"dateTime":"2019-05-05T12:00:00.000","value":84},
{"dateTime":"2019-05-05T12:00:01.000","value":85}],
"recordedRoute":[{"dateTime":"2019-05-05T12:00:01.000","longitude":11.5,"latitude":48.1,"altitude":510.0}],
"temperature":[{"dateTime":"2019-05-05T12:00:01.000","value":21.0}]}}]})";

/// The layout of 2025: lists of values, with NaN where there is none.
constexpr const char* kNew =
    R"({"identifier":{"id":"7"},"name":"Running","startTime":"2025-08-16T17:12:22",
"timezoneOffsetMinutes":-420,"product":{"modelName":"Polar Pacer"},"exercises":[{"identifier":{"id":"8"},
"startTime":"2025-08-16T17:12:22","durationMillis":4000,"distanceMeters":12.5,"sport":{"id":"1"},
"laps":{},"samples":{"samples":[{"type":"HEART_RATE","intervalMillis":1000,"values":[NaN,120,"NaN",122]},
{"type":"DISTANCE","intervalMillis":1000,"values":[3,6,9,12.5]},
{"type":"STRIDE_LENGTH","intervalMillis":1000,"values":[1,1,1,1]}]},
"routes":{"route":{"startTime":"2025-08-16T17:12:22","wayPoints":[
{"latitude":37.1,"longitude":-122.0,"elapsedMillis":1001,"altitude":12},
{"latitude":37.1001,"longitude":-122.0,"elapsedMillis":2003,"altitude":13}]}}}]})";

}  // namespace

TEST_CASE("a Polar session of the old layout has its values at their seconds") {
    const DecodedFile file = decode_text(kOld);
    CHECK(file.format == FileFormat::polar);
    CHECK(file.kind == FileKind::activity);
    CHECK_FALSE(file.error);
    const Activity& activity = file.activity;
    REQUIRE(activity.legs.size() == 1);
    const Leg& leg = activity.legs.front();
    CHECK(leg.sport == "running");
    CHECK(leg.sub_sport == "trail");
    CHECK(format_instant(*leg.started_at) == "2019-05-05T10:00:00Z");
    CHECK(leg.timer->value() == 3662.5);
    CHECK(leg.distance->value() == 10012.5);
    CHECK(leg.ascent->value() == 120);
    CHECK(leg.average_heart_rate->value() == 151);
    CHECK(activity.local_offset == UtcOffset(7200));
    CHECK(activity.offset_quality == OffsetQuality::recorded);
    REQUIRE(activity.records.size() == 2);
    CHECK(activity.records.heart_rate.at(0)->value() == 120);
    CHECK_FALSE(activity.records.heart_rate.at(1));
    CHECK(activity.records.speed.at(1)->value() == doctest::Approx(3));
    CHECK(activity.records.cadence.at(1)->value() == 170);
    CHECK(activity.records.latitude.at(1)->value() == 48.1);
    CHECK(activity.records.altitude.at(1)->value() == 510);
    REQUIRE(activity.laps.size() == 2);
    CHECK(format_instant(*activity.laps[1].started_at) == "2019-05-05T10:05:00Z");
    CHECK(activity.laps[1].elapsed->value() == 310);
}

TEST_CASE("a Polar session of the new layout has lists of values and places by the second") {
    const DecodedFile file = decode_text(kNew);
    CHECK(file.format == FileFormat::polar);
    CHECK_FALSE(file.error);
    const Activity& activity = file.activity;
    CHECK(activity.device == "Polar Pacer");
    CHECK(activity.legs.at(0).sport == "running");
    CHECK(activity.legs[0].timer->value() == 4);
    CHECK(format_instant(*activity.started_at) == "2025-08-17T00:12:22Z");
    REQUIRE(activity.records.size() == 4);
    CHECK_FALSE(activity.records.heart_rate.at(0));
    CHECK(activity.records.heart_rate.at(1)->value() == 120);
    CHECK_FALSE(activity.records.heart_rate.at(2));
    CHECK(activity.records.heart_rate.at(3)->value() == 122);
    CHECK(activity.records.distance.at(3)->value() == 12.5);
    CHECK(activity.records.latitude.at(1)->value() == 37.1001);
    CHECK(activity.records.altitude.at(0)->value() == 12);
}

TEST_CASE("a session that is cut anywhere keeps what stood before and says that it is cut") {
    for (const char* text : {kOld, kNew}) {
        const std::string whole = text;
        for (std::size_t size = whole.find("exercises") + 10; size + 1 < whole.size(); ++size) {
            CAPTURE(size);
            const DecodedFile file = decode_text(whole.substr(0, size));
            REQUIRE(file.error);
            CHECK(file.error->offset <= size + 1);
            CHECK(
                (file.integrity == Integrity::truncated || file.integrity == Integrity::malformed));
        }
    }
}

TEST_CASE("missing parts are forgiven, plans are no runs, other JSON is not recognised") {
    const DecodedFile bare = decode_text(R"({"exercises":[{"durationMillis":"60000"}]})");
    CHECK_FALSE(bare.error);
    REQUIRE(bare.activity.legs.size() == 1);
    CHECK(bare.activity.legs[0].sport == "unknown");
    CHECK(bare.activity.legs[0].timer->value() == 60);
    const DecodedFile plan =
        decode_text(R"({"name":"Plan","exercises":[{"sport":"RUNNING","phases":[{"index":1}]}]})");
    CHECK(plan.kind == FileKind::workout);
    CHECK(plan.activity.legs.empty());
    for (const char* text : {"{}", "[1]", "{\"activities\":[]}", "{", "\"exercises\""}) {
        CAPTURE(text);
        const DecodedFile file = decode_text(text);
        CHECK(file.format == FileFormat::unknown);
        CHECK(file.error->code == DecodeErrorCode::not_recognised);
    }
}

TEST_CASE("hostile JSON ends with a reason") {
    const std::string open = R"({"exercises":)";
    const DecodedFile deep = decode_text(open + std::string(100'000, '['));
    REQUIRE(deep.error);
    CHECK(deep.error->message == "lists and objects are nested too deeply");
    const DecodedFile huge = decode_text(open + R"([{"distance":1e999,"durationMillis":1e300}]})");
    REQUIRE(huge.error);
    CHECK(huge.error->code == DecodeErrorCode::malformed_json);
    const DecodedFile large =
        decode_text(open + R"([{"distance":1e30,"durationMillis":1e300,"timezoneOffset":1e9}]})");
    CHECK_FALSE(large.error);
    std::string many =
        open +
        R"([{"startTime":"2025-08-16T17:12:22","samples":{"samples":[{"type":"HEART_RATE","values":[)";
    for (int i = 0; i < 2000; ++i) {
        many += "100,";
    }
    many += "100]}]}}]}";
    const DecodedFile bounded = decode::decode(std::as_bytes(std::span(many)),
                                               {.unpacked_bytes = 1'000'000, .records = 500});
    REQUIRE(bounded.error);
    CHECK(bounded.error->code == DecodeErrorCode::too_large);
}

TEST_CASE("durations are read as ISO 8601 writes them") {
    CHECK(parse_duration("PT3600.25S")->value() == 3600.25);
    CHECK(parse_duration("PT2H")->value() == 7200);
    CHECK(parse_duration("PT1M1S")->value() == 61);
    for (const char* text : {"", "P1D", "PT5", "PT-5S", "PTS", "PT1e300H"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
}

TEST_CASE("without an offset the first place tells it") {
    const DecodedFile file = decode_text(
        R"({"exercises":[{"startTime":"2019-05-05T12:00:00","samples":{"recordedRoute":[)"
        R"({"dateTime":"2019-05-05T12:00:01","longitude":31,"latitude":48}]}}]})");
    CHECK(file.activity.local_offset == UtcOffset(7200));
    CHECK(file.activity.offset_quality == OffsetQuality::position);
    CHECK(format_instant(*file.activity.started_at) == "2019-05-05T10:00:00Z");
}
