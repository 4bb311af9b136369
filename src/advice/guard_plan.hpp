// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "advice/guard.hpp"
#include "advice/guard_minimum.hpp"

namespace footsure::advice {

/// Whether today's run is a step of a return-to-run track, on which the step is the ceiling and
/// the rules of longer runs do not count yet.
enum class OnTrack : std::uint8_t { no, yes };

/// What every open Episode's plan says of running today; no plan: none.
[[nodiscard]] OnTrack judge_plans(const GuardFacts& facts, Minimum& minimum);

}  // namespace footsure::advice
