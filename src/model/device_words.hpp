// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace footsure {

/// The maker that FIT gives this number; empty for a number we do not name, and for NaN.
[[nodiscard]] std::string_view manufacturer_word(double number);
[[nodiscard]] std::optional<double> manufacturer_number(std::string_view word);
/// What a device of this ANT+ type measures; empty for a number we do not name, and for NaN.
[[nodiscard]] std::string_view device_role_word(double number);
[[nodiscard]] std::optional<double> device_role_number(std::string_view word);

}  // namespace footsure
