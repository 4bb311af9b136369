// SPDX-License-Identifier: Apache-2.0
#include "service/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::service::testing;

namespace {

ManualRun session(std::string sport, Seconds timer = Seconds(3600)) {
    return {.started_at = {kNow.at - hours(30), hours(1)},
            .timer = timer,
            .told = {.session = std::move(sport)}};
}

ActivitySummary only_one(Desk& desk) {
    const auto all = good(desk->activities(desk.anna, kNow));
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE("a session that is no run is kept with its sport, its time and its exercises") {
    Desk desk;
    ManualRun strength = session("strength_training", Seconds(0));
    strength.told.name = "Heel raises";
    strength.told.exercises = {{ExerciseId("EX-52"), 3, 8, Side::left}};
    const auto added = good(desk->add_run(desk.anna, strength, kNow.at));
    CHECK(added.outcome == FileOutcome::imported);
    const ActivitySummary kept = only_one(desk);
    CHECK(kept.sport == "strength_training");
    CHECK(kept.name == "Heel raises");
    CHECK(kept.started_at == strength.started_at.at);
    CHECK(kept.offset == hours(1));
    CHECK(kept.exercises == strength.told.exercises);
    CHECK(kept.distance == Metres(0));
    // Computing it anew changes nothing of that.
    const auto renamed = good(desk->correct(desk.anna, kept.id, {.name = "Calves"}, kNow.at));
    CHECK(renamed.summary.sport == "strength_training");
    CHECK(renamed.summary.exercises == strength.told.exercises);
    CHECK(renamed.summary.name == "Calves");
}

TEST_CASE("a session that FIT has no word for keeps its own") {
    for (const char* sport : {"handball", "squash", "swimming"}) {
        CAPTURE(sport);
        Desk desk;
        good(desk->add_run(desk.anna, session(sport), kNow.at));
        CHECK(only_one(desk).sport == sport);
        CHECK(only_one(desk).timer == Seconds(3600));
    }
}

TEST_CASE("a session at the time of a run is not the same run") {
    Desk desk;
    good(desk->add_run(desk.anna, session("tennis"), kNow.at));
    ManualRun run = session("");
    run.distance = Metres(10000);
    CHECK(good(desk->add_run(desk.anna, run, kNow.at)).outcome == FileOutcome::imported);
    CHECK(good(desk->add_run(desk.anna, session("cycling"), kNow.at)).outcome ==
          FileOutcome::imported);
    CHECK(desk.runs(desk.anna) == 3);
    CHECK(good(desk->add_run(desk.anna, session("tennis"), kNow.at)).outcome ==
          FileOutcome::duplicate);
    CHECK(desk.runs(desk.anna) == 3);
}

TEST_CASE("exercises told again for the same session replace those before") {
    Desk desk;
    ManualRun strength = session("strength_training");
    strength.told.exercises = {{ExerciseId("EX-52"), 3, 8, Side::both}};
    good(desk->add_run(desk.anna, strength, kNow.at));
    strength.told.exercises = {{ExerciseId("EX-52"), 4, 12, Side::both}};
    CHECK(good(desk->add_run(desk.anna, strength, kNow.at)).outcome == FileOutcome::updated);
    CHECK(only_one(desk).exercises == strength.told.exercises);
}

TEST_CASE("a session without time and exercises, and a run without distance, are refused") {
    Desk desk;
    CHECK_FALSE(desk->add_run(desk.anna, session("tennis", Seconds(0)), kNow.at));
    CHECK_FALSE(desk->add_run(desk.anna, session(""), kNow.at));
    CHECK(desk.runs(desk.anna) == 0);
}

TEST_CASE("the ground that is told stands, through every later computing, until it is taken back") {
    Desk desk;
    const auto id = desk.import(desk.anna, tcx("Running", "2026-02-18", 10000)).activities.front();
    const auto ground = [](const StoredRun& run) { return run.summary.terrain; };
    auto told = ground(good(desk->correct(desk.anna, id, {.ground = Terrain::trail}, kNow.at)));
    CHECK(told.ground == Terrain::trail);
    CHECK(told.origin == TerrainOrigin::told);
    told = ground(good(desk->correct(desk.anna, id, {.shoe = "Ghost"}, kNow.at)));
    CHECK(told.ground == Terrain::trail);
    told = ground(good(desk->correct(desk.anna, id, {.ground = Terrain::track}, kNow.at)));
    CHECK(told.ground == Terrain::track);
    told = ground(good(desk->drop_corrections(desk.anna, id)));
    CHECK(told.origin != TerrainOrigin::told);
}

TEST_CASE("the ground told with a run typed in stands, and a correction of it counts more") {
    Desk desk;
    ManualRun run = session("");
    run.distance = Metres(10000);
    run.told.ground = Terrain::trail;
    const auto id = good(desk->add_run(desk.anna, run, kNow.at)).activities.front();
    CHECK(only_one(desk).terrain.ground == Terrain::trail);
    CHECK(only_one(desk).terrain.origin == TerrainOrigin::told);
    good(desk->correct(desk.anna, id, {.ground = Terrain::road}, kNow.at));
    CHECK(only_one(desk).terrain.ground == Terrain::road);
    good(desk->drop_corrections(desk.anna, id));
    CHECK(only_one(desk).terrain.ground == Terrain::trail);
}

TEST_CASE("shoes and the soreness of a case go through the store") {
    Desk desk;
    CaseFile file = case_of(desk.anna);
    Shoe shoe{.name = "Ghost", .kind = ShoeKind::plated};
    shoe.drop = Metres(0.008);
    shoe.inspections = {{day_of(kNow.at, kNow.offset), "worn"}};
    file.shoes = {shoe, Shoe{.name = "Old"}};
    file.check_ins = {{.at = kNow.at - hours(2), .soreness = PainScore::of(4)}};
    good(desk->put_case(file));
    good(desk->put_case(file));
    const auto read = good(desk->case_file(desk.anna, kNow));
    REQUIRE(read.shoes.size() == 2);
    CHECK(read.shoes[0].kind == ShoeKind::plated);
    CHECK(read.shoes[0].inspections.size() == 1);
    REQUIRE(read.check_ins.size() == 2);
    CHECK(read.check_ins[0].soreness == PainScore::of(4));
    CHECK(read.check_ins[0].episode.empty());
}

TEST_CASE("the dose of the ligaments follows the ground that is told") {
    Desk desk;
    const auto id = desk.import(desk.anna, tcx("Running", "2026-02-18", 10000)).activities.front();
    const auto catches = [&](Terrain ground) {
        const auto run = good(desk->correct(desk.anna, id, {.ground = ground}, kNow.at));
        return run.summary.doses[index_of(Tissue::lateral_ligaments)].dose.value();
    };
    const double road = catches(Terrain::road);
    CHECK(road > 0);
    CHECK(catches(Terrain::technical_trail) > 4 * road);
    CHECK(catches(Terrain::track) < road);
}

TEST_CASE("exercises load the leg they were done on, and cycling loads nothing") {
    Desk desk;
    ManualRun strength = session("strength_training", Seconds(0));
    strength.told.exercises = {{ExerciseId("EX-52"), 3, 8, Side::left}};
    good(desk->add_run(desk.anna, strength, kNow.at));
    // The small knowledge defines no exercise, so that its dose is not known, not nothing.
    CHECK(std::isnan(only_one(desk).doses[0].dose.value()));
    Desk other;
    good(other->add_run(other.anna, session("cycling"), kNow.at));
    CHECK(only_one(other).doses[0].dose == EasyKm(0));
    CHECK(only_one(other).quality == DoseQuality::distance_and_time);
}
