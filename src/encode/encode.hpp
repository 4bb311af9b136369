// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <vector>

namespace footsure::encode {

/// Writes an Activity as a FIT activity file that `decode` reads back equal, to FIT's resolution
/// (1 cm, 1 mm/s, 0.1 ms stance time, half a step per minute, 1/128 s).
/// Needs: Records in time order; a start; at least one Leg. Records may be none: a run by hand.
/// Gives: maker and devices, Records with the sensors' channels as developer fields, Pauses as
/// stops of the timer, beats, laps, sessions, local time, CRC. A value that FIT's field cannot
/// hold is left out, and a sensor's channel that no known app writes.
/// Note: starts of Legs, Laps and Pauses are cut to whole seconds; of two outings at the same time
/// the Records cannot be told apart, so write each as an Activity of its own.
[[nodiscard]] std::vector<std::byte> fit_activity(const Activity& activity);

}  // namespace footsure::encode
