// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "merge/merge.hpp"

#include <compare>
#include <cstdint>

namespace footsure::merge {

/// How much a RecordedRun holds, most important first; by content, not by the name of the format.
struct Richness {
    double coverage = 0;       ///< of the longest RecordedRun's time, in tenths
    std::size_t dynamics = 0;  ///< values of how the foot meets the ground
    std::size_t values = 0;    ///< of all channels
    std::size_t records = 0;
    int format = 0;          ///< how much a format can hold
    std::uint64_t mark = 0;  ///< decides between equals, whatever their order
    auto operator<=>(const Richness&) const = default;
};

/// The time between Records, where a leap of the clock or a long gap counts for ten minutes.
[[nodiscard]] Seconds covered(const Activity& run);

/// Needs: `longest` covers no less than the RecordedRun.
[[nodiscard]] Richness richness_of(const RecordedRun& source, Seconds longest);

}  // namespace footsure::merge
