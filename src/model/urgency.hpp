// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace footsure {

/// How soon a Runner must be seen, most urgent last so that the larger wins.
enum class UrgencyLevel : std::uint8_t { self_care, routine, within_days, same_day, emergency };

/// A level that can only rise: joining keeps the more urgent, nothing lowers it.
class Urgency {
public:
    constexpr Urgency() = default;

    constexpr explicit Urgency(UrgencyLevel level) : level_(level) {}

    [[nodiscard]] constexpr UrgencyLevel level() const { return level_; }

    constexpr void join(UrgencyLevel other) { level_ = std::max(level_, other); }

    constexpr void join(Urgency other) { join(other.level_); }

private:
    UrgencyLevel level_ = UrgencyLevel::self_care;
};

[[nodiscard]] constexpr std::string_view word(UrgencyLevel level) {
    switch (level) {
    case UrgencyLevel::emergency: return "emergency";
    case UrgencyLevel::same_day: return "same_day";
    case UrgencyLevel::within_days: return "within_days";
    case UrgencyLevel::routine: return "routine";
    case UrgencyLevel::self_care: break;
    }
    return "self_care";
}

}  // namespace footsure
