// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace footsure::app {

/// Text broken into lines that fit a terminal, behind a lead such as "  - "; later lines are
/// indented under the text.
[[nodiscard]] std::string paragraph(std::string_view lead, std::string_view text);

}  // namespace footsure::app
