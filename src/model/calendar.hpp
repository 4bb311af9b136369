// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

enum class CalendarStatus : std::uint8_t { confirmed, cancelled };

/// What a calendar was last told of one Session.
struct CalendarEntry {
    std::string uid;   ///< never another Session's
    int sequence = 0;  ///< one more with every change
    CalendarStatus status = CalendarStatus::confirmed;
    Day on;
    std::string summary;
    std::string description;
    Instant published_at;  ///< when this sequence was first told

    bool operator==(const CalendarEntry&) const = default;
};

/// All that a calendar is to know, by day, then uid.
using CalendarFeed = std::vector<CalendarEntry>;

/// How much of a Session a calendar tells, which others may see too.
enum class CalendarDetail : std::uint8_t {
    full,
    discreet,  ///< only that there is one
};

[[nodiscard]] std::string_view word(CalendarStatus status);

}  // namespace footsure
