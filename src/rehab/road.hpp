// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"

namespace footsure::rehab {

/// What comes after the two weeks: what is still to be met now, the later Phases, the steps back to
/// running, and whether a race that is wished for lies beyond the forecast.
[[nodiscard]] std::vector<RoadPart>
road_of(const Course& course, const std::optional<Forecast>& forecast, const PlanFacts& facts);

}  // namespace footsure::rehab
