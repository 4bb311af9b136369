// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace footsure {

enum class Side : std::uint8_t { left, right, both, unknown };

[[nodiscard]] std::string_view word(Side side);

}  // namespace footsure
