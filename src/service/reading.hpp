// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/content.hpp"
#include "load/load.hpp"
#include "model/case_file.hpp"
#include "model/import_report.hpp"
#include "model/recording.hpp"
#include "takeout/takeout.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace footsure::service {

/// Raised when the same bytes would give another summary, or another reason why they give none.
inline constexpr const char* kProgramVersion = "0.4.0";

/// One run of a file with what is computed of it.
struct ReadRun {
    Recording recording;
    ActivitySummary summary;
};

/// What a file turned out to be, before anything is stored.
struct Reading {
    takeout::Item item;
    ContentId content;  ///< empty where the bytes could not be unpacked
    std::uint64_t unpacked_size = 0;
    FileOutcome outcome = FileOutcome::quarantined;
    std::string reason;
    bool known = false;  ///< judged before by this program, and not read again
    std::vector<ReadRun> runs;
};

/// How files are read.
struct ReadingRules {
    load::RunnerTraits traits;
    std::string
        unnamed_sport;  ///< FIT's word for files that name no sport; empty: they are no runs
    takeout::Limits limits;
};

[[nodiscard]] load::RunnerTraits traits_of(const Runner& runner);

/// Puts the ground that the Runner told, if any, into the Legs: their doses depend on it.
void tell_ground(const std::optional<Terrain>& ground, Activity& activity);

/// What the store already knows of a content; asked before it is decoded.
using Recall = std::function<std::optional<FileReport>(const ContentId&, const takeout::Item&)>;

/// Unpacks, names, decodes and judges one file. Never fails: the outcome says what it was.
/// Needs: `recall` may be called from any thread.
[[nodiscard]] Reading read(takeout::Item item, const ReadingRules& rules, const Recall& recall);

/// The runs in a content, each with the takeout's hints applied, or the one session that the hints
/// name; in file order.
[[nodiscard]] std::vector<Activity> runs_in(std::span<const std::byte> unpacked,
                                            const Hints& hints);

/// The bytes of an original, none when they are no longer those that came.
[[nodiscard]] std::optional<content::Unpacked> unpack_original(Packing packing,
                                                               std::vector<std::byte> bytes,
                                                               std::uint64_t unpacked_size,
                                                               const ContentId& content);

}  // namespace footsure::service
