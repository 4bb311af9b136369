// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

namespace footsure {

/// The CarePlan in it; none where its level holds none, or none was made.
[[nodiscard]] const CarePlan* plan_in(const Help& help);

}  // namespace footsure
