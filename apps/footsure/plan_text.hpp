// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

#include <string>

namespace footsure::app {

/// The plan as a tired runner reads it: today first, then the next days, why it changed, what must
/// be met, and the road beyond.
[[nodiscard]] std::string plan_text(const CarePlan& plan, UtcOffset offset);

/// Where the plan stands and what it says of its first day.
[[nodiscard]] std::string plan_today_text(const CarePlan& plan);

/// What happened to a plan, with its reason.
[[nodiscard]] std::string plan_change_text(const PlanChange& change, UtcOffset offset);

}  // namespace footsure::app
