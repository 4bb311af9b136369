// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

/// What became of one file of an import.
enum class FileOutcome : std::uint8_t {
    imported,
    damaged,      ///< imported as far as it could be read
    merged,       ///< another account of a run that is here already
    updated,      ///< here already; what the takeout says of it is new
    duplicate,    ///< the same content is here already
    skipped,      ///< holds no run
    quarantined,  ///< could not be read
};

/// The line with which one file ends.
struct FileReport {
    std::string path;
    FileOutcome outcome = FileOutcome::quarantined;
    std::string reason;                  ///< empty for a run that was simply imported
    std::vector<ActivityId> activities;  ///< that the file is part of
};

enum class ImportStage : std::uint8_t {
    renewing,  ///< runs that an older program has read are read again
    importing,
};

/// How far an import has come.
struct ImportProgress {
    ImportStage stage = ImportStage::importing;
    std::size_t done = 0;
    std::size_t expected = 0;  ///< files known so far; grows while archives are opened
    std::size_t runs = 0;      ///< imported or merged
    std::uint64_t bytes = 0;   ///< read from the disk
    double seconds = 0;
};

/// What an import did: every file once, in the order found.
struct ImportReport {
    std::vector<FileReport> files;
    double seconds = 0;

    [[nodiscard]] std::size_t count(FileOutcome outcome) const;
};

[[nodiscard]] std::string_view word(FileOutcome outcome);
[[nodiscard]] std::string_view word(ImportStage stage);

}  // namespace footsure
