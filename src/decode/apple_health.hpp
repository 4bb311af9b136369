// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"

#include <span>

namespace footsure::decode {

/// Reads the running workouts of an Apple Health document, one Leg each.
/// Fails: `too_large` for an export that must be split first (HealthExport).
void decode_apple_health(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file);

}  // namespace footsure::decode
