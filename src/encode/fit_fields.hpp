// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "encode/fit_file.hpp"
#include "model/activity.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace footsure::encode {

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kMilli = 1000;
inline constexpr double kCenti = 100;
inline constexpr double kTenthMilli = 10'000;
inline constexpr double kFractionsPerCycle = 128;

inline constexpr double kStart = 0;
inline constexpr double kStop = 1;
inline constexpr double kStopAll = 4;

inline constexpr Field kTimestamp{253, BaseType::uint32};
inline constexpr Field kMessageIndex{254, BaseType::uint16};

constexpr Field enumeration(std::uint8_t number) {
    return {number, BaseType::enumeration};
}

constexpr Field byte_field(std::uint8_t number, double scale = 1) {
    return {number, BaseType::uint8, scale};
}

constexpr Field word_field(std::uint8_t number, double scale = 1) {
    return {number, BaseType::uint16, scale};
}

constexpr Field long_field(std::uint8_t number, double scale = 1) {
    return {number, BaseType::uint32, scale};
}

template <class Q>
double value_or_none(const std::optional<Q>& value) {
    return value ? value->value() : kNoValue;
}

/// Seconds since FIT's beginning of time; a clock that was never set counts from there too.
[[nodiscard]] inline double fit_time(const std::optional<Instant>& at) {
    constexpr double kFitEpoch = 631'065'600;
    if (!at) {
        return kNoValue;
    }
    const auto whole = std::chrono::floor<std::chrono::seconds>(*at).time_since_epoch().count();
    const double seconds = static_cast<double>(whole) - kFitEpoch;
    return seconds >= 0 ? seconds : kNoValue;
}

struct Cycles {
    double whole = kNoValue;
    double fraction = kNoValue;
};

/// A cadence as the Leg's sport counts it, in whole cycles a minute and 1/128.
[[nodiscard]] Cycles cycles_of(double cadence, const Leg& leg);

/// What lasted so long from its start on ends then; at the start where FIT cannot hold the length.
[[nodiscard]] std::optional<Instant> end_of(const std::optional<Instant>& start,
                                            const std::optional<Seconds>& elapsed,
                                            const std::optional<Seconds>& timer);

/// Who made the file and what else recorded.
void write_maker(FitFile& file, const Activity& activity);
void write_devices(FitFile& file, const Activity& activity);
/// Records with the events of the timer and the beats between them.
void write_records(FitFile& file, const Activity& activity, Instant end);
void write_laps(FitFile& file, const Activity& activity);
void write_legs(FitFile& file, const Activity& activity);
/// The totals of the outing and the local time.
void write_activity(FitFile& file, const Activity& activity, Instant end);

}  // namespace footsure::encode
