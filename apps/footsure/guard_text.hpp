// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

#include <string>

namespace footsure::app {

/// How far today, why, what to mind and what is unknown; 78 columns wide.
[[nodiscard]] std::string guard_text(const Guard& guard);

}  // namespace footsure::app
