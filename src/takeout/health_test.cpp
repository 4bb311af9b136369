// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "takeout/health.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate)>\n]>\n"
                          "<HealthData locale=\"de_DE\">\n";
const std::string kFoot = "</HealthData>\n";

std::string workout(const std::string& kind, int day, const std::string& route) {
    const std::string date = "2024-01-" + std::to_string(day);
    return "<Workout workoutActivityType=\"HKWorkoutActivityType" + kind +
           "\" duration=\"30\" durationUnit=\"min\" totalDistance=\"5\" totalDistanceUnit=\"km\" "
           "sourceName=\"Watch\" startDate=\"" +
           date + " 10:00:00 +0000\" endDate=\"" + date +
           " 10:30:00 +0000\">\n<WorkoutRoute><FileReference path=\"/workout-routes/" + route +
           "\"/></WorkoutRoute></Workout>\n";
}

std::string heart(int day, int minute) {
    const std::string at =
        "2024-01-" + std::to_string(day) + " 10:" + std::to_string(minute) + ":00 +0000";
    return "<Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Watch\" "
           "unit=\"count/min\" startDate=\"" +
           at + "\" endDate=\"" + at + "\" value=\"150\"/>\n";
}

const std::string kExport = kHead + heart(15, 11) + heart(16, 12) +
                            workout("Running", 15, "a.gpx") + workout("Cycling", 16, "b.gpx") +
                            workout("Running", 17, "c.gpx") + kFoot;

void check(const Seen& seen, const std::string& file) {
    CHECK(seen.items.size() == 4);
    const Hints hints = seen.hints("workout-routes/a.gpx");
    CHECK(hints.sport == "running");
    REQUIRE(hints.started_at.has_value());
    CHECK(format_instant(*hints.started_at) == "2024-01-15T10:00:00Z");
    CHECK(seen.hints("workout-routes/c.gpx").sport == "running");
    CHECK(seen.reason("workout-routes/b.gpx") == "route of a workout that is no run");
    const std::string run = seen.text(file + "!2024-01-15T10:00:00Z");
    CHECK(contains(run, "Running"));
    CHECK(contains(run, "HeartRate"));
    CHECK_FALSE(contains(run, "2024-01-16"));
    CHECK(seen.expected == seen.paths.size());
    const auto decoded = decode::decode(bytes_of(run));
    CHECK(decoded.format == FileFormat::apple_health);
    CHECK_FALSE(decoded.error.has_value());
}

ZipBuilder archive(const std::string& folder, const std::string& name) {
    return ZipBuilder{packed(folder + "workout-routes/a.gpx", bytes_of("<gpx/>")),
                      packed(folder + "workout-routes/b.gpx", bytes_of("<gpx/>")),
                      packed(folder + "workout-routes/c.gpx", bytes_of("<gpx/>")),
                      packed(folder + "export_cda.xml", bytes_of("<ClinicalDocument/>")),
                      packed(folder + name, bytes_of(kExport))};
}

}  // namespace

TEST_CASE("a root tells an export of Apple Health, wherever its DTD names it first") {
    CHECK(is_health_export(bytes_of(kExport)));
    CHECK_FALSE(is_health_export(bytes_of("<!ELEMENT HealthData (x)><gpx/>")));
    CHECK_FALSE(is_health_export(bytes_of("<HealthDatabase>")));
    CHECK_FALSE(is_health_export({}));
}

TEST_CASE("in an archive, each running workout is an Item and has its route") {
    for (const std::string name : {"export.xml", "Exportación.xml", "zzz.XML"}) {
        CAPTURE(name);
        check(walked(archive("apple_health_export/", name).bytes()), name);
        check(walked(ZipBuilder{packed("in.zip", archive("", name).bytes())}.bytes()), name);
    }
}

TEST_CASE("in a folder, each running workout is an Item and has its route") {
    const Folder folder;
    const std::string base = "apple_health_export/";
    folder.put(base + "export.xml", kExport);
    for (const std::string route : {"a", "b", "c"}) {
        folder.put(base + "workout-routes/" + route + ".gpx", "<gpx/>");
    }
    check(walked(folder.path()), "export.xml");
    CHECK(walked(folder.path() / base / "export.xml").items.size() == 2);
}

TEST_CASE("an export may be larger than any other file") {
    const Limits limits{.file_bytes = 700};
    REQUIRE(kExport.size() > limits.file_bytes);
    const Seen seen = walked(archive("", "export.xml").bytes(), limits);
    CHECK(seen.items.size() == 4);
}

TEST_CASE("an export without a run says so") {
    const Seen seen = walked(
        ZipBuilder{packed("export.xml", bytes_of(kHead + workout("Cycling", 15, "b.gpx") + kFoot)),
                   packed("workout-routes/b.gpx", bytes_of("<gpx/>"))}
            .bytes());
    CHECK(seen.items.empty());
    CHECK(seen.reason("export.xml") == "no running workout in it");
    CHECK(seen.expected == 2);
}

TEST_CASE("of a damaged export what stands before the damage is taken, and every route") {
    const std::size_t third = kExport.find("2024-01-17");
    const std::string cut = kExport.substr(0, third);
    const std::string broken = cut + "\"<<" + kFoot;
    for (const std::string& text : {cut, broken}) {
        const Seen seen = walked(ZipBuilder{packed("export.xml", bytes_of(text)),
                                            packed("workout-routes/a.gpx", bytes_of("<gpx/>")),
                                            packed("workout-routes/c.gpx", bytes_of("<gpx/>"))}
                                     .bytes());
        CHECK(seen.items.size() == 3);
        CHECK(seen.hints("workout-routes/a.gpx").sport == "running");
        CHECK(seen.hints("workout-routes/c.gpx") == Hints{});
        CHECK(contains(seen.reason("export.xml"), "read before that: 1 runs"));
    }
    Entry packed_wrong = packed("export.xml", bytes_of(kExport));
    packed_wrong.crc += 1;
    const Seen seen = walked(ZipBuilder{packed_wrong}.bytes());
    CHECK(contains(seen.reason("export.xml"), "the archive is damaged"));
    CHECK(seen.items.size() == 2);
}

TEST_CASE("an XML file that is no export is a file like any other") {
    const Folder folder;
    folder.put("run.xml", "<TrainingCenterDatabase/>");
    CHECK(walked(folder.path()).text("run.xml") == "<TrainingCenterDatabase/>");
    CHECK(walked(ZipBuilder{packed("run.xml", bytes_of("<gpx/>"))}.bytes()).text("run.xml") ==
          "<gpx/>");
}
