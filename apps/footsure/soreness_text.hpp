// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/soreness.hpp"

#include <string>

namespace footsure::app {

/// How own soreness follows own load, as a runner reads it in a terminal; ends with a line break.
[[nodiscard]] std::string soreness_text(const SorenessLink& link);

}  // namespace footsure::app
