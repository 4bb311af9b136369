// SPDX-License-Identifier: Apache-2.0
#include "footsure/watched_files.hpp"
#include "import_ground.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace footsure::contract {

namespace {

void append(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::app) << text;
}

}  // namespace

TEST_CASE("a watched folder gives each file once it has settled, and again when it changes") {
    const TemporaryFolder folder;
    const std::vector<std::string> watched{folder.path().string()};
    const auto run = folder.path() / "run.fit";
    append(run, "first");
    app::WatchedFiles files;
    // What lies there at the start is taken at once.
    CHECK(files.settled(watched) == std::vector{run});
    CHECK(files.settled(watched).empty());

    // A file still being copied grows from look to look.
    const auto next = folder.path() / "next.fit";
    append(next, "half");
    CHECK(files.settled(watched).empty());
    append(next, " and half");
    CHECK(files.settled(watched).empty());
    CHECK(files.settled(watched) == std::vector{next});
    CHECK(files.settled(watched).empty());

    append(run, " and more");
    CHECK(files.settled(watched).empty());
    CHECK(files.settled(watched) == std::vector{run});
    CHECK(files.settled(watched).empty());
}

TEST_CASE("a watch that is plugged in later, out and in again is seen each time") {
    const TemporaryFolder folder;
    const auto mount = folder.path() / "GARMIN";
    const std::vector<std::string> watched{mount.string()};
    app::WatchedFiles files;
    CHECK(files.settled(watched).empty());
    std::filesystem::create_directories(mount / "Activity");
    append(mount / "Activity" / "run.fit", "bytes");
    CHECK(files.settled(watched).empty());
    CHECK(files.settled(watched) == std::vector{mount / "Activity" / "run.fit"});
    const auto away = folder.path() / "away";
    std::filesystem::rename(mount, away);
    CHECK(files.settled(watched).empty());
    std::filesystem::rename(away, mount);
    CHECK(files.settled(watched).empty());
    CHECK(files.settled(watched).size() == 1);
}

}  // namespace footsure::contract
