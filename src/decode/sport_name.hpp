// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace footsure::decode {

struct SportName {
    std::string_view sport;
    std::string_view sub_sport;
};

/// FIT's words for what other writers call a sport; `unknown` for no text at all, `generic` for
/// a sport without a word here.
[[nodiscard]] SportName sport_named(std::string_view text);

}  // namespace footsure::decode
