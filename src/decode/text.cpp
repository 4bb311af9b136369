// SPDX-License-Identifier: Apache-2.0
#include "decode/text.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <system_error>

namespace footsure::decode {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

double read_decimal(std::string_view text) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    text = trimmed(text);
    double value = kNone;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    // Nothing in a track is near this, and sums of larger numbers would not stay finite.
    constexpr double kLargest = 1e9;
    return result.ec == std::errc() && std::abs(value) <= kLargest ? value : kNone;
}

}  // namespace footsure::decode
