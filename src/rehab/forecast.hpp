// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"

namespace footsure::rehab {

/// When unrestricted running may be back: the ranges of the likely causes from the start, moved by
/// what is still to be done and by what was lost. Dates always come as a range.
/// Gives: nothing when the plan is in its last Phase or over.
[[nodiscard]] std::optional<Forecast> forecast_of(const Course& course, const EpisodeFacts& facts,
                                                  const PlanFacts& plan);

}  // namespace footsure::rehab
