// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/case_file.hpp"
#include "model/result.hpp"

#include <string>

namespace footsure::app {

/// The run that is thought of. Fails: with a sentence that names what cannot be meant.
[[nodiscard]] Result<IntendedRun, std::string> intended_run(const TypedIntent& typed);

}  // namespace footsure::app
