// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/calendar.hpp"

#include <cstddef>
#include <string>

namespace footsure::wire {

/// `footsure calendar --json`: what the feed at that path now says.
[[nodiscard]] std::string write_calendar(const CalendarFeed& feed, const std::string& path);

/// A Session that `footsure workout` wrote.
struct WorkoutWritten {
    std::string path;
    std::string session;
    Day on;
    std::string name;
    std::size_t bytes = 0;
};

[[nodiscard]] std::string write_workout(const WorkoutWritten& workout);

}  // namespace footsure::wire
