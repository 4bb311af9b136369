// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_content.hpp"
#include "model/activity.hpp"

namespace footsure::decode {

/// Puts the times of Records, sessions, laps and timer events back in line where the clock jumped;
/// the warnings say what was moved.
void repair_times(FitContent& content, DecodedFile& file);

}  // namespace footsure::decode
