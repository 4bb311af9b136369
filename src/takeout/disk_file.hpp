// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"
#include "takeout/takeout.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace footsure::takeout {

enum class Links : std::uint8_t { follow, refuse };

/// An open regular file. What fails, fails with the system's words.
class DiskFile {
public:
    /// Fails: for anything that is no regular file, without opening it.
    [[nodiscard]] static Result<DiskFile, std::string> open(const std::filesystem::path& path,
                                                            Links links);

    /// A file without a name, gone when it is closed.
    [[nodiscard]] static Result<DiskFile, std::string> temporary();

    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// Gives at most `most` bytes from the start on; fewer when the file has no more.
    [[nodiscard]] Result<std::vector<std::byte>, std::string> read(std::size_t most);

    /// Gives all bytes to the sink, piece by piece, until it says stop.
    [[nodiscard]] Result<void, std::string>
    read_through(const std::function<Flow(std::span<const std::byte>)>& sink);

    [[nodiscard]] Result<void, std::string> append(std::span<const std::byte> bytes);

    /// Gives how many bytes were read, fewer than asked only at the end.
    [[nodiscard]] Result<std::size_t, std::string> read_at(std::uint64_t offset,
                                                           std::span<std::byte> out);

private:
    struct Close {
        void operator()(std::FILE* file) const { (void)std::fclose(file); }
    };

    DiskFile(std::FILE* file, std::uint64_t size) : file_(file), size_(size) {}

    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t size_ = 0;
    std::uint64_t position_ = 0;
};

/// What the system says of its last error.
[[nodiscard]] std::string system_words(int error);

}  // namespace footsure::takeout
