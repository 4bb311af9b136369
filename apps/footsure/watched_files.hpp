// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace footsure::app {

/// The files of watched folders, and which of them have settled since they were last given out.
class WatchedFiles {
public:
    /// Looks at the folders once. A folder that is not there holds no files: a watch may not be
    /// plugged in yet, or not any more.
    /// Gives: files that are new or changed, and of the same size and time as one look before, so
    /// that a file still being copied is left alone. A first look gives every file.
    [[nodiscard]] std::vector<std::filesystem::path>
    settled(const std::vector<std::string>& folders);

private:
    struct Look {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed_at;

        bool operator==(const Look&) const = default;
    };

    struct Known {
        Look look;
        bool given = false;
    };

    [[nodiscard]] std::map<std::filesystem::path, Look>
    look(const std::vector<std::string>& folders) const;

    std::map<std::filesystem::path, Known> known_;
    bool first_ = true;
};

}  // namespace footsure::app
