// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace footsure::app {

/// The whole file. Fails: with a sentence that names the file.
[[nodiscard]] Result<std::vector<std::byte>, std::string>
read_file(const std::filesystem::path& path);
[[nodiscard]] Result<std::string, std::string> read_text_file(const std::filesystem::path& path);
[[nodiscard]] Result<void, std::string> write_file(const std::filesystem::path& path,
                                                   std::string_view text);

/// The files named, folders walked in name order.
struct FileList {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> missing;  ///< a sentence for each path that is not there
};

[[nodiscard]] FileList list_files(const std::vector<std::string>& paths);

}  // namespace footsure::app
