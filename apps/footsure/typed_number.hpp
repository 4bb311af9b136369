// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace footsure::app {

/// A finite number and nothing else; nothing for any other text.
[[nodiscard]] std::optional<double> typed_number(std::string_view text);

/// What a number that is typed in may be, and what it is called.
struct TypedRange {
    const char* what;  ///< `soreness`
    double min;
    double max;
};

/// Nothing where nothing was typed. Fails: with a sentence that names the range.
[[nodiscard]] Result<std::optional<double>, std::string> read_ranged(const std::string& text,
                                                                     const TypedRange& range);

}  // namespace footsure::app
