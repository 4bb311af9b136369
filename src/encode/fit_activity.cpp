// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/fit_file.hpp"
#include "encode/sport_words.hpp"
#include "model/result.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>

namespace footsure::encode {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kSemicirclesPerDegree = 2147483648.0 / 180.0;
constexpr double kFractionsPerCycle = 128;
constexpr double kHighestWholeCycles = 254;
constexpr double kStepsPerStride = 2;

constexpr std::uint16_t kFileId = 0;
constexpr std::uint16_t kSession = 18;
constexpr std::uint16_t kLap = 19;
constexpr std::uint16_t kRecord = 20;
constexpr std::uint16_t kEvent = 21;
constexpr std::uint16_t kActivity = 34;

constexpr double kActivityFile = 4;
constexpr double kDevelopmentMaker = 255;
constexpr double kTimerEvent = 0;
constexpr double kSessionEvent = 8;
constexpr double kLapEvent = 9;
constexpr double kActivityEvent = 26;
constexpr double kStart = 0;
constexpr double kStop = 1;
constexpr double kStopAll = 4;

constexpr double kMilli = 1000;
constexpr double kCenti = 100;
constexpr double kTenthMilli = 10'000;

constexpr Field kTimestamp{253, BaseType::uint32};
constexpr Field kMessageIndex{254, BaseType::uint16};

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

/// Seconds since FIT's beginning of time; no value where FIT would read seconds since power-on.
double fit_time(const std::optional<Instant>& at) {
    constexpr double kFitEpoch = 631'065'600;
    constexpr double kFirstDate = 0x10000000;
    if (!at) {
        return kNoValue;
    }
    const auto whole = std::chrono::floor<std::chrono::seconds>(*at).time_since_epoch().count();
    const double seconds = static_cast<double>(whole) - kFitEpoch;
    return seconds >= kFirstDate ? seconds : kNoValue;
}

struct Cycles {
    double whole = kNoValue;
    double fraction = kNoValue;
};

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

/// The Leg that was under way at that second: the one begun last, or the first to begin.
std::size_t leg_at(const Activity& activity, Instant at) {
    using std::chrono::floor;
    using std::chrono::seconds;
    const auto begun = [&](std::size_t leg) {
        return floor<seconds>(activity.legs[leg].started_at.value_or(Instant::min()));
    };
    std::size_t found = 0;
    for (std::size_t i = 1; i < activity.legs.size(); ++i) {
        const bool later = begun(i) >= begun(found) && begun(i) <= floor<seconds>(at);
        const bool nearer = begun(i) < begun(found) && begun(found) > floor<seconds>(at);
        found = later || nearer ? i : found;
    }
    return found;
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

Instant last_moment(const Activity& activity) {
    Instant last = *activity.started_at;
    for (const Leg& leg : activity.legs) {
        last = std::max(last, end_of(leg.started_at, leg.elapsed, leg.timer).value_or(last));
    }
    return activity.records.at.empty() ? last : std::max(last, activity.records.at.back());
}

struct Channel {
    Field field;
    const std::vector<double>* values;
};

std::vector<Channel> channels_of(const Records& records) {
    std::vector<Channel> recorded;
    for (const Channel& channel : std::initializer_list<Channel>{
             {{0, BaseType::sint32, kSemicirclesPerDegree}, &records.latitude.raw()},
             {{1, BaseType::sint32, kSemicirclesPerDegree}, &records.longitude.raw()},
             {{78, BaseType::uint32, 5, 500}, &records.altitude.raw()},
             {long_field(5, kCenti), &records.distance.raw()},
             {long_field(73, kMilli), &records.speed.raw()},
             {byte_field(3), &records.heart_rate.raw()},
             {word_field(41, kTenthMilli), &records.stance_time.raw()},
             {word_field(39, kTenthMilli), &records.vertical_oscillation.raw()},
             {word_field(84, kTenthMilli), &records.stance_time_balance.raw()},
             {word_field(85, kTenthMilli), &records.step_length.raw()},
             {word_field(7), &records.power.raw()},
         }) {
        if (!channel.values->empty()) {
            recorded.push_back(channel);
        }
    }
    return recorded;
}

void write_records(FitFile& file, const Activity& activity) {
    const Records& records = activity.records;
    const std::vector<Channel> channels = channels_of(records);
    std::vector<FieldValue> values;
    for (std::size_t i = 0; i < records.size(); ++i) {
        values.assign(1, {kTimestamp, fit_time(records.at[i])});
        for (const Channel& channel : channels) {
            const auto& column = *channel.values;
            values.push_back({channel.field, i < column.size() ? column[i] : kNoValue});
        }
        if (!records.cadence.empty()) {
            const Leg& leg = activity.legs[leg_at(activity, records.at[i])];
            const Cycles cycles = cycles_of(value_or_none(records.cadence.at(i)), leg);
            values.push_back({byte_field(4), cycles.whole});
            values.push_back({byte_field(53, kFractionsPerCycle), cycles.fraction});
        }
        file.write(kRecord, values);
    }
}

void write_timer(FitFile& file, Instant at, double what) {
    file.write(kEvent,
               {{kTimestamp, fit_time(at)}, {enumeration(0), kTimerEvent}, {enumeration(1), what}});
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
                    {word_field(22), value_or_none(leg.ascent)},
                    {byte_field(16), value_or_none(leg.average_heart_rate)},
                    {byte_field(18), cycles.whole},
                    {byte_field(92, kFractionsPerCycle), cycles.fraction},
                    {word_field(89, kTenthMilli), value_or_none(leg.average_vertical_oscillation)},
                    {word_field(91, kTenthMilli), value_or_none(leg.average_stance_time)}});
    }
}

void write_activity(FitFile& file, const Activity& activity, Instant end) {
    double timer = 0;
    for (const Leg& leg : activity.legs) {
        timer += value_or_none(leg.timer);  // one unknown makes the sum unknown
    }
    const auto local =
        activity.local_offset ? std::optional(end + *activity.local_offset) : std::nullopt;
    file.write(kActivity, {{kTimestamp, fit_time(end)},
                           {long_field(0, kMilli), timer},
                           {word_field(1), static_cast<double>(activity.legs.size())},
                           {enumeration(2), activity.legs.size() > 1 ? 1.0 : 0.0},
                           {enumeration(3), kActivityEvent},
                           {enumeration(4), kStop},
                           {long_field(5), fit_time(local)}});
}

}  // namespace

std::vector<std::byte> fit_activity(const Activity& activity) {
    expects(activity.started_at.has_value(), "an encoded Activity has a start");
    expects(!activity.legs.empty(), "an encoded Activity has a Leg");
    const Instant end = last_moment(activity);
    FitFile file;
    file.write(kFileId, {{enumeration(0), kActivityFile},
                         {word_field(1), kDevelopmentMaker},
                         {long_field(4), fit_time(activity.started_at)}});
    write_timer(file, *activity.started_at, kStart);
    write_records(file, activity);
    write_timer(file, end, kStopAll);
    write_laps(file, activity);
    write_legs(file, activity);
    write_activity(file, activity, end);
    return std::move(file).finish();
}

}  // namespace footsure::encode
