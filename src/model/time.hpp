// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace footsure {

/// A point in time, microseconds since 1970-01-01T00:00:00Z.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
/// A calendar day in the offset of the fact that names it.
using Day = std::chrono::sys_days;
/// Local time minus UTC.
using UtcOffset = std::chrono::seconds;

/// An Instant together with the offset the runner's clock showed.
struct LocalInstant {
    Instant at;
    UtcOffset offset{0};
};

/// Reads ISO 8601 with date, time, optional fraction and Z or ±hh:mm; nothing else.
/// Gives nothing for any other text, an impossible date, or a year outside 1900 to 2100.
[[nodiscard]] std::optional<LocalInstant> parse_instant(std::string_view text);
/// Reads `YYYY-MM-DD`.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// `2026-03-01T17:00:00Z`; a fraction is written only when there is one (milliseconds).
[[nodiscard]] std::string format_instant(Instant at);
/// The same moment as the runner's clock shows it, `2026-03-01T18:00:00+01:00`.
[[nodiscard]] std::string format_local(LocalInstant local);
[[nodiscard]] std::string format_day(Day day);

/// The calendar day at that offset.
[[nodiscard]] Day day_of(Instant at, UtcOffset offset);
/// Seconds from `from` to `to`.
[[nodiscard]] double seconds_between(Instant from, Instant to);
[[nodiscard]] double hours_between(Instant from, Instant to);

}  // namespace footsure
