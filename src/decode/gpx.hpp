// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"

#include <span>

namespace footsure::decode {

/// Reads the tracks of a GPX document, one Leg each. A track without any time is a course.
void decode_gpx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file);

}  // namespace footsure::decode
