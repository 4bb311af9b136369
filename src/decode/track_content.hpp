// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/leg_records.hpp"
#include "decode/record_table.hpp"
#include "model/activity.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::decode {

/// One point of a track while it is read.
struct TrackPoint {
    std::optional<Instant> at;
    std::array<double, record_slots> values{};
    void clear();
};

/// What the cadence of a file counts; `unsaid` is settled by its height.
enum class CadenceCounts : std::uint8_t { unsaid, steps };

/// What was read of a file that knows points, laps and sports: TCX, GPX and the like.
struct TrackContent {
    std::vector<Leg> legs;
    std::vector<Lap> laps;
    RecordTable records;
    LegOfRecord leg_of;
    std::vector<std::size_t> segment_starts;  ///< the first Record after each pause
    std::vector<Pause> pauses;                ///< that the file names beside those
    std::vector<Seconds> beat_intervals;
    std::optional<UtcOffset> local_offset;
    OffsetQuality offset_quality = OffsetQuality::unknown;
    CadenceCounts cadence = CadenceCounts::unsaid;
    std::string device;

    /// Begins a Leg of that sport, in FIT's words.
    Leg& begin_leg(std::string_view sport, std::string_view sub_sport);

    /// Adds a Record to the current Leg.
    void add(const TrackPoint& point);

    /// Whether anything has outgrown that many.
    [[nodiscard]] bool exceeds(std::size_t limit) const {
        return records.size() > limit || legs.size() + laps.size() > limit ||
               segment_starts.size() + pauses.size() + beat_intervals.size() > limit;
    }

    /// Reads a time and remembers the offset it is written in; a time without zone is UTC.
    [[nodiscard]] std::optional<Instant> read_time(std::string_view text);
};

/// Makes the Activity from a track: sets its clock right, drops positions nobody can have been at,
/// computes distance and ascent where none are recorded, and settles whether cadence counts
/// strides (its median below 120 while running) or steps.
void assemble_track(TrackContent content, FileKind kind, DecodedFile& file);

}  // namespace footsure::decode
