// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_fields.hpp"
#include "model/sport_words.hpp"

#include <algorithm>

namespace footsure::encode {

namespace {

constexpr std::uint16_t kSettings = 2;
constexpr std::uint16_t kSession = 18;
constexpr std::uint16_t kLap = 19;
constexpr std::uint16_t kActivity = 34;

constexpr double kSessionEvent = 8;
constexpr double kLapEvent = 9;
constexpr double kActivityEvent = 26;

constexpr double kHighestWholeCycles = 254;
constexpr double kStepsPerStride = 2;
constexpr double kExertionTenth = 10;

/// A length in whole metres and hundredths.
struct Climb {
    double whole = kNoValue;
    double hundredths = kNoValue;
};

Climb climb_of(const std::optional<Metres>& climb) {
    constexpr double kHighestWhole = 65'534;
    const double parts = std::round(value_or_none(climb) * kCenti);
    const double whole = std::floor(parts / kCenti);
    if (!(whole >= 0 && whole <= kHighestWhole)) {
        return {};
    }
    const double rest = parts - whole * kCenti;
    return {whole, rest > 0 ? rest / kCenti : kNoValue};
}

/// Whether the decoder finds this offset by itself, from the first place.
bool is_of_place(const Activity& activity) {
    constexpr double kDegreesPerHour = 15;
    const auto& values = activity.records.longitude.raw();
    const auto first = std::ranges::find_if(values, [](double v) { return !std::isnan(v); });
    return activity.offset_quality == OffsetQuality::position && first != values.end() &&
           activity.local_offset == std::chrono::hours(std::lround(*first / kDegreesPerHour));
}

/// As the difference of two unsigned clocks.
double wrapped(UtcOffset offset) {
    constexpr double kWrap = 4'294'967'296;
    const auto seconds = static_cast<double>(offset.count());
    return seconds < 0 ? seconds + kWrap : seconds;
}

}  // namespace

Cycles cycles_of(double cadence, const Leg& leg) {
    const double per_minute =
        counts_strides(leg.sport, leg.sub_sport) ? cadence / kStepsPerStride : cadence;
    const double parts = std::round(per_minute * kFractionsPerCycle);
    const double whole = std::floor(parts / kFractionsPerCycle);
    if (!(whole >= 0 && whole <= kHighestWholeCycles)) {
        return {};
    }
    return {whole, parts / kFractionsPerCycle - whole};
}

std::optional<Instant> end_of(const std::optional<Instant>& start,
                              const std::optional<Seconds>& elapsed,
                              const std::optional<Seconds>& timer) {
    constexpr double kLongest = 4'294'967;  // what FIT's milliseconds can hold
    const double lasted = value_or_none(elapsed ? elapsed : timer);
    if (!start || !(lasted >= 0 && lasted <= kLongest)) {
        return start;
    }
    const auto length = std::chrono::duration<double>(lasted);
    return *start + std::chrono::floor<std::chrono::microseconds>(length);
}

void write_laps(FitFile& file, const Activity& activity) {
    for (std::size_t i = 0; i < activity.laps.size(); ++i) {
        const Lap& lap = activity.laps[i];
        file.write(kLap, {{kTimestamp, fit_time(end_of(lap.started_at, lap.elapsed, lap.timer))},
                          {kMessageIndex, static_cast<double>(i)},
                          {enumeration(0), kLapEvent},
                          {enumeration(1), kStop},
                          {long_field(2), fit_time(lap.started_at)},
                          {long_field(7, kMilli), value_or_none(lap.elapsed)},
                          {long_field(8, kMilli), value_or_none(lap.timer)},
                          {long_field(9, kCenti), value_or_none(lap.distance)}});
    }
}

void write_legs(FitFile& file, const Activity& activity) {
    for (std::size_t i = 0; i < activity.legs.size(); ++i) {
        const Leg& leg = activity.legs[i];
        const Cycles cycles = cycles_of(value_or_none(leg.average_cadence), leg);
        const Climb ascent = climb_of(leg.ascent);
        const Climb descent = climb_of(leg.descent);
        file.write(kSession,
                   {{kTimestamp, fit_time(end_of(leg.started_at, leg.elapsed, leg.timer))},
                    {kMessageIndex, static_cast<double>(i)},
                    {enumeration(0), kSessionEvent},
                    {enumeration(1), kStop},
                    {long_field(2), fit_time(leg.started_at)},
                    {enumeration(5), sport_number(leg.sport).value_or(kNoValue)},
                    {enumeration(6), sub_sport_number(leg.sub_sport).value_or(kNoValue)},
                    {long_field(7, kMilli), value_or_none(leg.elapsed)},
                    {long_field(8, kMilli), value_or_none(leg.timer)},
                    {long_field(9, kCenti), value_or_none(leg.distance)},
                    {word_field(22), ascent.whole},
                    {byte_field(199, kCenti), ascent.hundredths},
                    {word_field(23), descent.whole},
                    {byte_field(200, kCenti), descent.hundredths},
                    {byte_field(16), value_or_none(leg.average_heart_rate)},
                    {byte_field(18), cycles.whole},
                    {byte_field(92, kFractionsPerCycle), cycles.fraction},
                    {word_field(20), value_or_none(leg.average_power)},
                    {word_field(89, kTenthMilli), value_or_none(leg.average_vertical_oscillation)},
                    {word_field(91, kTenthMilli), value_or_none(leg.average_stance_time)},
                    {word_field(132, kTenthMilli), value_or_none(leg.average_vertical_ratio)},
                    {word_field(133, kTenthMilli), value_or_none(leg.average_stance_time_balance)},
                    {word_field(134, kTenthMilli), value_or_none(leg.average_step_length)},
                    {byte_field(192, kCenti), value_or_none(leg.feel)},
                    {byte_field(193, kExertionTenth), leg.perceived_exertion.value_or(kNoValue)}});
    }
}

void write_activity(FitFile& file, const Activity& activity, Instant end) {
    double timer = 0;
    for (const Leg& leg : activity.legs) {
        timer += value_or_none(leg.timer);  // one unknown makes the sum unknown
    }
    std::optional<Instant> local;
    if (activity.local_offset && activity.offset_quality != OffsetQuality::setting &&
        activity.offset_quality != OffsetQuality::position) {
        local = end + *activity.local_offset;
    } else if (activity.local_offset && !is_of_place(activity)) {
        file.write(kSettings,
                   {{long_field(1), 0}, {long_field(2), wrapped(*activity.local_offset)}});
    }
    file.write(kActivity, {{kTimestamp, fit_time(end)},
                           {long_field(0, kMilli), timer},
                           {word_field(1), static_cast<double>(activity.legs.size())},
                           {enumeration(2), activity.legs.size() > 1 ? 1.0 : 0.0},
                           {enumeration(3), kActivityEvent},
                           {enumeration(4), kStop},
                           {long_field(5), fit_time(local)}});
}

}  // namespace footsure::encode
