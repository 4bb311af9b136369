// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/result.hpp"
#include "model/shoe.hpp"

#include <string>

namespace footsure::app {

/// What was typed in laid over what was known of the pair. Fails: with a sentence.
[[nodiscard]] Result<ShoeDescription, std::string> read_description(const TypedShoe& typed,
                                                                    const Shoe& known, Day today);

/// The day typed in, else today. Fails: with a sentence when it is no day or lies ahead.
[[nodiscard]] Result<Day, std::string> read_wear_day(const std::string& text, Day today);

/// When a fact of that day holds from: its beginning.
[[nodiscard]] Instant holds_from(Day day, UtcOffset offset);

}  // namespace footsure::app
