// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace footsure::decode {

/// The content of a gzip stream; `error` when it could not be unpacked to its end.
struct Unpacked {
    std::unique_ptr<std::byte[]> memory;
    std::size_t size = 0;
    std::optional<DecodeError> error;

    [[nodiscard]] std::span<const std::byte> bytes() const { return {memory.get(), size}; }
};

[[nodiscard]] bool is_gzip(std::span<const std::byte> bytes);

/// Unpacks all members, one after the other, into at most `limit` bytes.
/// Gives: what stands before the damage, with the error.
/// Fails: `too_large` beyond the limit, `bad_gzip` for damage (its offset counts unpacked bytes).
[[nodiscard]] Unpacked unpack_gzip(std::span<const std::byte> bytes, std::size_t limit);

}  // namespace footsure::decode
