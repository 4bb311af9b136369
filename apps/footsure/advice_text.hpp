// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

#include <string>
#include <string_view>

namespace footsure::app {

/// The answer as a tired runner reads it in a terminal, 78 columns wide.
[[nodiscard]] std::string advice_text(const Advice& advice);
/// How soon to be seen, in a line.
[[nodiscard]] std::string_view level_words(UrgencyLevel level);

}  // namespace footsure::app
