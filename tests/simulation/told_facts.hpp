// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history.hpp"
#include "model/case_file.hpp"

namespace footsure::simulation {

/// What was told on waking or in the evening, as the planner takes it.
[[nodiscard]] CheckIn check_in_of(const MorningTold& told, TissueKind kind, Instant at);
[[nodiscard]] CheckIn check_in_of(const EveningTold& told, Side side, Instant at);

}  // namespace footsure::simulation
