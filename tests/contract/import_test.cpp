// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "import_ground.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace footsure::contract {

namespace {

namespace fs = std::filesystem;

ImportReport import(service::Service& service, const fs::path& folder,
                    const service::ImportOptions& options = {}) {
    return good(service.import(kAnna, {folder}, options, nobody()));
}

std::size_t files_in(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        count += entry.is_regular_file() ? 1U : 0U;
    }
    return count;
}

/// Without what only tells which of two files came first.
std::string computed(const StoredRun& run) {
    ActivitySummary summary = run.summary;
    summary.id = ActivityId("any");
    summary.from.clear();
    return wire::write_summary(summary);
}

}  // namespace

TEST_CASE("importing a folder twice changes nothing, and each report accounts for every file") {
    in_each_place([](Place& place) {
        const TemporaryFolder folder;
        write_sample_runs(folder.path(), 12);
        write_bytes(folder.path() / "empty.fit", {});
        write_bytes(folder.path() / "words.txt", bytes_of("no run, only words"));
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        const auto first = import(service, folder.path());
        CHECK(first.files.size() == 14);
        CHECK(first.count(FileOutcome::imported) == 12);
        const std::string after_first = everything(service);
        const auto second = import(service, folder.path());
        CHECK(second.files.size() == 14);
        CHECK(second.count(FileOutcome::duplicate) == 12);
        CHECK(second.count(FileOutcome::imported) == 0);
        CHECK(everything(service) == after_first);
    });
}

TEST_CASE("every real file ends in one line, twice the same") {
    const auto folder = real_activities();
    if (!folder) {
        return;
    }
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    const auto first = import(service, *folder);
    CHECK(first.files.size() >= files_in(*folder));
    for (const FileReport& file : first.files) {
        CAPTURE(file.path);
        CHECK((file.outcome == FileOutcome::imported || !file.reason.empty()));
        CHECK(file.activities.empty() ==
              (file.outcome == FileOutcome::skipped || file.outcome == FileOutcome::quarantined));
    }
    const std::string after_first = everything(service);
    const auto second = import(service, *folder);
    CHECK(second.files.size() == first.files.size());
    CHECK(second.count(FileOutcome::imported) == 0);
    CHECK(second.count(FileOutcome::merged) == 0);
    CHECK(second.count(FileOutcome::updated) == 0);
    CHECK(second.count(FileOutcome::skipped) == first.count(FileOutcome::skipped));
    CHECK(everything(service) == after_first);
}

TEST_CASE("an import gives the same with one thread as with many") {
    const TemporaryFolder folder;
    write_sample_runs(folder.path(), 30);
    const Knowledge knowledge;
    auto alone = open_for_anna(store::InMemory{}, knowledge);
    auto many = open_for_anna(store::InMemory{}, knowledge);
    const auto one = import(alone, folder.path(), {.workers = 1});
    const auto eight = import(many, folder.path(), {.workers = 8});
    CHECK(lines_of(one, folder.path()) == lines_of(eight, folder.path()));
    CHECK(everything(alone) == everything(many));
}

TEST_CASE("a dry run tells the same and keeps nothing") {
    in_each_place([](Place& place) {
        const TemporaryFolder folder;
        write_sample_runs(folder.path(), 5);
        write_bytes(folder.path() / "words.txt", bytes_of("no run, only words"));
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        const auto dry = import(service, folder.path(), {.mode = service::ImportMode::dry_run});
        CHECK(good(service.runs(kAnna)).empty());
        CHECK(good(service.quarantine(kAnna)).empty());
        const auto real = import(service, folder.path());
        CHECK(lines_of(dry, folder.path()) == lines_of(real, folder.path()));
        CHECK(good(service.runs(kAnna)).size() == 5);
    });
}

TEST_CASE("one run from two services is one, in either order, and can be parted and rejoined") {
    const auto real = real_activities();
    if (!real) {
        return;
    }
    const auto fit = *real / "fit" / "gc-fr15-10k-race.fit";
    const auto tcx = *real / "tcx" / "gc-fr15-10k-race.tcx";
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    auto other = open_for_anna(store::InMemory{}, knowledge);
    good(service.import(kAnna, {fit, tcx}, {}, nobody()));
    const auto report = good(other.import(kAnna, {tcx, fit}, {}, nobody()));
    CHECK(report.count(FileOutcome::merged) == 1);
    auto runs = good(service.runs(kAnna));
    REQUIRE(runs.size() == 1);
    REQUIRE(runs[0].recordings.size() == 2);
    const auto turned = good(other.runs(kAnna));
    REQUIRE(turned.size() == 1);
    CHECK(computed(runs[0]) == computed(turned[0]));

    const std::string merged = computed(runs[0]);
    const auto recordings = runs[0].recordings;
    for (const Recording& recording : recordings) {
        CAPTURE(recording.path);
        good(service.part(kAnna, recording.id, at("2026-03-01T12:00:00Z")));
        CHECK(good(service.runs(kAnna)).size() == 2);
        // It stays so, also when the files come again.
        good(service.import(kAnna, {tcx, fit}, {}, nobody()));
        CHECK(good(service.runs(kAnna)).size() == 2);
        good(service.rejoin(kAnna, recording.id, at("2026-03-01T12:00:00Z")));
        runs = good(service.runs(kAnna));
        REQUIRE(runs.size() == 1);
        CHECK(runs[0].recordings.size() == 2);
        CHECK(computed(runs[0]) == merged);
    }
}

