// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/xml_reader.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure;
using namespace footsure::decode;

namespace {

DecodedFile decode_text(std::string_view text) {
    return decode::decode(std::as_bytes(std::span(text)));
}

std::string gpx(const std::string& points, const std::string& type = "<type>running</type>") {
    return "<gpx creator='me'><trk>" + type + "<trkseg>" + points + "</trkseg></trk></gpx>";
}

std::string point(int second, const std::string& inner = "") {
    return "<trkpt lat='48.0' lon='" + std::to_string(11 + second * 0.0001) +
           "'><time>2024-05-01T10:00:0" + std::to_string(second) + "Z</time>" + inner + "</trkpt>";
}

constexpr std::string_view kTcx = R"(<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns:ns3="x"><Activities><Activity Sport="Running">
<Id>2024-05-01T10:00:00Z</Id>
<Lap StartTime="2024-05-01T10:00:00Z"><TotalTimeSeconds>2.5</TotalTimeSeconds>
<DistanceMeters>7.5</DistanceMeters><AverageHeartRateBpm><Value>99</Value></AverageHeartRateBpm>
<Track>
<Trackpoint><Time>2024-05-01T10:00:00Z</Time><Position><LatitudeDegrees>48.1</LatitudeDegrees>
<LongitudeDegrees>11.5</LongitudeDegrees></Position><AltitudeMeters>500</AltitudeMeters>
<DistanceMeters>0</DistanceMeters><HeartRateBpm><Value>120</Value></HeartRateBpm>
<Extensions><ns3:TPX><ns3:Speed>3</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence>
<ns3:Watts>200</ns3:Watts></ns3:TPX></Extensions></Trackpoint>
<Trackpoint><Time>2024-05-01T10:00:03Z</Time><DistanceMeters>7.5</DistanceMeters>
<HeartRateBpm><Value>255</Value></HeartRateBpm></Trackpoint>
</Track></Lap></Activity>
<Activity Sport="Biking"><Lap StartTime="2024-05-01T11:00:00Z">
<TotalTimeSeconds>10</TotalTimeSeconds><DistanceMeters>50</DistanceMeters></Lap></Activity>
</Activities></TrainingCenterDatabase>)";

}  // namespace

TEST_CASE("a TCX file gives a leg per activity with its laps and points") {
    const DecodedFile file = decode_text(kTcx);
    CHECK(file.format == FileFormat::tcx);
    CHECK_FALSE(file.error);
    const Activity& activity = file.activity;
    REQUIRE(activity.legs.size() == 2);
    CHECK(activity.legs[0].sport == "running");
    CHECK(activity.legs[1].sport == "cycling");
    CHECK(activity.legs[0].distance->value() == 7.5);
    CHECK(activity.legs[0].timer->value() == 2.5);
    CHECK(activity.legs[0].elapsed->value() == 3);
    CHECK(activity.legs[1].distance->value() == 50);
    CHECK(activity.laps.size() == 2);
    REQUIRE(activity.records.size() == 2);
    CHECK(activity.records.cadence.at(0)->value() == 170);
    CHECK(activity.records.power.at(0)->value() == 200);
    CHECK(activity.records.heart_rate.at(0)->value() == 120);
    CHECK_FALSE(activity.records.heart_rate.at(1));
    CHECK(file.warnings.size() == 1);
}

TEST_CASE("a TCX file cut anywhere keeps whole points and says that it is cut") {
    for (std::size_t size = 80; size < kTcx.size(); ++size) {
        CAPTURE(size);
        const std::string cut(kTcx.substr(0, size));
        const DecodedFile file = decode_text(cut);
        REQUIRE(file.error);
        CHECK(file.error->code == DecodeErrorCode::truncated);
        CHECK(file.error->offset <= size);
        CHECK(file.activity.records.size() <= 2);
    }
}

TEST_CASE("a lap's total outside of any lap is ignored, also behind a point") {
    const DecodedFile file = decode_text(
        "<TrainingCenterDatabase><Activity><Trackpoint><Time>2024-05-01T10:00:00Z</Time>"
        "</Trackpoint><TotalTimeSeconds>5</TotalTimeSeconds></Activity></TrainingCenterDatabase>");
    CHECK_FALSE(file.error);
    CHECK(file.activity.laps.empty());
    CHECK(file.activity.records.size() == 1);
}

TEST_CASE("a GPX track has its distance from positions, not across a pause") {
    const std::string text = gpx(point(0) + point(1) + "</trkseg><trkseg>" + point(5) + point(6));
    const DecodedFile file = decode_text(text);
    REQUIRE(file.activity.legs.size() == 1);
    const Leg& leg = file.activity.legs.front();
    CHECK(leg.sport == "running");
    CHECK(leg.distance->value() == doctest::Approx(2 * 7.4404).epsilon(0.001));
    CHECK(leg.elapsed->value() == 6);
    CHECK(leg.timer->value() == 2);
}

