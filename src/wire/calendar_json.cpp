// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

std::string write_calendar(const CalendarFeed& feed, const std::string& path) {
    Json entries = Json::array();
    for (const CalendarEntry& entry : feed) {
        entries.push_back({{"uid", entry.uid},
                           {"sequence", entry.sequence},
                           {"status", word(entry.status)},
                           {"on", format_day(entry.on)},
                           {"summary", entry.summary},
                           {"published_at", format_instant(entry.published_at)}});
    }
    return dump({{"path", path}, {"entries", std::move(entries)}}, 2);
}

std::string write_workout(const WorkoutWritten& workout) {
    return dump({{"path", workout.path},
                 {"session", workout.session},
                 {"on", format_day(workout.on)},
                 {"name", workout.name},
                 {"size_bytes", workout.bytes}},
                2);
}

}  // namespace footsure::wire
