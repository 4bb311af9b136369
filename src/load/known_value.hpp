// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace footsure::load {

/// Zero stands for "unknown" in totals; so does whatever is no positive number.
[[nodiscard]] inline double known_or_zero(double value) {
    return std::isfinite(value) && value > 0 ? value : 0;
}

template <class Q>
[[nodiscard]] double known_or_zero(const std::optional<Q>& value) {
    return value ? known_or_zero(value->value()) : 0;
}

/// No recording lasts longer (about 30 years). Source: our choice; it keeps a broken file's time
/// inside the calendar.
inline constexpr Seconds kLongestRecording{1e9};

/// The Instant so much later; a duration that is not known adds nothing.
[[nodiscard]] inline Instant later(Instant at, Seconds by) {
    // Source: SI.
    constexpr double kMicroseconds = 1e6;
    const double seconds = std::min(known_or_zero(by.value()), kLongestRecording.value());
    return at + std::chrono::microseconds(std::llround(seconds * kMicroseconds));
}

}  // namespace footsure::load
