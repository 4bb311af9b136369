// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_notes.hpp"
#include "model/activity.hpp"

namespace footsure::decode {

/// Sets the local offset and how well it is known: recorded, of the device's settings, or from
/// the longitude of the first position.
void settle_offset(const FitNotes& notes, Activity& activity);

}  // namespace footsure::decode
