// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/import_report.hpp"

#include <cstdint>
#include <string>

/// How an import is asked for, and who hears of it.
namespace footsure::service {

enum class ImportMode : std::uint8_t {
    keep,
    dry_run,  ///< everything is done and nothing is kept
};

struct ImportOptions {
    ImportMode mode = ImportMode::keep;
    unsigned workers = 0;  ///< 0: one for each core
    std::string
        unnamed_sport;  ///< FIT's word for files that name no sport; empty: they are no runs
};

/// Hears of an import while it runs, on the thread that called.
class ImportListener {
public:
    virtual ~ImportListener() = default;
    virtual void on_file(const FileReport& file) = 0;
    virtual void on_progress(const ImportProgress& progress) = 0;
};

}  // namespace footsure::service
