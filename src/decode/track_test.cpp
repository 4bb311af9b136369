// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <span>
#include <string>
#include <vector>

using namespace footsure;
using namespace footsure::decode;

namespace {

DecodedFile decode_text(const std::string& text) {
    return decode::decode(std::as_bytes(std::span(text)));
}

std::string clock(int second) {
    char text[40];
    std::snprintf(text, sizeof text, "2024-05-01T10:%02d:%02dZ", second / 60, second % 60);
    return text;
}

/// A point that many metres north of the start.
std::string place(int second, double north, const std::string& inner = "") {
    return "<trkpt lat='" + std::to_string(48 + north / 111'194.9) + "' lon='11.5'><time>" +
           clock(second) + "</time>" + inner + "</trkpt>";
}

std::string gpx(const std::string& points, const std::string& type = "running") {
    return "<gpx><trk><type>" + type + "</type><trkseg>" + points + "</trkseg></trk></gpx>";
}

std::string straight_run(int seconds) {
    std::string points;
    for (int i = 0; i < seconds; ++i) {
        points += place(i, 3.0 * i);
    }
    return points;
}

std::string trackpoint(int second, const std::string& inner = "") {
    return "<Trackpoint><Time>" + clock(second) + "</Time>" + inner + "</Trackpoint>";
}

std::string lap(int start, int timer, const std::string& tracks) {
    return "<Lap StartTime='" + clock(start) + "'><TotalTimeSeconds>" + std::to_string(timer) +
           "</TotalTimeSeconds><DistanceMeters>100</DistanceMeters>" + tracks + "</Lap>";
}

std::string tcx(const std::string& inside, const std::string& sport = "Running") {
    return "<TrainingCenterDatabase><Activities><Activity Sport='" + sport + "'>" + inside +
           "</Activity></Activities></TrainingCenterDatabase>";
}

bool warns(const DecodedFile& file, const std::string& words) {
    for (const std::string& warning : file.warnings) {
        if (warning.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

double distance_of(const DecodedFile& file) {
    return file.activity.legs.front().distance->value();
}

std::vector<double> seconds_of(const DecodedFile& file) {
    std::vector<double> seconds;
    for (const Instant at : file.activity.records.at) {
        seconds.push_back(seconds_between(file.activity.records.at.front(), at));
    }
    return seconds;
}

}  // namespace

TEST_CASE("a position that nobody runs to and back is dropped, alone or with a few") {
    std::string points;
    for (int i = 0; i < 60; ++i) {
        points += place(i, 3.0 * i + (i == 20 || (i >= 40 && i < 44) ? 500 : 0));
    }
    const DecodedFile file = decode_text(gpx(points));
    CHECK(distance_of(file) == doctest::Approx(59 * 3).epsilon(0.01));
    CHECK_FALSE(file.activity.records.latitude.at(20));
    CHECK_FALSE(file.activity.records.latitude.at(42));
    CHECK(file.activity.records.latitude.at(45));
    CHECK(warns(file, "5 positions that nobody runs to"));
    const DecodedFile ride = decode_text(gpx(points, "cycling"));
    CHECK(distance_of(ride) > 2000);
}

TEST_CASE("a jump to another place is no way, but a fast ride without a sport is") {
    std::string points;
    std::string ride;
    for (int i = 0; i < 60; ++i) {
        points += place(i, 3.0 * i + (i >= 5 ? 3000 : 0));
        ride += place(i, 15.0 * i);
    }
    const DecodedFile file = decode_text(gpx(points));
    CHECK(distance_of(file) == doctest::Approx(58 * 3).epsilon(0.01));
    CHECK(warns(file, "1 jumps"));
    CHECK(file.activity.pauses.empty());
    CHECK(distance_of(decode_text(gpx(ride, ""))) == doctest::Approx(59 * 15).epsilon(0.01));
}

TEST_CASE("a receiver that stood still and catches up loses nothing") {
    std::string points;
    for (int i = 0; i < 30; ++i) {
        points += place(i, i >= 10 && i < 17 ? 30 : 3.0 * i);
    }
    CHECK(distance_of(decode_text(gpx(points))) == doctest::Approx(29 * 3).epsilon(0.01));
}

TEST_CASE("between segments there is a pause, without way or moving time") {
    const DecodedFile file = decode_text(
        gpx(straight_run(10) + "</trkseg><trkseg>" + place(100, 300) + place(101, 303)));
    REQUIRE(file.activity.pauses.size() == 1);
    CHECK(seconds_between(file.activity.pauses[0].from, file.activity.pauses[0].until) == 91);
    CHECK(distance_of(file) == doctest::Approx(30).epsilon(0.01));
    CHECK(file.activity.legs[0].timer->value() == 10);
    CHECK(file.activity.legs[0].elapsed->value() == 101);
}

TEST_CASE("a second track in a lap is a pause, the first of the next lap is none") {
    const std::string two = "<Track>" + trackpoint(0) + trackpoint(9) + "</Track><Track>" +
                            trackpoint(70) + trackpoint(79) + "</Track>";
    const std::string one = "<Track>" + trackpoint(80) + trackpoint(89) + "</Track>";
    const DecodedFile file = decode_text(tcx(lap(0, 19, two) + lap(80, 10, one)));
    REQUIRE(file.activity.pauses.size() == 1);
    CHECK(seconds_between(file.activity.pauses[0].from, file.activity.pauses[0].until) == 61);
    CHECK(file.activity.legs[0].timer->value() == 29);
    CHECK(file.activity.laps[0].elapsed->value() == 80);
}

TEST_CASE("time between laps that no timer counts is a pause") {
    const std::string first = "<Track>" + trackpoint(0) + trackpoint(60) + "</Track>";
    const std::string second = "<Track>" + trackpoint(300) + trackpoint(360) + "</Track>";
    const DecodedFile file = decode_text(tcx(lap(0, 60, first) + lap(300, 60, second)));
    REQUIRE(file.activity.pauses.size() == 1);
    CHECK(seconds_between(file.activity.pauses[0].from, file.activity.pauses[0].until) == 240);
    const DecodedFile without = decode_text(tcx(lap(0, 300, first) + lap(300, 60, second)));
    CHECK(without.activity.pauses.empty());
}

TEST_CASE("a few times that stand out take a neighbour's, a clock that was set is moved on") {
    const auto run = [](const std::vector<int>& seconds) {
        std::string points;
        for (std::size_t i = 0; i < seconds.size(); ++i) {
            points += place(seconds[i], 3.0 * static_cast<double>(i));
        }
        return decode_text(gpx(points));
    };
    CHECK(seconds_of(run({9, 1, 2, 3})) == std::vector<double>{0, 0, 1, 2});
    CHECK(seconds_of(run({5, 6, 2, 7, 8})) == std::vector<double>{0, 1, 1, 2, 3});
    CHECK(seconds_of(run({5, 6, 99, 7, 8})) == std::vector<double>{0, 1, 2, 2, 3});
    std::vector<int> set_back;
    for (int i = 0; i < 30; ++i) {
        set_back.push_back(i < 15 ? 100 + i : i);
    }
    const DecodedFile file = run(set_back);
    CHECK(seconds_of(file).back() == 28);
    CHECK(warns(file, "1 times that go back were set right"));
}

TEST_CASE("times of one activity say nothing about those of the next") {
    const std::string late =
        tcx(lap(100, 9, "<Track>" + trackpoint(100) + trackpoint(109) + "</Track>") +
            "</Activity><Activity Sport='Running'>" +
            lap(0, 9, "<Track>" + trackpoint(0) + trackpoint(9) + "</Track>"));
    const DecodedFile file = decode_text(late);
    REQUIRE(file.activity.legs.size() == 2);
    CHECK(seconds_of(file) == std::vector<double>{0, 9, -100, -91});
    CHECK(file.activity.legs[1].elapsed->value() == 9);
}

TEST_CASE("the transition of a multisport session is a leg of its own") {
    const std::string run = lap(200, 9, "<Track>" + trackpoint(200) + "</Track>");
    const std::string text =
        "<TrainingCenterDatabase><Activities><MultiSportSession><FirstSport>"
        "<Activity Sport='Biking'>" +
        lap(0, 9, "<Track>" + trackpoint(0) + "</Track>") +
        "</Activity></FirstSport><NextSport><Transition StartTime='" + clock(100) +
        "'><TotalTimeSeconds>50</TotalTimeSeconds><DistanceMeters>40</DistanceMeters><Track>" +
        trackpoint(120) + "</Track></Transition><Activity Sport='Running'>" + run +
        "</Activity></NextSport></MultiSportSession></Activities></TrainingCenterDatabase>";
    const DecodedFile file = decode_text(text);
    REQUIRE(file.activity.legs.size() == 3);
    CHECK(file.activity.legs[0].distance->value() == 100);
    CHECK(file.activity.legs[1].sport == "transition");
    CHECK(file.activity.legs[1].timer->value() == 50);
    CHECK(file.activity.legs[2].sport == "running");
    CHECK(file.activity.legs[2].started_at == parse_instant(clock(200))->at);
}

TEST_CASE("laps speak for points that do not") {
    const std::string means =
        "<AverageHeartRateBpm><Value>150</Value></AverageHeartRateBpm><MaximumHeartRateBpm>"
        "<Value>190</Value></MaximumHeartRateBpm><Extensions><x:LX><x:AvgRunCadence>84"
        "</x:AvgRunCadence><x:AvgWatts>230</x:AvgWatts></x:LX></Extensions>";
    const DecodedFile file = decode_text(tcx(lap(0, 600, means)));
    const Leg& leg = file.activity.legs.front();
    CHECK(leg.average_heart_rate->value() == 150);
    CHECK(leg.average_cadence->value() == 168);
    CHECK(leg.average_power->value() == 230);
}

TEST_CASE("the offset is the written one, else that of the first position") {
    const DecodedFile east = decode_text(gpx(straight_run(3)));
    CHECK(east.activity.local_offset == UtcOffset(3600));
    CHECK(east.activity.offset_quality == OffsetQuality::position);
    const DecodedFile written =
        decode_text(gpx("<trkpt lat='48' lon='11'><time>2024-05-01T12:00:00+02:00</time></trkpt>"));
    CHECK(written.activity.local_offset == UtcOffset(7200));
    CHECK(written.activity.offset_quality == OffsetQuality::recorded);
    const DecodedFile indoors = decode_text(tcx(lap(0, 9, trackpoint(0))));
    CHECK_FALSE(indoors.activity.local_offset);
    CHECK(indoors.activity.offset_quality == OffsetQuality::unknown);
}

TEST_CASE("ascent of a track comes from its altitudes, a flat one has none") {
    std::string hill;
    std::string flat;
    for (int i = 0; i < 400; ++i) {
        hill +=
            place(i, 3.0 * i, "<ele>" + std::to_string(i < 200 ? i / 4 : 100 - i / 4) + "</ele>");
        flat += place(i, 3.0 * i, i % 2 == 0 ? "<ele>101</ele>" : "<ele>99</ele>");
    }
    CHECK(decode_text(gpx(hill)).activity.legs[0].ascent->value() ==
          doctest::Approx(48).epsilon(0.05));
    CHECK(decode_text(gpx(flat)).activity.legs[0].ascent->value() == 0);
    CHECK_FALSE(decode_text(gpx(straight_run(9))).activity.legs[0].ascent);
}

TEST_CASE("a heart rate given twice in a point is the one that is a value") {
    const std::string twice =
        "<extensions><a:hr>150</a:hr><b:hr>0</b:hr><b:cadence>85</b:cadence></extensions>";
    const DecodedFile file = decode_text(gpx(place(0, 0, twice) + place(1, 3, twice)));
    CHECK(file.activity.records.heart_rate.at(0)->value() == 150);
    CHECK(file.activity.records.cadence.at(0)->value() == 170);
}

TEST_CASE("laps of Cluetrust's extension are taken, empty ones are not") {
    const std::string laps =
        "<extensions><d:lap><d:startTime>2024-05-01T10:00:00Z</d:startTime>"
        "<d:elapsedTime>300</d:elapsedTime><d:distance>1000</d:distance></d:lap>"
        "<d:lap><d:elapsedTime>0</d:elapsedTime></d:lap></extensions></gpx>";
    std::string text = gpx(straight_run(3));
    text.replace(text.rfind("</gpx>"), 6, laps);
    const DecodedFile file = decode_text(text);
    REQUIRE(file.activity.laps.size() == 1);
    CHECK(file.activity.laps[0].distance->value() == 1000);
    CHECK(file.activity.laps[0].elapsed->value() == 300);
    CHECK(file.content == "activity");
    CHECK(decode_text("<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>").content == "route");
}
