// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <string>
#include <string_view>

/// Measured form as a sentence says it.
namespace footsure::load {

/// `8.4`, without a sign.
[[nodiscard]] std::string one_decimal(double value);
/// `251 ms`.
[[nodiscard]] std::string milliseconds(Seconds time);
/// `9.4 cm`.
[[nodiscard]] std::string centimetres(Metres length);
/// `4.8 %`, without a sign.
[[nodiscard]] std::string percent(double share);

}  // namespace footsure::load
