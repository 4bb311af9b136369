// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace footsure::contract {

namespace {

using Lines = std::vector<std::string>;

/// What SQLite says it would do, a step a line.
Lines plan_of(const std::filesystem::path& file, std::string_view statement) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> open(database, sqlite3_close);
    const std::string question = "explain query plan " + std::string(statement);
    sqlite3_stmt* raw = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, question.c_str(), -1, &raw, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> prepared(raw, sqlite3_finalize);
    Lines plan;
    constexpr int kDetail = 3;
    while (sqlite3_step(raw) == SQLITE_ROW) {
        plan.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(raw, kDetail)));
    }
    return plan;
}

struct LookUp {
    std::string_view statement;
    std::string_view by;  ///< the columns that lead to the rows
};

constexpr std::array kLookUps{
    LookUp{store::kOriginalPath, "(runner_id=? AND content_id=?)"},
    LookUp{store::kRecordingsOf, "(runner_id=? AND activity_id=?)"},
    LookUp{store::kRecordingsIn, "(runner_id=? AND content_id=?)"},
    LookUp{store::kRecordingsBetween, "(runner_id=? AND started_at_us>? AND started_at_us<?)"},
    LookUp{store::kActivity, "(runner_id=? AND activity_id=?)"},
    LookUp{store::kKeptApartFrom, "(runner_id=? AND recording_id=?)"},
    LookUp{store::kCorrections, "(runner_id=? AND activity_id=?)"},
    LookUp{store::kSetAside, "(runner_id=? AND aside_key=?)"},
};

}  // namespace

TEST_CASE("what an import asks for each file costs the same in a large store") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "facts.db";
    const auto store = good(store::Store::open(store::SqliteFile{file}));
    for (const LookUp& look_up : kLookUps) {
        const Lines plan = plan_of(file, look_up.statement);
        CAPTURE(look_up.statement);
        CAPTURE(plan);
        // One step: no second table, and no sorting of what was found.
        REQUIRE(plan.size() == 1);
        CHECK(plan[0].starts_with("SEARCH"));
        CHECK(plan[0].ends_with(look_up.by));
    }
}

}  // namespace footsure::contract
