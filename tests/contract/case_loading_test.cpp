// SPDX-License-Identifier: Apache-2.0
#include "footsure/case_loading.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "import_ground.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

/// The case with these keys beside the file of a sample run.
CaseFile loaded(const std::string& told) {
    const TemporaryFolder folder;
    write_sample_runs(folder.path(), 1);
    const auto run = std::filesystem::directory_iterator(folder.path())->path();
    const std::string text = R"({"schema":"footsure.case/1","at":"2026-03-01T18:00:00+01:00",
        "activities":[{"file":")" +
                             run.filename().string() + "\"" + told + "}]}";
    const auto path = folder.path() / "case.json";
    write_bytes(path, bytes_of(text));
    auto file = app::load_case(path, app::embedded_knowledge());
    REQUIRE(file.has_value());
    CHECK(file->problems.empty());
    return std::move(*file);
}

}  // namespace

TEST_CASE("what a case tells of a run counts over what its file says, the rest is the file's") {
    const auto silent = loaded("");
    REQUIRE(silent.activities.size() == 1);
    const auto told = loaded(R"(,"name":"Long run","shoe":"Ghost","perceived_exertion":7,
        "ground":"technical_trail","ascent_m":321,"descent_m":123)");
    REQUIRE(told.activities.size() == 1);
    const ActivitySummary& run = told.activities[0];
    CHECK(run.name == "Long run");
    CHECK(run.shoe == "Ghost");
    CHECK(run.perceived_exertion == 7.0);
    CHECK(run.terrain.ground == Terrain::technical_trail);
    CHECK(run.terrain.origin == TerrainOrigin::told);
    CHECK(run.terrain.ascent == Metres(321));
    CHECK(run.terrain.descent == Metres(123));
    const ActivitySummary& file = silent.activities[0];
    CHECK(file.name.empty());
    CHECK(file.terrain.origin != TerrainOrigin::told);
    CHECK(run.from == file.from);
    CHECK(run.started_at == file.started_at);
    CHECK(run.distance == file.distance);
    CHECK(run.sport == "running");
    CHECK(run.quality == file.quality);
}

}  // namespace footsure::contract
