// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/series.hpp"
#include "decode/track_content.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::decode {

/// A channel of Polar's files; `scale` makes its values SI.
struct PolarChannel {
    std::string_view name;
    RecordSlot slot{};
    double scale = 1;
};

/// By its name in the old or the new layout.
[[nodiscard]] std::optional<PolarChannel> polar_channel(std::string_view name);

/// Reads `PT1H2M3.5S`; nothing for anything else.
[[nodiscard]] std::optional<Seconds> parse_duration(std::string_view text);

/// What a file says of one exercise. All times are local.
struct PolarExercise {
    std::optional<Instant> start;
    std::optional<Seconds> duration;
    std::optional<Metres> distance;
    std::optional<Metres> ascent;
    std::optional<Metres> descent;
    std::optional<BeatsPerMinute> heart_rate;
    std::optional<int> offset;  ///< minutes ahead of universal time
    std::string sport;
    std::map<RecordSlot, Series> series;
    Series route_altitude;
    std::vector<Seconds> beats;
    std::vector<Lap> laps;  ///< without their starts

    /// A plan has neither values nor an end.
    [[nodiscard]] bool is_recorded() const { return duration || !series.empty(); }
};

/// Adds the exercise as a Leg.
/// Needs: `name`, what the session is called, for files whose exercises have no word for the sport.
void add_exercise(PolarExercise exercise, std::string_view name, TrackContent& content);

}  // namespace footsure::decode
