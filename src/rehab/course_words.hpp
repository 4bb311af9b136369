// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <string>

namespace footsure::rehab {

/// `4`, `2.5`: one decimal where there is one.
[[nodiscard]] std::string plain(double number);
/// `4/10`.
[[nodiscard]] std::string out_of_ten(double pain);
/// `24 min`.
[[nodiscard]] std::string minutes(Seconds time);
/// `2.1 km`.
[[nodiscard]] std::string kilometres(Metres distance);
/// `1 day`, `3 days`.
[[nodiscard]] std::string counted(int count, const std::string& one);
/// The two joined by `; `, without it where one is empty.
[[nodiscard]] std::string joined(const std::string& first, const std::string& second);

}  // namespace footsure::rehab
