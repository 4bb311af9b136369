// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace footsure::decode {

/// The check sum of FIT files: polynomial 0x8005 reflected, start 0, no final inversion.
[[nodiscard]] std::uint16_t fit_crc(std::span<const std::byte> bytes);

}  // namespace footsure::decode
