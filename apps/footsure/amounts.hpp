// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/figure.hpp"
#include "model/units.hpp"

#include <string>

/// How amounts, and how sure they are, are said in a terminal.
namespace footsure::app {

/// Whole minutes, rounded down.
[[nodiscard]] std::string time_words(Seconds time);
/// Rounded down: a ceiling is never said larger than it is.
[[nodiscard]] std::string distance_words(Metres distance);
/// Behind a statement; empty where its source was read or it was derived.
[[nodiscard]] std::string mark(Certainty certainty);

}  // namespace footsure::app
