// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/leg_records.hpp"
#include "decode/record_table.hpp"
#include "model/activity.hpp"

#include <cstddef>
#include <vector>

namespace footsure::decode {

/// For each Record whether the one before belongs to the same stretch, so that the way between
/// the two was made.
using Continues = std::vector<bool>;

/// What was found wrong with the positions of a track.
struct PlaceRepair {
    std::size_t spikes = 0;  ///< positions dropped: out and back faster than anyone runs
    std::size_t jumps = 0;   ///< to another place and on from there; the way does not count
};

/// Drops positions that a runner cannot have been at and ends the stretch where the track jumps.
/// Tracks of other sports and Records without times are left alone.
PlaceRepair repair_places(const std::vector<Leg>& legs, const LegOfRecord& leg_of,
                          Continues& continues, RecordTable& records);

/// Fills the distance of each Leg that records none from its positions, along its stretches.
void measure_distance(const LegOfRecord& leg_of, const Continues& continues, RecordTable& records);

}  // namespace footsure::decode
