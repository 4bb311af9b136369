// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <string>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> activities_folder() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const fs::path root =
        shared != nullptr ? fs::path(shared) : fs::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    const auto folder = root / "data" / "activities";
    return fs::exists(folder) ? std::optional(folder) : std::nullopt;
}

std::set<std::string> contents(const Seen& seen) {
    std::set<std::string> ids;
    for (const auto& [path, item] : seen.items) {
        ids.insert(content::content_id(unpack(item, Limits{}).bytes()).text());
    }
    return ids;
}

/// What the library of zips itself makes of the folder.
void zip_folder(const fs::path& folder, const fs::path& archive) {
    int error = 0;
    zip_t* zip = zip_open(archive.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
    REQUIRE(zip != nullptr);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path(), folder).generic_string();
        if (entry.is_directory()) {
            REQUIRE(zip_dir_add(zip, name.c_str(), ZIP_FL_ENC_UTF_8) >= 0);
            continue;
        }
        zip_source_t* source = zip_source_file(zip, entry.path().c_str(), 0, -1);
        REQUIRE(source != nullptr);
        REQUIRE(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
}

}  // namespace

TEST_CASE("the corpus as a folder, a zip and a zip in a zip is one set of contents") {
    const auto folder = activities_folder();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    const Folder place;
    zip_folder(*folder, place.path() / "all.zip");
    const Folder outer;
    zip_folder(place.path(), outer.path() / "outer.zip");

    const Seen plain = walked(*folder);
    const auto expected = contents(plain);
    const Seen zipped = walked(place.path() / "all.zip");
    const Seen twice = walked(outer.path() / "outer.zip", {.archive_memory = 1U << 20U});
    CHECK(expected.size() > 140);
    CHECK(contents(zipped) == expected);
    CHECK(contents(twice) == expected);
    CHECK(plain.refusals.size() == zipped.refusals.size());
    CHECK(zipped.paths.size() == zipped.expected);
    std::cout << "takeout: " << plain.items.size() << " files taken, " << expected.size()
              << " contents, " << plain.refusals.size() << " refused\n";
}
