// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"
#include "takeout/disk_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace footsure::takeout {

/// Where the bytes of a zip lie.
using ZipBytes = std::variant<DiskFile, std::vector<std::byte>>;

/// The bytes of a zip, for the library to read at places of its choice, as many as are allowed:
/// its memory for a directory grows with what it reads.
class ZipSource {
public:
    ZipSource(ZipBytes bytes, std::uint64_t allowance);

    [[nodiscard]] std::uint64_t size() const { return size_; }

    [[nodiscard]] std::uint64_t position() const { return position_; }

    void seek(std::uint64_t position) { position_ = position; }

    /// Gives how many bytes were read, fewer than asked only at the end.
    [[nodiscard]] Result<std::size_t, std::string> read(std::span<std::byte> out);

    void allow_all() { limited_ = false; }

    /// Whether reading failed because no more was allowed.
    [[nodiscard]] bool refused() const { return refused_; }

private:
    ZipBytes bytes_;
    std::uint64_t size_;
    std::uint64_t position_ = 0;
    std::uint64_t allowance_;
    bool limited_ = true;
    bool refused_ = false;
};

}  // namespace footsure::takeout