TEST_CASE("a file with two runs gives two, of which one can be hidden and brought back") {
    const auto real = real_activities();
    if (!real) {
        return;
    }
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    const auto report =
        good(service.import(kAnna, {*real / "fit" / "runalyze-Multisession.fit"}, {}, nobody()));
    REQUIRE(report.files.size() == 1);
    REQUIRE(report.files[0].activities.size() == 2);
    CHECK(report.files[0].reason == "2 runs");
    const auto late = local("2100-01-01T00:00:00Z");
    CHECK(good(service.activities(kAnna, late)).size() == 2);
    const auto hidden = report.files[0].activities[1];
    good(service.show(kAnna, hidden, Visibility::hidden, late.at));
    const auto left = good(service.activities(kAnna, late));
    REQUIRE(left.size() == 1);
    CHECK(left[0].id == report.files[0].activities[0]);
    CHECK(good(service.runs(kAnna)).size() == 2);
    good(service.show(kAnna, hidden, Visibility::shown, late.at));
    CHECK(good(service.activities(kAnna, late)).size() == 2);
}

TEST_CASE("files that name no sport are runs when the runner says so, and stay it") {
    const TemporaryFolder folder;
    std::string gpx = "<gpx><trk><trkseg>";
    for (int i = 0; i < 100; ++i) {
        const std::string second = (i < 10 ? "0" : "") + std::to_string(i % 60);
        gpx += "<trkpt lat=\"47." + std::to_string(10000 + 3 * i) +
               "\" lon=\"8.5\"><time>2026-02-01T10:0" + std::to_string(i / 60) + ":" +
               (second.size() < 2 ? "0" + second : second.substr(second.size() - 2)) +
               "Z</time></trkpt>";
    }
    gpx += "</trkseg></trk></gpx>";
    write_bytes(folder.path() / "unnamed.gpx", bytes_of(gpx));
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    const auto plain = import(service, folder.path());
    REQUIRE(plain.files.size() == 1);
    CHECK(plain.files[0].outcome == FileOutcome::skipped);
    CHECK(plain.files[0].reason.starts_with("the file does not name its sport"));
    const auto named = import(service, folder.path(), {.unnamed_sport = "running"});
    REQUIRE(named.files.size() == 1);
    REQUIRE(named.files[0].outcome == FileOutcome::imported);
    // What is computed anew later reads the file in the same way.
    const auto corrected = good(service.correct(kAnna, named.files[0].activities[0],
                                                {.shoe = "blue"}, at("2026-03-01T12:00:00Z")));
    CHECK(corrected.summary.sport == "running");
    CHECK(corrected.summary.shoe == "blue");
}

TEST_CASE("a run typed in is corrected, and joins the watch's file when that comes") {
    in_each_place([](Place& place) {
        const TemporaryFolder folder;
        write_sample_runs(folder.path(), 1);
        const auto watch = app::sample_year(on("2026-03-01")).front();
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        const Instant noon = at("2026-03-01T12:00:00Z");
        const auto added = good(service.add_run(kAnna,
                                                {.started_at = {*watch.started_at, UtcOffset(0)},
                                                 .distance = *watch.legs[0].distance,
                                                 .timer = *watch.legs[0].timer,
                                                 .told = {.name = "Evening loop", .shoe = "blue"}},
                                                noon));
        REQUIRE(added.activities.size() == 1);
        const ActivityId id = added.activities[0];
        auto run = good(service.run(kAnna, id));
        CHECK(run.summary.name == "Evening loop");
        CHECK(run.summary.shoe == "blue");
        CHECK(run.summary.distance.value() ==
              doctest::Approx(watch.legs[0].distance->value()).epsilon(0.001));

        const Metres longer = *watch.legs[0].distance * 1.1;
        const double dose_before = run.summary.doses[0].dose.value();
        run = good(service.correct(kAnna, id, {.distance = longer}, noon));
        CHECK(run.summary.distance.value() == doctest::Approx(longer.value()).epsilon(0.001));
        CHECK(run.summary.doses[0].dose.value() > dose_before);
        CHECK(run.summary.name == "Evening loop");
        run = good(service.drop_corrections(kAnna, id));
        CHECK(run.summary.distance.value() ==
              doctest::Approx(watch.legs[0].distance->value()).epsilon(0.001));

        const auto report = import(service, folder.path());
        CHECK(report.count(FileOutcome::merged) == 1);
        const auto runs = good(service.runs(kAnna));
        REQUIRE(runs.size() == 1);
        CHECK(runs[0].recordings.size() == 2);
        CHECK(runs[0].summary.quality == DoseQuality::speed_cadence_stance);
    });
}

