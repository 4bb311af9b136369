// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace footsure::content {

/// Unpacks a gzip member up to its first damage, or to `limit` bytes.
/// Simple and slow: for members that the fast library has refused as a whole.
[[nodiscard]] std::vector<std::byte> inflate_prefix(std::span<const std::byte> member,
                                                    std::size_t limit);

}  // namespace footsure::content
