// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"

#include <span>

namespace footsure::decode {

/// Reads a log of Suunto's Moveslink: one Leg, its samples in SI units, beats from its R-R data.
void decode_sml(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file);

}  // namespace footsure::decode
