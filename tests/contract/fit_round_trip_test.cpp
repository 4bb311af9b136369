// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "encode/encode.hpp"
#include "fit_round_trip_check.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace footsure {

namespace {

using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:00Z")->at;

Activity short_run() {
    Activity run;
    run.started_at = kStart;
    run.local_offset = UtcOffset(3600);
    run.legs.resize(1);
    run.legs[0].sport = "running";
    run.legs[0].sub_sport = "trail";
    run.legs[0].started_at = kStart;
    run.legs[0].timer = Seconds(10);
    run.records.at = {kStart, kStart + seconds(5), kStart + seconds(10)};
    return run;
}

}  // namespace

TEST_CASE("a value beyond its field is missing, its neighbours are not") {
    Activity run = short_run();
    run.records.heart_rate.set(0, BeatsPerMinute(150));
    run.records.heart_rate.set(1, BeatsPerMinute(256 + 150));
    run.records.heart_rate.set(2, BeatsPerMinute(151));
    run.records.power.set(1, Watts(65'536 + 250));
    run.records.stance_time.set(0, Seconds(0.2471));
    run.records.stance_time.set(2, Seconds(6.5536 + 0.25));
    const auto read = decode::decode(encode::fit_activity(run)).activity.records;
    CHECK(read.heart_rate.at(0) == BeatsPerMinute(150));
    CHECK_FALSE(read.heart_rate.at(1).has_value());
    CHECK(read.heart_rate.at(2) == BeatsPerMinute(151));
    CHECK_FALSE(read.power.at(1).has_value());
    CHECK(read.stance_time.at(0)->value() == doctest::Approx(0.2471));
    CHECK_FALSE(read.stance_time.at(1).has_value());
    CHECK_FALSE(read.stance_time.at(2).has_value());
}

TEST_CASE("a channel that was never recorded stays so") {
    Activity run = short_run();
    run.records.cadence.set(0, Cadence(172));
    const auto read = decode::decode(encode::fit_activity(run)).activity;
    CHECK(read.records.cadence.at(0) == Cadence(172));
    CHECK(read.records.speed.empty());
    CHECK(read.records.latitude.empty());
    CHECK_FALSE(read.legs[0].average_stance_time.has_value());
}

TEST_CASE("cadence is steps for runners and revolutions for cyclists in one file") {
    Activity brick = short_run();
    brick.legs.push_back(brick.legs[0]);
    brick.legs[0].sport = "cycling";
    brick.legs[0].sub_sport = "road";
    brick.legs[0].average_cadence = Cadence(88);
    brick.legs[1].started_at = kStart + seconds(10);
    brick.legs[1].average_cadence = Cadence(175);
    brick.records.cadence.set(0, Cadence(90));
    brick.records.cadence.set(1, Cadence(91));
    brick.records.cadence.set(2, Cadence(177));
    const auto read = decode::decode(encode::fit_activity(brick)).activity;
    REQUIRE(read.legs.size() == 2);
    CHECK(read.legs[0].average_cadence == Cadence(88));
    CHECK(read.legs[1].average_cadence == Cadence(175));
    CHECK(read.records.cadence.at(1) == Cadence(91));
    CHECK(read.records.cadence.at(2) == Cadence(177));
}

TEST_CASE("a Leg that does not say when it began holds what came before the others") {
    Activity brick = short_run();
    brick.legs.push_back(brick.legs[0]);
    brick.legs[0].sport = "cycling";
    brick.legs[0].started_at.reset();
    brick.legs[1].started_at = kStart + seconds(5);
    brick.records.cadence.set(0, Cadence(90));
    brick.records.cadence.set(1, Cadence(177));
    const auto read = decode::decode(encode::fit_activity(brick)).activity;
    CHECK(read.records.cadence.at(0) == Cadence(90));
    CHECK(read.records.cadence.at(1) == Cadence(177));
    CHECK(read.started_at == kStart);
}

TEST_CASE("one Leg in every sport FIT names comes back under its name") {
    for (const char* sport : {"generic",
                              "running",
                              "cycling",
                              "transition",
                              "fitness_equipment",
                              "swimming",
                              "training",
                              "walking",
                              "cross_country_skiing",
                              "rowing",
                              "mountaineering",
                              "hiking",
                              "multisport",
                              "paddling",
                              "e_biking",
                              "inline_skating",
                              "snowshoeing",
                              "hiit",
                              "wheelchair_push_run",
                              "jump_rope",
                              "unknown"}) {
        CAPTURE(sport);
        Activity outing = short_run();
        outing.legs[0].sport = sport;
        const auto read = decode::decode(encode::fit_activity(outing)).activity;
        REQUIRE(read.legs.size() == 1);
        CHECK(read.legs[0].sport == sport);
        CHECK(read.legs[0].sub_sport == "trail");
    }
}

TEST_CASE("one changed byte anywhere is noticed") {
    Activity run = short_run();
    run.records.speed.set(1, MetresPerSecond(2.9));
    const auto whole = encode::fit_activity(run);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        CAPTURE(i);
        auto changed = whole;
        changed[i] ^= std::byte{0x10};
        const auto read = decode::decode(changed);
        CHECK((read.integrity != Integrity::ok || read.error));
    }
}

TEST_CASE("a run added by hand, one Leg without Records, comes back as it was written") {
    Activity run;
    run.started_at = kStart;
    run.local_offset = UtcOffset(7200);
    run.offset_quality = OffsetQuality::recorded;
    Leg& leg = run.legs.emplace_back();
    leg.sport = "running";
    leg.sub_sport = "treadmill";
    leg.started_at = kStart;
    leg.timer = Seconds(1800);
    leg.distance = Metres(5200);
    leg.perceived_exertion = 6.5;
    const DecodedFile read = decode::decode(encode::fit_activity(run));
    CHECK(round_trip::differences(run, read).empty());
    CHECK(read.kind == FileKind::activity);
    CHECK(read.warnings.empty());
    CHECK(read.activity.started_at == kStart);
    CHECK(read.activity.records.size() == 0);
    CHECK(read.activity.legs.at(0).timer == Seconds(1800));
    CHECK(read.activity.legs[0].distance == Metres(5200));
    CHECK(read.activity.legs[0].perceived_exertion == 6.5);
    CHECK(read.activity.device.empty());
    CHECK_FALSE(read.activity.legs[0].elapsed.has_value());
    CHECK_FALSE(read.activity.legs[0].average_heart_rate.has_value());
}

TEST_CASE("a Record between two seconds comes back to a part of a second") {
    Activity run = short_run();
    run.records.at = {kStart, kStart + std::chrono::milliseconds(500),
                      kStart + std::chrono::microseconds(1'999'999)};
    const auto read = decode::decode(encode::fit_activity(run)).activity.records.at;
    REQUIRE(read.size() == 3);
    CHECK(read[0] == kStart);
    CHECK(read[1] == kStart + std::chrono::milliseconds(500));
    CHECK(read[2] == kStart + seconds(2));
}

TEST_CASE("sensors keep their names, sides and units; one that no app writes is left out") {
    Activity run = short_run();
    run.records.sensors = {
        {"Stryd", SensorQuantity::cadence, Side::both, {170, 172, 174}},
        {"Stryd", SensorQuantity::vertical_oscillation, Side::both, {0.07, 0.071, 0.072}},
        {"RunScribe", SensorQuantity::pronation, Side::left, {-8.5, -9, -9.5}},
        {"RunScribe", SensorQuantity::pronation, Side::right, {-7.5, -8, -8.5}},
    };
    CHECK(round_trip::differences(run, decode::decode(encode::fit_activity(run))).empty());
    Activity walk = run;
    walk.records.sensors[0].values = {100, 102, 104};
    CHECK(round_trip::differences(walk, decode::decode(encode::fit_activity(walk))).empty());
    walk.records.sensors[0].values = {250, 252, 254};
    CHECK(round_trip::differences(walk, decode::decode(encode::fit_activity(walk))).empty());
    run.records.sensors.push_back({"Moxy", SensorQuantity::power, Side::both, {1, 2, 3}});
    const auto read = decode::decode(encode::fit_activity(run)).activity;
    CHECK(read.records.sensors.size() == 4);
}

TEST_CASE("an offset keeps how well it is known") {
    Activity run = short_run();
    run.offset_quality = OffsetQuality::setting;
    run.local_offset = UtcOffset(-4 * 3600);
    CHECK(round_trip::differences(run, decode::decode(encode::fit_activity(run))).empty());
    run.offset_quality = OffsetQuality::position;
    for (std::size_t i = 0; i < 3; ++i) {
        run.records.latitude.set(i, GeoDegrees(40));
        run.records.longitude.set(i, GeoDegrees(-60.5));
    }
    CHECK(round_trip::differences(run, decode::decode(encode::fit_activity(run))).empty());
    run.local_offset.reset();
    run.offset_quality = OffsetQuality::unknown;
    const auto read = decode::decode(encode::fit_activity(run)).activity;
    CHECK(read.offset_quality == OffsetQuality::position);
}

}  // namespace footsure
