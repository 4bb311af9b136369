// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "encode/encode.hpp"
#include "fit_round_trip_check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace footsure {

namespace {

std::optional<std::filesystem::path> corpus() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    const auto folder = root / "data" / "activities";
    return std::filesystem::exists(folder) ? std::optional(folder) : std::nullopt;
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

DecodedFile decoded(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    return decode::decode(std::as_bytes(std::span(bytes)));
}

/// What comes back otherwise, and why FIT or its reader cannot do better. `fit_activity` needs
/// Records in time order; the reader takes a clock that goes back for one that jumped.
const std::map<std::string, std::string> kReasons{
    {"fit/invalid-chained-second-crc.fit", "two outings, the second starts before the first ends"},
    {"fit/muktihari-chained-two-activities.fit", "two outings at the same time"},
    {"tcx/runalyze-Multiple-Trainings.tcx", "three outings, the latest first"},
    {"tcx/runalyze-Swim-without-time.tcx",
     "Records of one instant, each with a part of the values"},
};

}  // namespace

TEST_CASE(
    "every Activity of the corpus comes back from FIT as it was, whatever format it came in") {
    const auto folder = corpus();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    std::size_t written = 0;
    for (const auto& path : files_of(*folder)) {
        const std::string name = path.lexically_relative(*folder).generic_string();
        const Activity activity = decoded(path).activity;
        if (!activity.started_at || activity.legs.empty()) {
            continue;
        }
        CAPTURE(name);
        ++written;
        const auto bytes = encode::fit_activity(activity);
        const DecodedFile again = decode::decode(bytes);
        const std::string found = round_trip::differences(activity, again);
        const auto reason = kReasons.find(name);
        CHECK_MESSAGE(found.empty() == (reason == kReasons.end()), found);
        CHECK(encode::fit_activity(decode::decode(encode::fit_activity(again.activity)).activity) ==
              encode::fit_activity(again.activity));
    }
    std::cout << "round trip: " << written << " Activities, " << kReasons.size()
              << " with a reason\n";
    CHECK(written >= 110);
}

}  // namespace footsure
