// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"

namespace footsure::rehab {

/// What the protocol asks for and was not given for long enough, by today.
[[nodiscard]] std::vector<DueMeasure> due_measures(const Course& course, const PlanFacts& facts);

}  // namespace footsure::rehab
