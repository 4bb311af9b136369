// SPDX-License-Identifier: Apache-2.0
#include "footsure/watched_files.hpp"

#include "footsure/files.hpp"

#include <system_error>

namespace footsure::app {

namespace fs = std::filesystem;

std::map<fs::path, WatchedFiles::Look>
WatchedFiles::look(const std::vector<std::string>& folders) const {
    std::map<fs::path, Look> found;
    for (const auto& path : list_files(folders).files) {
        std::error_code error;
        const auto size = fs::file_size(path, error);
        const auto changed_at = error ? fs::file_time_type() : fs::last_write_time(path, error);
        if (!error) {
            found[path] = {size, changed_at};
        }
    }
    return found;
}

std::vector<fs::path> WatchedFiles::settled(const std::vector<std::string>& folders) {
    std::vector<fs::path> ready;
    const auto found = look(folders);
    std::map<fs::path, Known> now;
    for (const auto& [path, look] : found) {
        const auto before = known_.find(path);
        const bool same = before != known_.end() && before->second.look == look;
        const bool given = same && before->second.given;
        const bool settled = !given && (same || first_);
        if (settled) {
            ready.push_back(path);
        }
        now[path] = {look, given || settled};
    }
    known_ = std::move(now);
    first_ = false;
    return ready;
}

}  // namespace footsure::app
