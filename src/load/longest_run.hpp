// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/outing.hpp"

#include <span>

namespace footsure::load {

/// The longest outing with a distance in the 30 days before `ran`; null when there is none.
/// Needs: outings by start.
[[nodiscard]] const Outing* longest_before(const Outing& ran, std::span<const Outing> outings);
/// Needs: a longest distance over zero.
[[nodiscard]] SpikeBand band_of(Metres distance, Metres longest);

}  // namespace footsure::load
