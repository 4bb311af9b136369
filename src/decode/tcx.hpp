// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"

#include <span>

namespace footsure::decode {

/// Reads the activities of a TCX document, one Leg each; `Courses` give a course without Legs.
void decode_tcx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file);

}  // namespace footsure::decode
