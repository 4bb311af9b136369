// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_number.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace footsure::app {

std::optional<double> typed_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<std::optional<double>, std::string> read_ranged(const std::string& text,
                                                       const TypedRange& range) {
    if (text.empty()) {
        return std::optional<double>();
    }
    const auto value = typed_number(text);
    if (!value || *value < range.min || *value > range.max) {
        return Failure<std::string>(
            fmt::format("'{}' is no {} ({} to {})", text, range.what, range.min, range.max));
    }
    return value;
}

}  // namespace footsure::app
