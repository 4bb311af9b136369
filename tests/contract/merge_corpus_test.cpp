// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "merge/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace footsure {

namespace {

using std::chrono::seconds;

/// One run of one file, and its name: `fit/x.fit` or `fit/x.fit.2`.
struct Run {
    std::string name;
    FileFormat format{};
    Activity activity;
    merge::Extent extent;
};

std::optional<std::filesystem::path> corpus() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    const auto folder = root / "data" / "activities";
    return std::filesystem::exists(folder) ? std::optional(folder) : std::nullopt;
}

DecodedFile decoded(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    return decode::decode(std::as_bytes(std::span(bytes)));
}

std::vector<Run> all_runs(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string ending = entry.path().extension().string();
        if (entry.is_regular_file() && ending != ".json" && ending != ".md" && ending != ".tsv") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<Run> runs;
    for (const auto& file : files) {
        DecodedFile read = decoded(file);
        std::size_t number = 0;
        if (read.kind != FileKind::activity) {
            continue;
        }
        for (Activity& run : merge::runs_of(std::move(read.activity))) {
            const auto extent = merge::extent_of(run);
            std::string name = file.lexically_relative(folder).generic_string();
            name += ++number > 1 ? "." + std::to_string(number) : "";
            if (extent) {
                runs.push_back({std::move(name), read.format, std::move(run), *extent});
            }
        }
    }
    return runs;
}

const Run& named(const std::vector<Run>& runs, const std::string& name) {
    const auto found = std::ranges::find(runs, name, &Run::name);
    REQUIRE(found != runs.end());
    return *found;
}

}  // namespace

TEST_CASE("in the whole corpus exactly the recordings of the same run are found to be so") {
    const auto folder = corpus();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    const std::vector<Run> runs = all_runs(*folder);
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t j = i + 1; j < runs.size(); ++j) {
            ++pairs;
            const auto shift = merge::same_run(runs[i].extent, runs[j].extent);
            if (shift) {
                std::cout << runs[i].name << " = " << runs[j].name << " " << shift->count() << "\n";
            }
        }
    }
    std::cout << "merge: " << runs.size() << " runs, " << pairs << " pairs\n";
}

}  // namespace footsure
