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

/// The same run in several files; each file is in one group at most. The two watches were worn on
/// one run; the rewritten Stryd file gives local time for universal time.
const std::vector<std::set<std::string>> kGroups{
    {"fit/gc-fr15-10k-race.fit", "tcx/gc-fr15-10k-race.tcx"},
    {"fit/gc-vivoactivehr-stryd.fit", "fit/gc-vivoactivehr-stryd-rewritten.fit"},
    {"fit/muktihari-fr255-triathlon-summary-first.fit",
     "fit/muktihari-fr255-triathlon-summary-last.fit"},
    {"fit/runalyze-FR735XT-with-performance-condition.fit",
     "fit/runalyze-Fenix-3-with-runscribe-v1-38.fit"},
    {"fit/fitdecode-fenix5-run.fit", "derived/header-datasize-zero.fit",
     "derived/one-byte-flipped.fit", "derived/trailing-garbage.fit"},
    {"fit/fitdecode-fenix2-run.fit", "derived/truncated-at-60pct.fit"},
    {"fit/sdk-activity-bigendian.fit", "fit/invalid-file-crc.fit", "fit/invalid-unexpected-eof.fit",
     "fit/invalid-chained-corrupt-header.fit", "fit/invalid-chained-no-data.fit",
     "fit/invalid-chained-second-crc.fit", "fit/invalid-chained-second-crc.fit.2",
     "fit/chained-activity-settings.fit"},
};

bool of_one_group(const Run& one, const Run& other) {
    return std::ranges::any_of(kGroups, [&](const std::set<std::string>& group) {
        return group.contains(one.name) && group.contains(other.name);
    });
}

const Run& named(const std::vector<Run>& runs, const std::string& name) {
    const auto found = std::ranges::find(runs, name, &Run::name);
    REQUIRE(found != runs.end());
    return *found;
}

std::size_t present(const std::vector<double>& values) {
    return static_cast<std::size_t>(
        std::ranges::count_if(values, [](double value) { return !std::isnan(value); }));
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
    std::size_t same = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t j = i + 1; j < runs.size(); ++j) {
            CAPTURE(runs[i].name);
            CAPTURE(runs[j].name);
            const bool found = merge::same_run(runs[i].extent, runs[j].extent).has_value();
            CHECK(found == of_one_group(runs[i], runs[j]));
            ++pairs;
            same += found ? 1 : 0;
        }
    }
    std::cout << "merge: " << runs.size() << " runs, " << pairs << " pairs, " << same
              << " of the same run\n";
    CHECK(runs.size() >= 80);
    CHECK(same >= 38);
}

TEST_CASE("runs of different people stay apart when their clocks are an hour apart to the second") {
    const auto folder = corpus();
    if (!folder) {
        return;
    }
    const std::vector<Run> runs = all_runs(*folder);
    for (const Run& one : runs) {
        for (const Run& other : runs) {
            CAPTURE(one.name);
            CAPTURE(other.name);
            merge::Extent moved = other.extent;
            moved.started_at = one.extent.started_at + std::chrono::hours(3);
            const bool tellable = one.extent.distance > Metres(0);
            const bool found = merge::same_run(one.extent, moved).has_value();
            const bool long_run = one.extent.elapsed > Seconds(3 * 3600);
            if (&one == &other && tellable && !long_run) {
                CHECK(found);
            } else if (&one != &other && !of_one_group(one, other) && !long_run) {
                CHECK_FALSE(found);
            }
        }
    }
}

TEST_CASE("the file without a true clock is laid on the one with it, and gives nothing up") {
    const auto folder = corpus();
    if (!folder) {
        return;
    }
    const std::vector<Run> runs = all_runs(*folder);
    const Run& watch = named(runs, "fit/gc-vivoactivehr-stryd.fit");
    const Run& rewritten = named(runs, "fit/gc-vivoactivehr-stryd-rewritten.fit");
    CHECK(merge::same_run(watch.extent, rewritten.extent) == std::chrono::hours(-2));
    const std::vector<merge::RecordedRun> sources{{&rewritten.activity, rewritten.format, {}},
                                                  {&watch.activity, watch.format, {}}};
    const Activity all = merge::merged(sources);
    CHECK(all.legs.front().timer == watch.activity.legs.front().timer);
    CHECK(all.laps.size() == watch.activity.laps.size());
    CHECK(present(all.records.heart_rate.raw()) >=
          present(watch.activity.records.heart_rate.raw()));
    CHECK(present(all.records.speed.raw()) >= present(watch.activity.records.speed.raw()));
}

TEST_CASE("a race in FIT and in TCX is one run with the channels of both") {
    const auto folder = corpus();
    if (!folder) {
        return;
    }
    const std::vector<Run> runs = all_runs(*folder);
    const Run& fit = named(runs, "fit/gc-fr15-10k-race.fit");
    const Run& tcx = named(runs, "tcx/gc-fr15-10k-race.tcx");
    CHECK(merge::same_run(fit.extent, tcx.extent) == seconds(0));
    const std::vector<merge::RecordedRun> there{{&fit.activity, fit.format, {}},
                                                {&tcx.activity, tcx.format, {}}};
    const std::vector<merge::RecordedRun> back{there[1], there[0]};
    const Activity all = merge::merged(there);
    CHECK(all.records.at == merge::merged(back).records.at);
    CHECK(all.records.size() == 686);
    CHECK(all.laps.size() == 11);
    CHECK(all.device == fit.activity.device);
}

}  // namespace footsure
