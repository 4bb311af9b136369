// SPDX-License-Identifier: Apache-2.0
#include "takeout/file_content.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace footsure::takeout {

namespace {

struct Magic {
    std::size_t at;
    std::string_view bytes;
    std::string_view name;
};

using namespace std::string_view_literals;

constexpr std::array<Magic, 6> kOtherArchives{{
    {257, "ustar"sv, "tar"sv},
    {0, "7z\xBC\xAF\x27\x1C"sv, "7z"sv},
    {0, "Rar!\x1A\x07"sv, "rar"sv},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "xz"sv},
    {0, "\x28\xB5\x2F\xFD"sv, "zstd"sv},
    {0, "BZh"sv, "bzip2"sv},
}};

bool holds(std::span<const std::byte> bytes, std::size_t at, std::string_view magic) {
    if (bytes.size() < at + magic.size()) {
        return false;
    }
    const auto* const begin = reinterpret_cast<const char*>(bytes.data()) + at;
    return std::string_view(begin, magic.size()) == magic;
}

}  // namespace

bool is_zip(std::span<const std::byte> beginning) {
    return holds(beginning, 0, "PK\x03\x04"sv) || holds(beginning, 0, "PK\x05\x06"sv) ||
           holds(beginning, 0, "PK\x07\x08"sv);
}

std::optional<std::string> other_archive(std::span<const std::byte> beginning) {
    for (const Magic& magic : kOtherArchives) {
        if (holds(beginning, magic.at, magic.bytes)) {
            return "it is a " + std::string(magic.name) + " archive; unpack it first";
        }
    }
    return std::nullopt;
}

std::string too_large(std::uint64_t limit) {
    constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;
    return limit >= kMegabyte
               ? "it is larger than the " + std::to_string(limit / kMegabyte) + " MB allowed"
               : "it is larger than the " + std::to_string(limit) + " bytes allowed";
}

void offer_file(Item item, Stream& stream) {
    if (auto reason = other_archive(item.bytes)) {
        stream.refuse(std::move(item.path), std::move(*reason));
        return;
    }
    item.packing = content::is_gzip(item.bytes) ? Packing::gzip : Packing::plain;
    stream.take(std::move(item));
}

}  // namespace footsure::takeout
