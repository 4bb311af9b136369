// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_content.hpp"
#include "model/activity.hpp"

namespace footsure::decode {

/// Makes the Activity, its kind and its warnings from what was read of a FIT file.
/// Cadence becomes steps per minute for running and walking; other sports keep their cycles.
void assemble_fit(FitContent content, DecodedFile& file);

}  // namespace footsure::decode
