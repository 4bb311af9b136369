// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace footsure::contract {

/// What a command printed and the code it ended with.
struct Heard {
    int code = 0;
    std::string said;       ///< on standard output
    std::string mentioned;  ///< on standard error
};

/// Calls a command and catches what it prints.
[[nodiscard]] Heard hear(const std::function<int()>& command);

/// Whether these words stand in a text.
[[nodiscard]] bool has(const std::string& text, std::string_view part);

}  // namespace footsure::contract