TEST_CASE("what could not be read is kept, listed, tried again, and can be forgotten") {
    in_each_place([](Place& place) {
        const TemporaryFolder folder;
        write_bytes(folder.path() / "a.fit", bytes_of("this is no FIT file"));
        write_bytes(folder.path() / "b.gpx", bytes_of("<gpx><trk><trkseg><trkpt lat=\"1\""));
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        CHECK(import(service, folder.path()).count(FileOutcome::quarantined) == 2);
        auto list = good(service.quarantine(kAnna));
        REQUIRE(list.size() == 2);
        CHECK(list[0].path.ends_with("a.fit"));
        fs::remove_all(folder.path() / "a.fit");
        // The bytes are kept, so the folder may be gone.
        const auto again = good(service.retry(kAnna, nobody()));
        CHECK(again.files.size() == 2);
        CHECK(again.count(FileOutcome::quarantined) == 2);
        CHECK(good(service.quarantine(kAnna)).size() == 2);
        good(service.forget_aside(kAnna, list[0].key));
        list = good(service.quarantine(kAnna));
        REQUIRE(list.size() == 1);
        CHECK(list[0].path.ends_with("b.gpx"));
        CHECK(error_of(service.forget_aside(kAnna, "path:nowhere")) == "not_found");
    });
}

TEST_CASE("what an older program read is read again: a second run in its file appears") {
    in_each_place([](Place& place) {
        std::string file = "<TrainingCenterDatabase><Activities>";
        for (const char* hour : {"07", "17"}) {
            const std::string start = "2026-02-18T" + std::string(hour) + ":00:00Z";
            file += "<Activity Sport=\"Running\"><Id>" + start + "</Id><Lap StartTime=\"" + start +
                    "\"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000"
                    "</DistanceMeters></Lap></Activity>";
        }
        const auto bytes = bytes_of(file + "</Activities></TrainingCenterDatabase>");
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        const auto whole = good(service.import_file(kAnna, bytes, "two.tcx", Instant()));
        REQUIRE(whole.activities.size() == 2);
        const std::string both = everything(service);
        // As an older program left it: one run of two, under its own version.
        if (!place.can_tamper()) {
            return;
        }
        const std::string second = whole.activities[1].text();
        place.tamper("delete from recordings where activity_id = '" + second + "'");
        place.tamper("delete from activities where activity_id = '" + second + "'");
        place.tamper("update activities set program = '0.1.0', knowledge = 'old'");
        CHECK(good(service.runs(kAnna)).size() == 1);
        const TemporaryFolder nothing;
        import(service, nothing.path());
        CHECK(everything(service) == both);
    });
}

TEST_CASE("an Apple Health workout and its route are one run with the workout's totals") {
    const auto real = real_activities();
    if (!real) {
        return;
    }
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    const auto report = import(service, *real / "apple-health");
    CHECK(report.count(FileOutcome::merged) == 1);
    const auto runs = good(service.runs(kAnna));
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].recordings.size() == 2);
    CHECK(runs[0].summary.distance == Metres(5200));
    CHECK(runs[0].summary.timer == Seconds(1950));
    CHECK(runs[1].recordings.size() == 1);
}

TEST_CASE("a runner's import touches nobody else's runs") {
    in_each_place([](Place& place) {
        const TemporaryFolder folder;
        write_sample_runs(folder.path(), 3);
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        good(service.ensure_runner(kBen));
        import(service, folder.path());
        CHECK(good(service.runs(kBen)).empty());
        const auto anna = good(service.runs(kAnna));
        const auto id = anna.front().summary.id;
        CHECK(error_of(service.run(kBen, id)) == "not_found");
        CHECK(error_of(service.show(kBen, id, Visibility::hidden, Instant())) == "not_found");
        CHECK(error_of(service.part(kBen, anna.front().recordings[0].id, Instant())) ==
              "not_found");
        const auto bens = good(service.import(kBen, {folder.path()}, {}, nobody()));
        CHECK(bens.count(FileOutcome::imported) == 3);
    });
}

}  // namespace footsure::contract
