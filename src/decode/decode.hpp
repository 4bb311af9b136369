// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <span>

namespace footsure::decode {

/// What one file may cost; a file beyond it ends with `too_large`, keeping what was read.
struct Limits {
    std::size_t unpacked_bytes = std::size_t{512} << 20U;
    std::size_t records = 4'000'000;
};

/// Names the format by content; a file's name is never asked. Looks inside gzip.
[[nodiscard]] FileFormat sniff(std::span<const std::byte> bytes);

/// Reads FIT (also chained), GPX or TCX, plain or in gzip.
/// Gives: everything readable. Records are in file order, one per record message or track point,
/// so two may share an instant; cadence is in steps a minute for running and walking, in the
/// device's cycles a minute for other sports. A channel holds no "not measured" zeros.
/// Integrity and warnings tell what was repaired; `error` what could not be read and where.
/// Never fails as a whole: an unreadable file is a DecodedFile with an error and nothing else.
[[nodiscard]] DecodedFile decode(std::span<const std::byte> bytes, const Limits& limits = {});

}  // namespace footsure::decode
