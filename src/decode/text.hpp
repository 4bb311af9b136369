// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace footsure::decode {

/// The text without blanks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The number at the start of the text, NaN when there is none.
[[nodiscard]] double read_decimal(std::string_view text);

}  // namespace footsure::decode
