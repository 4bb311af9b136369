// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"
#include "model/units.hpp"

#include <string>

/// How sentences about runs write sizes and dates.
namespace footsure::load {

/// `12.4 km`, `30 km`.
[[nodiscard]] std::string in_kilometres(Metres distance);
/// `340 m`.
[[nodiscard]] std::string in_metres(Metres height);
/// `5:12 min/km`. Needs: a speed over zero.
[[nodiscard]] std::string as_pace(MetresPerSecond speed);
/// `35 %`.
[[nodiscard]] std::string in_percent(double share);
/// `3 February`.
[[nodiscard]] std::string on_day(Day day);
/// At most one decimal, none where it is 0.
[[nodiscard]] std::string in_tenths(double value);
/// `28 to 35 km` from `28 km` and `35 km`; `at 35 km` where both are alike.
[[nodiscard]] std::string as_range(const std::string& low, const std::string& high);
/// `one run`, `3 runs`.
[[nodiscard]] std::string count_of(long count, const std::string& noun);

}  // namespace footsure::load
