// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/result.hpp"
#include "model/stored_run.hpp"

#include <string>

namespace footsure::app {

/// `1:02:03`, `45:30`, or minutes as `45` or `45.5`. Fails: with a sentence.
[[nodiscard]] Result<Seconds, std::string> read_duration(const std::string& text);

/// What of a run was typed in. Fails: with a sentence that names the field.
[[nodiscard]] Result<Correction, std::string> read_correction(const TypedRun& typed);

/// A whole run: start, distance and time are needed. Fails: as read_correction.
[[nodiscard]] Result<ManualRun, std::string> read_manual_run(const TypedRun& typed);

}  // namespace footsure::app
