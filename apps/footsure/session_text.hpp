// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"

#include <string>

namespace footsure::app {

/// `Thu 5 Mar`.
[[nodiscard]] std::string day_words(Day day);

/// What it is and its most, in a line.
[[nodiscard]] std::string session_line(const Session& session);

/// The same with its exercises, notes and reasons below.
[[nodiscard]] std::string session_text(const Session& session);

}  // namespace footsure::app
