// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace footsure::encode {

/// The text in well-formed UTF-8 without control characters: every kind of line break becomes
/// `\n`, a tab a blank, what is no UTF-8 the replacement character; other controls are dropped.
[[nodiscard]] std::string plain_text(std::string_view text);

/// The beginning of at most that many bytes, cut between two characters. Needs: UTF-8.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes);

}  // namespace footsure::encode
