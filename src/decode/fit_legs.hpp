// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_content.hpp"
#include "decode/leg_records.hpp"
#include "model/activity.hpp"

namespace footsure::decode {

/// Makes the Legs of all parts of an activity file and completes them from their Records.
/// Records belong to the Leg that began last before them; their cadence becomes steps per minute
/// for running and walking. What was made up stands in the warnings.
void make_legs(FitContent& content, DecodedFile& file);

[[nodiscard]] Lap lap_of(const FitSummary& lap);

}  // namespace footsure::decode
