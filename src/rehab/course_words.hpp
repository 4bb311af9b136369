// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <string>

namespace footsure::rehab {

/// `4`, `2.5`: one decimal where there is one.
[[nodiscard]] std::string plain(double number);
/// `4/10`.
[[nodiscard]] std::string out_of_ten(double pain);
/// `24 min`: what was run, to the nearest minute.
[[nodiscard]] std::string minutes_run(Seconds time);
/// `2.1 km`: what was run, to the nearest tenth.
[[nodiscard]] std::string kilometres_run(Metres distance);
/// `25 min`, `30 s`, `1.5 min`: what is planned, as it is.
[[nodiscard]] std::string minutes_text(Seconds time);
/// `4.2 km`: what is allowed, downwards, so that a ceiling is never told higher than it is.
[[nodiscard]] std::string kilometres_text(Metres distance);
/// `1 day`, `3 days`.
[[nodiscard]] std::string counted(int count, const std::string& one);
/// The two joined by `; `, without it where one is empty.
[[nodiscard]] std::string joined(const std::string& first, const std::string& second);

}  // namespace footsure::rehab
