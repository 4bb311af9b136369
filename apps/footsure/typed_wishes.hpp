// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/result.hpp"
#include "model/wishes.hpp"

#include <string>

namespace footsure::app {

/// Whether anything was typed, so that the wishes are set and not only shown.
[[nodiscard]] bool sets_wishes(const TypedWishes& typed);

/// The wishes as they stand with what was typed. Fails: with a sentence.
[[nodiscard]] Result<Wishes, std::string> read_typed_wishes(const TypedWishes& typed,
                                                            const Wishes& known, Day today);

/// What is wished, a line each.
[[nodiscard]] std::string wishes_text(const Wishes& wishes);

}  // namespace footsure::app
