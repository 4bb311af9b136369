// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/shoe.hpp"

#include <string>

namespace footsure::app {

/// The pairs with what they went through and what is to be said, as read in a terminal.
[[nodiscard]] std::string shoes_text(const ShoeReport& report);
/// What is known of one pair, in a line.
[[nodiscard]] std::string shoe_line(const Shoe& shoe);

}  // namespace footsure::app
