// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "service/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::service::testing;

TEST_CASE("a run is imported under the hash of its bytes with what it says") {
    Desk desk;
    const auto bytes = tcx("Running", "2026-02-18", 10000);
    const auto imported = desk.import(desk.anna, bytes);
    CHECK(imported.outcome == FileOutcome::imported);
    CHECK(imported.reason.empty());
    CHECK(imported.activities[0].text() == content::content_id(bytes).text());
    const auto runs = good(desk->activities(desk.anna, kNow));
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].id == imported.activities[0]);
    CHECK(runs[0].from == "run.tcx");
    CHECK(runs[0].sport == "running");
    CHECK(runs[0].distance.value() == doctest::Approx(10000));
    CHECK(runs[0].started_at == parse_instant("2026-02-18T07:00:00Z")->at);
}

TEST_CASE("importing a second time changes nothing, under whatever name") {
    Desk desk;
    const auto bytes = tcx("Running", "2026-02-18", 10000);
    const auto first = desk.import(desk.anna, bytes);
    const auto again = desk.import(desk.anna, bytes, "copy.tcx");
    CHECK(again.outcome == FileOutcome::duplicate);
    CHECK(again.activities == first.activities);
    CHECK(again.reason == "the same as run.tcx");
    const auto runs = good(desk->activities(desk.anna, kNow));
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].from == "run.tcx");
    CHECK(desk.import(desk.anna, tcx("Running", "2026-02-19", 10000)).outcome ==
          FileOutcome::imported);
    CHECK(desk.runs(desk.anna) == 2);
}

TEST_CASE("what cannot be read is quarantined with code and place, what is no run is skipped") {
    Desk desk;
    const auto empty = desk.import(desk.anna, {});
    CHECK(empty.outcome == FileOutcome::quarantined);
    CHECK(empty.reason.starts_with("empty_file at byte 0: "));
    const auto noise = desk.import(desk.anna, bytes_of("no run at all, only words"));
    CHECK(noise.outcome == FileOutcome::quarantined);
    CHECK(noise.reason.starts_with("not_recognised at byte "));
    const auto ride = desk.import(desk.anna, tcx("Biking", "2026-02-18", 30000));
    CHECK(ride.outcome == FileOutcome::skipped);
    CHECK(ride.reason == "no run but cycling");
    const auto course = desk.import(
        desk.anna, bytes_of("<?xml version=\"1.0\"?><TrainingCenterDatabase><Courses><Course>"
                            "<Name>x</Name></Course></Courses></TrainingCenterDatabase>"));
    CHECK(course.outcome == FileOutcome::skipped);
    CHECK(course.reason == "no activity but course");
    const auto timeless = desk.import(
        desk.anna, bytes_of("<?xml version=\"1.0\"?><TrainingCenterDatabase><Activities><Activity "
                            "Sport=\"Running\"><Lap><DistanceMeters>1000</DistanceMeters></Lap>"
                            "</Activity></Activities></TrainingCenterDatabase>"));
    CHECK(timeless.outcome == FileOutcome::quarantined);
    CHECK(timeless.reason == "no start time in it");
    CHECK(desk.runs(desk.anna) == 0);
}

TEST_CASE("a file cut short whose run can be read is imported") {
    Desk desk;
    auto bytes = tcx("Running", "2026-02-18", 10000);
    bytes.resize(bytes.size() - 40);
    const auto report = desk.import(desk.anna, bytes);
    CHECK(report.outcome == FileOutcome::damaged);
    CHECK(report.reason.starts_with("kept "));
    CHECK(desk.runs(desk.anna) == 1);
}

TEST_CASE("nobody's run is refused") {
    Desk desk;
    const auto bytes = tcx("Running", "2026-02-18", 10000);
    const auto result = desk->import_file(RunnerId("nobody"), bytes, "run.tcx", kNow.at);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == store::StoreErrorCode::not_found);
}

TEST_CASE("runs after the moment asked for are not given") {
    Desk desk;
    desk.import(desk.anna, tcx("Running", "2026-02-18", 10000));
    desk.import(desk.anna, tcx("Running", "2026-03-02", 10000));
    CHECK(desk.runs(desk.anna) == 1);
}

TEST_CASE("a file in a case says the same as the file imported") {
    Desk desk;
    const auto bytes = tcx("Running", "2026-02-18", 10000);
    const auto imported = desk.import(desk.anna, bytes);
    const auto summary = service::summarise_file(bytes, Runner{.id = desk.anna});
    REQUIRE(summary);
    REQUIRE(imported.activities.size() == 1);
    const auto stored = good(desk->run(desk.anna, imported.activities[0])).summary;
    CHECK(summary->distance == stored.distance);
    CHECK(summary->doses[0].dose == stored.doses[0].dose);
    CHECK_FALSE(service::summarise_file(bytes_of("words"), Runner{}));
}
