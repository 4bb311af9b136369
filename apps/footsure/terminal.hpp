// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace footsure::app {

/// Whether somebody sits at both ends: what is said is read, and what is typed is heard.
[[nodiscard]] bool is_a_dialog();

/// Whether the answer to that is yes; no answer is no.
[[nodiscard]] bool confirmed(const std::string& sentence);

}  // namespace footsure::app
