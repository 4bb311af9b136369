// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_notes.hpp"
#include "decode/record_table.hpp"

#include <vector>

namespace footsure::decode {

/// Gives each Record the mean of the heart rates that the strap stored since the Record before;
/// the wrist, which may have measured too, is the worse witness.
/// Gives: how many Records got one.
std::size_t merge_strap(std::vector<StrapRate> rates, RecordTable& records);

}  // namespace footsure::decode
