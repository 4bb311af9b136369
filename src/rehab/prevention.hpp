// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

namespace footsure::rehab {

/// Two weeks for a Runner without an open Episode; after one that ended not long ago it watches for
/// a recurrence. Runs are the Runner's own, within the longest-run rule and the week's limit.
[[nodiscard]] CarePlan prevention_plan(const PlanFacts& facts);

}  // namespace footsure::rehab
