// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace footsure {

/// A number of FIT's profile and the word it stands for.
struct NumberedWord {
    std::uint16_t number = 0;
    std::string_view word;
};

/// The word of a number; empty for one that the table does not have, and for NaN.
[[nodiscard]] constexpr std::string_view word_of(std::span<const NumberedWord> table,
                                                 double number) {
    for (const NumberedWord& entry : table) {
        if (static_cast<double>(entry.number) == number) {
            return entry.word;
        }
    }
    return {};
}

[[nodiscard]] constexpr std::optional<double> number_of(std::span<const NumberedWord> table,
                                                        std::string_view word) {
    for (const NumberedWord& entry : table) {
        if (entry.word == word) {
            return entry.number;
        }
    }
    return std::nullopt;
}

}  // namespace footsure
