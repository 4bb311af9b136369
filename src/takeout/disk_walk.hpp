// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takeout/archive_walk.hpp"
#include "takeout/disk_file.hpp"
#include "takeout/hint_table.hpp"
#include "takeout/stream.hpp"
#include "takeout/takeout.hpp"

#include <filesystem>
#include <vector>

namespace footsure::takeout {

/// Walks files and folders as they lie on the disk, and opens the archives among them.
class DiskWalk {
public:
    DiskWalk(const Limits& limits, Stream& stream) : limits_(limits), stream_(stream) {}

    /// What the Runner named: a file, a folder, or a link to one.
    void named(const std::filesystem::path& path);

private:
    void folder(const std::filesystem::path& path);
    void file(const std::filesystem::path& path, Links links);
    void content(DiskFile& file, const std::filesystem::path& path);
    bool read_list(const std::filesystem::path& path);
    bool read_health(const std::filesystem::path& path, Links links);

    const Limits& limits_;
    Stream& stream_;
    HintTable hints_;  ///< by the path on the disk
};

}  // namespace footsure::takeout
