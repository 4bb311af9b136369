// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/result.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::app {

/// The whole file. Fails: with a sentence that names the file.
[[nodiscard]] Result<std::vector<std::byte>, std::string>
read_file(const std::filesystem::path& path);
[[nodiscard]] Result<std::string, std::string> read_text_file(const std::filesystem::path& path);
[[nodiscard]] Result<void, std::string> write_file(const std::filesystem::path& path,
                                                   std::string_view text);

/// Puts the whole file there at once: who reads meanwhile sees the one before or this one.
/// Fails: with a sentence, also where there is a file and it is to be kept.
[[nodiscard]] Result<void, std::string>
place_file(const std::filesystem::path& path, std::span<const std::byte> bytes, Existing existing);

/// Reads one file after the other into the same memory.
class FileReader {
public:
    /// The whole file; the bytes stay until the next is read.
    /// Fails: with a sentence that names the file.
    [[nodiscard]] Result<std::span<const std::byte>, std::string>
    read(const std::filesystem::path& path);

private:
    std::unique_ptr<std::byte[]> memory_;
    std::size_t room_ = 0;
};

/// The files named, folders walked in name order.
struct FileList {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> missing;  ///< a sentence for each path that is not there
};

[[nodiscard]] FileList list_files(const std::vector<std::string>& paths);

}  // namespace footsure::app
