// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"
#include "model/recording.hpp"
#include "model/time.hpp"
#include "model/wishes.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the store keeps of files, beside what they say.
namespace footsure::store {

/// What a stored conclusion was computed with.
struct ComputedUnder {
    std::string program;    ///< version of the program
    std::string knowledge;  ///< hash of the knowledge
};

/// Bytes as they came, under the identity of what they unpack to.
struct NewOriginal {
    ContentId content;
    Packing packing = Packing::plain;
    std::span<const std::byte> bytes;  ///< packed
    std::uint64_t unpacked_size = 0;
    std::string path;  ///< where it came from, for the Runner
    Instant imported_at;
};

/// Note: whoever unpacks the bytes compares them with the ContentId; the store does not unpack.
struct Original {
    Packing packing = Packing::plain;
    std::vector<std::byte> bytes;  ///< packed
    std::uint64_t unpacked_size = 0;
    std::string path;
};

enum class Kept : std::uint8_t { added, already_there };

/// Why a content made no run, or a run of it is missing.
enum class AsideKind : std::uint8_t { skipped, quarantined };

/// A content (or, without one, a path) that was not taken.
struct SetAside {
    std::string key;  ///< the ContentId's text, or `path:<path>` where nothing could be read
    AsideKind kind{};
    std::string path;
    std::string reason;
    std::string program;  ///< version that judged it
    Instant at;
    Packing packing = Packing::plain;
    std::uint64_t unpacked_size = 0;
    std::vector<std::byte> bytes;  ///< kept for another try; may be empty (too large, or skipped)
};

[[nodiscard]] std::string_view word(AsideKind kind);

/// Whether wishes add to those before or begin anew.
enum class WishesStart : std::uint8_t { on_top, anew };

/// What a Runner wishes from that moment on.
struct NewWishes {
    Wishes wishes;
    WishesStart start = WishesStart::on_top;
    Instant at;
};

}  // namespace footsure::store
