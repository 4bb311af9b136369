// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/measure.hpp"
#include "model/result.hpp"

#include <string>
#include <vector>

namespace footsure::app {

/// What was measured or scored for a check-in. Fails: with a sentence that names the kind and what
/// it may be.
[[nodiscard]] Result<std::vector<Measured>, std::string>
read_typed_measures(const TypedCheckIn& typed);

/// As a line says it: "single-leg heel raises left 20, right 25".
[[nodiscard]] std::string measures_line(const std::vector<Measured>& measures);

}  // namespace footsure::app
