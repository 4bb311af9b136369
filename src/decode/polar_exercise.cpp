// SPDX-License-Identifier: Apache-2.0
#include "decode/polar_exercise.hpp"

#include "decode/sport_name.hpp"
#include "decode/zone.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

namespace footsure::decode {
namespace {

constexpr double kHour = 3600;

/// Names of the old and of the new layout; both give speed in km/h.
constexpr std::array kChannels{
    PolarChannel{"heartRate", record_heart_rate},
    PolarChannel{"HEART_RATE", record_heart_rate},
    PolarChannel{"altitude", record_altitude},
    PolarChannel{"ALTITUDE", record_altitude},
    PolarChannel{"distance", record_distance},
    PolarChannel{"DISTANCE", record_distance},
    PolarChannel{"speed", record_speed, 1000 / kHour},
    PolarChannel{"SPEED", record_speed, 1000 / kHour},
    PolarChannel{"cadence", record_cadence},
    PolarChannel{"CADENCE", record_cadence},
    PolarChannel{"power", record_power},
    PolarChannel{"POWER", record_power},
};

/// The exercise's own sport, else what the session is called, if that is one.
SportName sport_of(const PolarExercise& exercise, std::string_view name) {
    if (!exercise.sport.empty()) {
        return sport_named(exercise.sport);
    }
    const SportName of_name = sport_named(name);
    return of_name.sport == "generic" ? sport_named({}) : of_name;
}

/// Local time minus universal time: as said, else by the first place, else none.
UtcOffset shift_of(const PolarExercise& exercise, TrackContent& content) {
    constexpr double kFarthestEast = 180;
    if (exercise.offset) {
        content.offset_quality = OffsetQuality::recorded;
        content.local_offset = std::chrono::minutes(*exercise.offset);
        return *content.local_offset;
    }
    const auto places = exercise.series.find(record_longitude);
    if (places == exercise.series.end() || places->second.values.empty()) {
        return UtcOffset(0);
    }
    const double longitude = places->second.values.front().value;
    if (std::abs(longitude) > kFarthestEast) {
        return UtcOffset(0);
    }
    content.offset_quality = OffsetQuality::position;
    content.local_offset = offset_at(GeoDegrees(longitude));
    return *content.local_offset;
}

/// The series in universal time and in order; the route's altitudes stand in for none.
std::vector<Series> series_of(PolarExercise& exercise, UtcOffset shift) {
    if (!exercise.series.contains(record_altitude) && !exercise.route_altitude.values.empty()) {
        exercise.series.emplace(record_altitude, std::move(exercise.route_altitude));
    }
    std::vector<Series> all;
    for (auto& [slot, series] : exercise.series) {
        series.slot = slot;
        for (SeriesValue& value : series.values) {
            value.from -= shift;
            value.until -= shift;
        }
        put_in_order(series);
        all.push_back(std::move(series));
    }
    return all;
}

/// Laps follow each other from the start of the exercise.
void add_laps(const PolarExercise& exercise, std::optional<Instant> start, TrackContent& content) {
    for (Lap lap : exercise.laps) {
        lap.started_at = start;
        if (start && lap.elapsed) {
            start = *start + std::chrono::microseconds(std::llround(lap.elapsed->value() * 1e6));
        }
        content.laps.push_back(lap);
    }
}

}  // namespace

std::optional<PolarChannel> polar_channel(std::string_view name) {
    for (const PolarChannel& channel : kChannels) {
        if (channel.name == name) {
            return channel;
        }
    }
    return std::nullopt;
}

std::optional<Seconds> parse_duration(std::string_view text) {
    if (!text.starts_with("PT")) {
        return std::nullopt;
    }
    text.remove_prefix(2);
    double seconds = 0;
    while (!text.empty()) {
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        if (read.ec != std::errc() || text.empty() || !(value >= 0)) {
            return std::nullopt;
        }
        constexpr double kMinute = 60;
        const char unit = text.front();
        seconds += value * (unit == 'H' ? kHour : unit == 'M' ? kMinute : 1);
        text.remove_prefix(1);
    }
    return seconds < 1e9 ? std::optional(Seconds(seconds)) : std::nullopt;
}

void add_exercise(PolarExercise exercise, std::string_view name, TrackContent& content) {
    const SportName sport = sport_of(exercise, name);
    const UtcOffset shift = shift_of(exercise, content);
    Leg& leg = content.begin_leg(sport.sport, sport.sub_sport);
    leg.started_at = exercise.start ? std::optional(*exercise.start - shift) : std::nullopt;
    leg.timer = exercise.duration;
    leg.distance = exercise.distance;
    leg.ascent = exercise.ascent;
    leg.descent = exercise.descent;
    leg.average_heart_rate = exercise.heart_rate;
    add_laps(exercise, leg.started_at, content);
    content.beat_intervals.insert(content.beat_intervals.end(), exercise.beats.begin(),
                                  exercise.beats.end());
    lay_out(series_of(exercise, shift), content);
}

}  // namespace footsure::decode
