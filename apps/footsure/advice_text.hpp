// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

#include <string>

namespace footsure::app {

/// The answer as a tired runner reads it in a terminal, 78 columns wide.
[[nodiscard]] std::string advice_text(const Advice& advice);

}  // namespace footsure::app
