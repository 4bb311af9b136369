// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace footsure {

enum class Side : std::uint8_t { left, right, both, unknown };

[[nodiscard]] std::string_view word(Side side);
/// `unknown` for a word that names none.
[[nodiscard]] Side side_of(std::string_view word);

}  // namespace footsure
