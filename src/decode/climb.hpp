// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <optional>
#include <span>

namespace footsure::decode {

struct Climb {
    Metres up;
    Metres down;
};

/// Ascent and descent of a way, without what only the sensor's noise climbs.
/// Needs: one altitude (NaN for none) and one place along the way per point.
/// Gives: nothing when no altitude is known.
/// Note: altitudes are averaged over the way that the load model asks for grade, and a rise or fall
/// counts, to its full height, once it is higher than the noise of positioning by satellite.
[[nodiscard]] std::optional<Climb> measure_climb(std::span<const double> altitude,
                                                 std::span<const double> along);

}  // namespace footsure::decode
