// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <vector>

namespace footsure::advice {

/// The rankings that may raise the level besides the full one: without any danger sign, and with
/// each single one. So one sign more never takes away what another has raised (decision 0011).
[[nodiscard]] std::vector<Differential> raising_rankings(const Findings& findings,
                                                         const Knowledge& knowledge);

}  // namespace footsure::advice
