// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

namespace footsure::decode {

/// The offset that the sun suggests at a longitude, in whole hours.
[[nodiscard]] UtcOffset offset_at(GeoDegrees longitude);

/// Settles the Activity's offset: one that is there counts as `recorded` unless it says otherwise,
/// else that of the first position is taken.
void complete_offset(Activity& activity);

}  // namespace footsure::decode
