// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libdeflate.h>

#include <cstddef>
#include <memory>

namespace footsure::content {

/// Deflate cannot expand further, so no input needs more room than this times its size.
inline constexpr std::size_t kGreatestRatio = 1032;

struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

using Decompressor = std::unique_ptr<libdeflate_decompressor, FreeDecompressor>;

/// Empty when there is no memory left.
[[nodiscard]] inline Decompressor make_decompressor() {
    return Decompressor(libdeflate_alloc_decompressor());
}

}  // namespace footsure::content
