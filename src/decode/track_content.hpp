// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/leg_records.hpp"
#include "decode/record_table.hpp"
#include "model/activity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::decode {

/// One point of a GPX or TCX track while it is read.
struct TrackPoint {
    std::optional<Instant> at;
    std::array<double, record_slots> values{};
    void clear();
};

/// What was read of a GPX or TCX file.
struct TrackContent {
    std::vector<Leg> legs;
    std::vector<Lap> laps;
    RecordTable records;
    LegOfRecord leg_of;
    std::vector<std::size_t> segment_starts;  ///< the first Record after each pause
    std::optional<UtcOffset> local_offset;
    std::string device;

    /// Adds a Record to the current Leg.
    void add(const TrackPoint& point);

    /// Whether anything has outgrown that many.
    [[nodiscard]] bool exceeds(std::size_t limit) const {
        return records.size() > limit || legs.size() + laps.size() > limit ||
               segment_starts.size() > limit;
    }

    /// Reads a time and remembers the offset it is written in; a time without zone is UTC.
    [[nodiscard]] std::optional<Instant> read_time(std::string_view text);
};

/// The number at the start of the text, NaN when there is none.
[[nodiscard]] double read_decimal(std::string_view text);

struct SportName {
    std::string_view sport;
    std::string_view sub_sport;
};

/// FIT's words for what GPX and TCX writers call a sport; `unknown` for no text at all.
[[nodiscard]] SportName sport_named(std::string_view text);

/// Makes the Activity from a track: computes the distance where none is recorded and settles
/// whether cadence counts strides (its median below 120 while running) or steps.
void assemble_track(TrackContent content, FileKind kind, DecodedFile& file);

}  // namespace footsure::decode
