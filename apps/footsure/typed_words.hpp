// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::app {

/// The parts between commas, without the blanks around them; none of nothing.
[[nodiscard]] std::vector<std::string> listed(std::string_view text);

/// One of `all`, by its word. Nothing where nothing was typed. Fails: with a sentence that names
/// them.
template <class E, std::size_t N>
[[nodiscard]] Result<std::optional<E>, std::string>
read_typed_word(const std::string& text, std::string_view what, const std::array<E, N>& all) {
    if (text.empty()) {
        return std::optional<E>();
    }
    std::string words;
    for (const E each : all) {
        if (word(each) == text) {
            return std::optional<E>(each);
        }
        words += (words.empty() ? "" : ", ") + std::string(word(each));
    }
    return Failure<std::string>("'" + text + "' cannot be " + std::string(what) +
                                "; it is one of: " + words);
}

}  // namespace footsure::app