TEST_CASE("cadence of a run is doubled when it counts strides, kept when it counts steps") {
    const auto cadence = [](const char* written, const char* type) {
        const std::string inner =
            std::string("<extensions><a:cad>") + written + "</a:cad></extensions>";
        const DecodedFile file = decode_text(gpx(point(0, inner) + point(1, inner), type));
        return file.activity.records.cadence.at(0)->value();
    };
    CHECK(cadence("84", "<type>9</type>") == 168);
    CHECK(cadence("168", "<type>Running</type>") == 168);
    CHECK(cadence("84", "<type>cycling</type>") == 84);
}

TEST_CASE("leading blanks, marks, control characters and undeclared prefixes are forgiven") {
    const std::string body = "<?xml version='1.0'?><x:gpx><trk><name>a\x0B"
                             "b</name><trkseg>" +
                             point(0, "<extensions><y:hr>140</y:hr></extensions>") +
                             "</trkseg></trk></x:gpx>";
    for (const std::string& text :
         {"   \n" + body, "\xEF\xBB\xBF" + body, "\xEF\xBB\xBF \x01" + body}) {
        const DecodedFile file = decode_text(text);
        CHECK(file.format == FileFormat::gpx);
        CHECK_FALSE(file.error);
        REQUIRE(file.activity.records.size() == 1);
        CHECK(file.activity.records.heart_rate.at(0)->value() == 140);
    }
}

TEST_CASE("entity declarations are refused before they can expand") {
    const std::string bomb =
        "<?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a 'xxxxxxxxxx'>"
        "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><gpx><name>&b;</name></gpx>";
    const DecodedFile file = decode_text(bomb);
    CHECK(file.format == FileFormat::gpx);
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::malformed_xml);
    CHECK(file.error->message == "entity declarations are refused");
    const std::string outside =
        "<!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><gpx><name>&a;</name></gpx>";
    CHECK(decode_text(outside).error->message == "entity declarations are refused");
}

TEST_CASE("a harmless document type is read over") {
    const std::string text = "<!-- > --><!DOCTYPE gpx [<!ELEMENT gpx ANY>]>" + gpx(point(0));
    const DecodedFile file = decode_text(text);
    CHECK(file.format == FileFormat::gpx);
    CHECK_FALSE(file.error);
    CHECK(file.activity.records.size() == 1);
}

TEST_CASE("deep nesting is refused, what stood before is kept") {
    std::string deep;
    for (int i = 0; i < 1000; ++i) {
        deep += "<a>";
    }
    const DecodedFile file = decode_text(gpx(point(0) + deep));
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::malformed_xml);
    CHECK(file.activity.records.size() == 1);
}

TEST_CASE("a track without times and a course are no activities") {
    const DecodedFile route =
        decode_text(gpx("<trkpt lat='48' lon='11'/><trkpt lat='48' lon='11.1'/>"));
    CHECK(route.kind == FileKind::course);
    CHECK(route.activity.legs.empty());
    CHECK(route.activity.records.size() == 2);
    CHECK_FALSE(route.activity.started_at);
    const DecodedFile course = decode_text(
        "<TrainingCenterDatabase><Courses><Course><Lap><TotalTimeSeconds>5</TotalTimeSeconds></Lap>"
        "<Track><Trackpoint><Time>2024-05-01T10:00:00Z</Time></Trackpoint></Track></Course></"
        "Courses>"
        "</TrainingCenterDatabase>");
    CHECK(course.kind == FileKind::course);
    CHECK(course.activity.laps.size() == 1);
    CHECK(course.activity.records.size() == 1);
    CHECK(decode_text("<gpx><metadata/></gpx>").kind == FileKind::other);
}

TEST_CASE("times with an offset tell the local offset") {
    const DecodedFile file = decode_text(
        gpx("<trkpt lat='48' lon='11'><time>2024-05-01T12:00:00.500+02:00</time></trkpt>"));
    CHECK(file.activity.local_offset == UtcOffset(7200));
    CHECK(format_instant(*file.activity.started_at) == "2024-05-01T10:00:00.500Z");
}

TEST_CASE("an encoding that the parser does not know still gives numbers") {
    const DecodedFile file =
        decode_text("<?xml version='1.0' encoding='windows-1252'?>" + gpx(point(0) + point(1)));
    CHECK_FALSE(file.error);
    CHECK(file.activity.records.size() == 2);
}

TEST_CASE("other documents are not recognised") {
    for (const char* text :
         {"<html></html>", "<gpxx/>", "plain", "<", "<!--", "<!DOCTYPE gpx [", "<?"}) {
        CAPTURE(text);
        const DecodedFile file = decode_text(text);
        CHECK(file.format == FileFormat::unknown);
        REQUIRE(file.error);
        CHECK(file.error->code == DecodeErrorCode::not_recognised);
    }
}
