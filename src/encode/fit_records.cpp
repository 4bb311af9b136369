// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_fields.hpp"
#include "encode/fit_sensors.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace footsure::encode {

namespace {

using std::chrono::seconds;

constexpr std::uint16_t kRecord = 20;
constexpr std::uint16_t kEvent = 21;
constexpr std::uint16_t kBeats = 78;
constexpr double kTimerEvent = 0;
constexpr double kSemicirclesPerDegree = 2147483648.0 / 180.0;
constexpr std::int64_t kParts = 128;
constexpr Field kTimePart = byte_field(48);

/// The Leg that was under way at that second: the one begun last, or the first to begin.
std::size_t leg_at(const Activity& activity, Instant at) {
    using std::chrono::floor;
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
             {word_field(83, kTenthMilli), &records.vertical_ratio.raw()},
             {word_field(40, kTenthMilli), &records.stance_share.raw()},
             {word_field(7), &records.power.raw()},
         }) {
        if (!channel.values->empty()) {
            recorded.push_back(channel);
        }
    }
    return recorded;
}

/// The nearest instant that FIT's 1/128 s can tell.
Instant in_parts(Instant at) {
    constexpr std::int64_t kMicros = 1'000'000;
    const auto whole = std::chrono::floor<seconds>(at);
    const std::int64_t rest = (at - whole).count();
    const std::int64_t parts = (rest * kParts + kMicros / 2) / kMicros;
    return whole + std::chrono::microseconds(parts * kMicros / kParts);
}

double parts_of(Instant at) {
    constexpr double kMicros = 1'000'000;
    const auto rest = (at - std::chrono::floor<seconds>(at)).count();
    return std::round(static_cast<double>(rest) * static_cast<double>(kParts) / kMicros);
}

bool has_parts(const Records& records) {
    return std::ranges::any_of(records.at,
                               [](Instant at) { return std::chrono::floor<seconds>(at) != at; });
}

struct TimerEvent {
    Instant at;
    double what = kStart;
};

/// Starts and stops by time: the outing, and each Pause within it.
std::vector<TimerEvent> timer_of(const Activity& activity, Instant end) {
    std::vector<TimerEvent> events;
    Instant start = *activity.started_at;
    if (!activity.pauses.empty()) {
        start = std::min(start, activity.pauses.front().from);
    }
    events.push_back({start, kStart});
    for (const Pause& pause : activity.pauses) {
        events.push_back({pause.from, kStop});
        events.push_back({pause.until, kStart});
    }
    events.push_back({end, kStopAll});
    return events;
}

/// Writes what has come by an instant: events of the timer, then beats.
class Stream {
public:
    Stream(FitFile& file, const Activity& activity, Instant end)
        : file_(file), events_(timer_of(activity, end)), beats_(activity.beat_intervals),
          beat_at_(*activity.started_at) {}

    void until(Instant at) {
        for (; event_ < events_.size() && events_[event_].at <= at; ++event_) {
            write(events_[event_]);
        }
        while (beat_ < beats_.size() && beat_at_ <= at) {
            write_beats();
        }
    }

    void rest() {
        while (beat_ < beats_.size()) {
            write_beats();
        }
        for (; event_ < events_.size(); ++event_) {
            write(events_[event_]);
        }
    }

private:
    void write(const TimerEvent& event) {
        file_.write(kEvent, {{kTimestamp, fit_time(event.at)},
                             {enumeration(0), kTimerEvent},
                             {enumeration(1), event.what}});
    }

    /// Up to five beats in one message, as watches do; what FIT cannot hold is left out.
    void write_beats() {
        constexpr std::size_t kAtOnce = 5;
        constexpr double kLongest = 65'534;
        std::string raw;
        while (beat_ < beats_.size() && raw.size() < 2 * kAtOnce) {
            const double milliseconds = std::round(beats_[beat_++].value() * kMilli);
            if (!(milliseconds >= 1 && milliseconds <= kLongest)) {
                continue;
            }
            beat_at_ += std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds));
            const auto word = static_cast<unsigned>(milliseconds);
            raw += static_cast<char>(word & 0xFFU);
            raw += static_cast<char>(word >> 8U);
        }
        if (!raw.empty()) {
            raw.resize(2 * kAtOnce, '\xFF');
            file_.write(kBeats, {{word_field(0, kMilli), 0, raw}});
        }
    }

    FitFile& file_;
    std::vector<TimerEvent> events_;
    const std::vector<Seconds>& beats_;
    Instant beat_at_;
    std::size_t event_ = 0;
    std::size_t beat_ = 0;
};

}  // namespace

void write_records(FitFile& file, const Activity& activity, Instant end) {
    const Records& records = activity.records;
    const std::vector<Channel> channels = channels_of(records);
    const SensorFields sensors(records);
    sensors.describe(file);
    const bool parts = has_parts(records);
    Stream stream(file, activity, end);
    std::vector<FieldValue> values;
    std::vector<DeveloperValue> developer;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Instant at = parts ? in_parts(records.at[i]) : records.at[i];
        stream.until(at);
        values.assign(1, {kTimestamp, fit_time(at)});
        if (parts) {
            values.push_back({kTimePart, parts_of(at)});
        }
        for (const Channel& channel : channels) {
            const auto& column = *channel.values;
            values.push_back({channel.field, i < column.size() ? column[i] : kNoValue});
        }
        if (!records.cadence.empty()) {
            const Leg& leg = activity.legs[leg_at(activity, at)];
            const Cycles cycles = cycles_of(value_or_none(records.cadence.at(i)), leg);
            values.push_back({byte_field(4), cycles.whole});
            values.push_back({byte_field(53, kFractionsPerCycle), cycles.fraction});
        }
        sensors.values_at(i, developer);
        file.write(kRecord, values, developer);
    }
    stream.rest();
}

}  // namespace footsure::encode
