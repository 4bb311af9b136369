// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace footsure {

/// FIT's word for its number of a sport; "unknown" for a number it does not have, and for NaN.
[[nodiscard]] std::string_view sport_word(double number);
/// FIT's word for its number of a sub-sport; "generic" for a number it does not have.
[[nodiscard]] std::string_view sub_sport_word(double number);
/// FIT's number for its word of a sport; nothing for "unknown" and words it does not have.
[[nodiscard]] std::optional<double> sport_number(std::string_view sport);
/// FIT's number for its word of a sub-sport.
[[nodiscard]] std::optional<double> sub_sport_number(std::string_view sub_sport);
/// Whether FIT counts this sport's cadence in strides (two steps) instead of revolutions.
[[nodiscard]] bool counts_strides(std::string_view sport, std::string_view sub_sport);

}  // namespace footsure
