// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takeout/stream.hpp"
#include "takeout/takeout.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace footsure::takeout {

[[nodiscard]] bool is_zip(std::span<const std::byte> beginning);

/// What other kind of archive begins like this, in words that say what to do.
[[nodiscard]] std::optional<std::string> other_archive(std::span<const std::byte> beginning);

[[nodiscard]] std::string too_large(std::uint64_t limit);

/// Takes a whole file that is not deflated; its content decides whether it is a gzip.
void offer_file(Item item, Stream& stream);

}  // namespace footsure::takeout
