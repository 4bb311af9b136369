// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <vector>

namespace footsure::encode {

/// Writes an Activity as a FIT activity file that `decode` reads back equal, to FIT's resolution
/// (1 cm, 1 mm/s, 0.1 ms stance time, half a step per minute).
/// Needs: Records in time order; a start; at least one Leg.
/// Gives: header, file_id, records, laps, sessions, activity with local time, CRC. A value that
/// FIT's field cannot hold is left out.
/// Note: times are cut to whole seconds; `device` is not kept, the maker is "development".
[[nodiscard]] std::vector<std::byte> fit_activity(const Activity& activity);

}  // namespace footsure::encode
