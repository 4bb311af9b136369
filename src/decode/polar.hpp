// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"

#include <span>

namespace footsure::decode {

/// Whether it looks like a training session of Polar's account archive.
[[nodiscard]] bool is_polar_session(std::span<const std::byte> bytes);

/// Reads a training session of Polar's account archive, old or new layout, one Leg per exercise.
void decode_polar(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file);

}  // namespace footsure::decode
