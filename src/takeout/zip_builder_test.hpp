// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::takeout::test {

using Bytes = std::vector<std::byte>;

inline Bytes bytes_of(std::string_view text) {
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

inline std::string text_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline Bytes deflated(const Bytes& plain) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    Bytes out(libdeflate_deflate_compress_bound(compressor, plain.size()));
    out.resize(libdeflate_deflate_compress(compressor, plain.data(), plain.size(), out.data(),
                                           out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

/// A member of a zip, with room for every lie.
struct Entry {
    std::string name;
    Bytes packed;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;
    std::uint32_t attributes = 0;             ///< as Unix writes them
    std::optional<std::uint32_t> same_place;  ///< of another entry, whose bytes it claims
};

inline Entry stored(std::string name, const Bytes& plain) {
    return {.name = std::move(name),
            .packed = plain,
            .crc = libdeflate_crc32(0, plain.data(), plain.size()),
            .packed_size = plain.size(),
            .size = plain.size()};
}

inline Entry packed(std::string name, const Bytes& plain) {
    Entry entry = stored(std::move(name), plain);
    entry.packed = deflated(plain);
    entry.packed_size = entry.packed.size();
    entry.method = 8;
    return entry;
}

/// Writes a zip byte by byte, so that it can be wrong where a test wants it.
class ZipBuilder {
public:
    ZipBuilder() = default;

    ZipBuilder(std::initializer_list<Entry> entries) {
        for (const Entry& entry : entries) {
            add(entry);
        }
    }

    void add(const Entry& entry) {
        const std::uint32_t place =
            entry.same_place.value_or(static_cast<std::uint32_t>(out_.size()));
        if (!entry.same_place) {
            header(out_, "PK\x03\x04", entry);
            text(out_, entry.name);
            out_.insert(out_.end(), entry.packed.begin(), entry.packed.end());
        }
        number(directory_, 0x02014B50, 4);
        number(directory_, 0x0314, 2);  // made on Unix
        fields(directory_, entry);
        number(directory_, 0, 2);  // comment
        number(directory_, 0, 2);  // disk
        number(directory_, 0, 2);
        number(directory_, entry.attributes, 4);
        number(directory_, place, 4);
        text(directory_, entry.name);
        ++entries_;
    }

    [[nodiscard]] Bytes bytes() const {
        Bytes all = out_;
        all.insert(all.end(), directory_.begin(), directory_.end());
        number(all, 0x06054B50, 4);
        number(all, 0, 4);
        number(all, entries_, 2);
        number(all, entries_, 2);
        number(all, directory_.size(), 4);
        number(all, out_.size(), 4);
        number(all, 0, 2);
        return all;
    }

private:
    static void number(Bytes& out, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            out.push_back(static_cast<std::byte>(value >> (8 * i)));
        }
    }

    static void text(Bytes& out, std::string_view text) {
        const Bytes bytes = bytes_of(text);
        out.insert(out.end(), bytes.begin(), bytes.end());
    }

    /// What stands alike in the local header and in the directory.
    static void fields(Bytes& out, const Entry& entry) {
        number(out, 20, 2);
        number(out, entry.flags, 2);
        number(out, entry.method, 2);
        number(out, 0x00210000, 4);  // 1 January 1980
        number(out, entry.crc, 4);
        number(out, entry.packed_size, 4);
        number(out, entry.size, 4);
        number(out, entry.name.size(), 2);
        number(out, 0, 2);  // extra fields
    }

    static void header(Bytes& out, std::string_view signature, const Entry& entry) {
        text(out, signature);
        fields(out, entry);
    }

    Bytes out_;
    Bytes directory_;
    std::size_t entries_ = 0;
};

}  // namespace footsure::takeout::test
