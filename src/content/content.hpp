// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/recording.hpp"
#include "model/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Bytes as they come and as they are kept: their packing and their identity.
namespace footsure::content {

/// What a packed content unpacks to; `error` when it could not be unpacked to its end.
struct Unpacked {
    std::unique_ptr<std::byte[]> memory;
    std::size_t size = 0;
    std::optional<DecodeError> error;

    [[nodiscard]] std::span<const std::byte> bytes() const { return {memory.get(), size}; }
};

/// SHA-256 of the unpacked bytes: a file, its gzip and the zip member are one content.
[[nodiscard]] ContentId content_id(std::span<const std::byte> unpacked);

[[nodiscard]] bool is_gzip(std::span<const std::byte> bytes);

/// Unpacks all members, one after the other, into at most `limit` bytes.
/// Gives: what stands before the damage, with the error.
/// Fails: `too_large` beyond the limit, `bad_gzip` for damage (its offset counts unpacked bytes).
[[nodiscard]] Unpacked unpack_gzip(std::span<const std::byte> bytes, std::size_t limit);

/// What a zip says a member unpacks to.
struct Promise {
    std::uint64_t size = 0;
    std::optional<std::uint32_t> crc32;  ///< absent = not to be checked
};

/// Unpacks one raw deflate stream of a promised size.
/// Fails: `too_large` for a promise beyond the limit or beyond what deflate can reach;
/// `bad_deflate` when stream, size or check sum are not as promised.
[[nodiscard]] Unpacked unpack_deflate(std::span<const std::byte> bytes, const Promise& promise,
                                      std::size_t limit);

/// One gzip member, packed quickly rather than small.
[[nodiscard]] std::vector<std::byte> pack_gzip(std::span<const std::byte> bytes);

}  // namespace footsure::content
