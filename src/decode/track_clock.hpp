// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/leg_records.hpp"
#include "decode/record_table.hpp"
#include "decode/track_place.hpp"
#include "model/activity.hpp"

#include <cstddef>
#include <vector>

namespace footsure::decode {

/// Makes the times of each Leg's Records not go back: a few that stand out take the time of a
/// neighbour; where the clock was set back for good, what follows is moved on.
/// Gives: how often that was needed.
std::size_t repair_clock(const LegOfRecord& leg_of, RecordTable& records);

/// The times between two stretches of a Leg, by start.
[[nodiscard]] std::vector<Pause> pauses_between(const LegOfRecord& leg_of,
                                                const Continues& continues,
                                                const std::vector<Instant>& at);

/// For each Leg the time within its stretches.
[[nodiscard]] std::vector<Seconds> time_within(const LegOfRecord& leg_of,
                                               const Continues& continues,
                                               const std::vector<Instant>& at, std::size_t legs);

}  // namespace footsure::decode
