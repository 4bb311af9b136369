// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_content.hpp"
#include "decode/leg_records.hpp"
#include "model/activity.hpp"

namespace footsure::decode {

/// Warns of Legs whose distance or time as the file says differs from their Records by more than
/// a few per cent. Needs: Legs not yet completed from Records.
void warn_of_totals(const RecordTable& records, const LegOfRecord& leg_of, DecodedFile& file);

/// Notes how much of a damaged recording was read, in seconds of it.
void note_salvage(const FitContent& content, DecodedFile& file);

}  // namespace footsure::decode
