// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <span>

namespace footsure::merge {

/// 2 where running cadences count strides, 1 where they count steps: nobody runs with fewer than
/// 120 steps a minute (Source: FIT-FACTS 10). Zeros and NaN do not count.
[[nodiscard]] double steps_per_cycle(std::span<const double> cadences);

/// Makes the cadences of an Activity that turned out to be running count steps.
void count_steps(Activity& activity);

}  // namespace footsure::merge
