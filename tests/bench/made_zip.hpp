// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

struct zip;

namespace footsure::bench {

enum class MemberPacking : std::uint8_t { deflate, store };

/// A zip that is written when it is closed; ends the program when it cannot be.
class MadeZip {
public:
    explicit MadeZip(const std::filesystem::path& path);
    MadeZip(const MadeZip&) = delete;
    MadeZip& operator=(const MadeZip&) = delete;
    ~MadeZip();

    void add(const std::string& name, std::vector<std::byte> bytes, MemberPacking packing);
    /// Needs: the file stays until `close`.
    void add_file(const std::string& name, const std::filesystem::path& path);
    void close();

private:
    void add_source(const std::string& name, void* source, MemberPacking packing);

    zip* archive_;
    std::vector<std::vector<std::byte>> held_;
};

}  // namespace footsure::bench
