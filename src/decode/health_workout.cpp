// SPDX-License-Identifier: Apache-2.0
#include "decode/health_workout.hpp"

#include "decode/series.hpp"
#include "decode/text.hpp"
#include "decode/zone_name.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::decode {
namespace {

constexpr std::string_view kRunning = "HKWorkoutActivityTypeRunning";
/// The longest races last some days.
constexpr std::chrono::days kLongestWorkout{14};
constexpr double kPerMinute = 60;

/// Which channel a quantity fills, and how.
struct Channel {
    HealthQuantity quantity{};
    RecordSlot slot{};
    SeriesKind kind = SeriesKind::level;
};

constexpr std::array kChannels{
    Channel{HealthQuantity::heart_rate, record_heart_rate},
    Channel{HealthQuantity::steps, record_cadence},
    Channel{HealthQuantity::distance, record_distance, SeriesKind::amount},
    Channel{HealthQuantity::speed, record_speed},
    Channel{HealthQuantity::power, record_power},
    Channel{HealthQuantity::stance_time, record_stance_time},
    Channel{HealthQuantity::vertical_oscillation, record_vertical_oscillation},
    Channel{HealthQuantity::stride_length, record_step_length},
};

Instant instant_of(std::int64_t seconds) {
    return Instant(std::chrono::seconds(seconds));
}

/// A number with its unit, in SI; nothing for a unit that is not known.
std::optional<double> measured(std::string_view value, std::string_view unit) {
    const double number = read_decimal(value) * scale_of(unit);
    return scale_of(unit) > 0 && number >= 0 ? std::optional(number) : std::nullopt;
}

template <class Q>
std::optional<Q> as(std::optional<double> number) {
    return number ? std::optional(Q(*number)) : std::nullopt;
}

/// What the workout's statistics say of a quantity: `sum` or `average`.
std::optional<double> statistic(const HealthElement& workout, HealthQuantity quantity,
                                std::string_view what) {
    for (const HealthElement& child : workout.children) {
        if (child.name == "WorkoutStatistics" && child.find("type") == record_type(quantity)) {
            return measured(child.find(what), child.find("unit"));
        }
    }
    return std::nullopt;
}

std::string_view metadata(const HealthElement& workout, std::string_view key) {
    for (const HealthElement& child : workout.children) {
        if (child.name == "MetadataEntry" && child.find("key") == key) {
            return child.find("value");
        }
    }
    return {};
}

std::optional<Metres> height(const HealthElement& workout, std::string_view key) {
    const double metres = read_length(metadata(workout, key));
    return metres >= 0 ? std::optional(Metres(metres)) : std::nullopt;
}

std::optional<Seconds> duration_of(const HealthElement& element) {
    const std::string_view unit = element.find("durationUnit");
    return as<Seconds>(measured(element.find("duration"), unit.empty() ? "min" : unit));
}

void describe_leg(const HealthElement& workout, const HealthSpan& span, Leg& leg) {
    leg.started_at = span.from;
    leg.elapsed = Seconds(seconds_between(span.from, span.until));
    leg.timer = duration_of(workout);
    leg.distance = as<Metres>(statistic(workout, HealthQuantity::distance, "sum"));
    if (!leg.distance) {
        leg.distance =
            as<Metres>(measured(workout.find("totalDistance"), workout.find("totalDistanceUnit")));
    }
    leg.ascent = height(workout, "HKElevationAscended");
    leg.descent = height(workout, "HKElevationDescended");
    const auto average = [&](HealthQuantity quantity) {
        return statistic(workout, quantity, "average");
    };
    leg.average_heart_rate = as<BeatsPerMinute>(average(HealthQuantity::heart_rate));
    leg.average_power = as<Watts>(average(HealthQuantity::power));
    leg.average_stance_time = as<Seconds>(average(HealthQuantity::stance_time));
    leg.average_vertical_oscillation = as<Metres>(average(HealthQuantity::vertical_oscillation));
    leg.average_step_length = as<Metres>(average(HealthQuantity::stride_length));
}

/// Reads pauses and laps from the workout's events, in the document's order.
class EventWalk {
public:
    EventWalk(const HealthSpan& span, TrackContent& content)
        : span_(span), content_(content), lap_from_(span.from) {}

    void visit(const HealthElement& event) {
        const auto time = parse_health_time(event.find("date"));
        if (!time) {
            return;
        }
        constexpr std::string_view kPrefix = "HKWorkoutEventType";
        std::string_view type = event.find("type");
        type.remove_prefix(type.starts_with(kPrefix) ? kPrefix.size() : 0);
        if (type == "Pause" || type == "MotionPaused") {
            paused_at_ = paused_at_ ? paused_at_ : std::optional(time->at);
        } else if (type == "Resume" || type == "MotionResumed") {
            resume(time->at);
        } else if (type == "Lap") {
            add_lap(time->at, duration_of(event));
        }
    }

    void finish() {
        resume(span_.until);
        if (lap_from_ != span_.from) {
            add_lap(span_.until, std::nullopt);
        }
    }

private:
    void resume(Instant at) {
        if (paused_at_ && *paused_at_ < at) {
            content_.pauses.push_back({*paused_at_, at});
        }
        paused_at_.reset();
    }

    /// A lap of newer exports gives its length; of older ones only the end.
    void add_lap(Instant at, std::optional<Seconds> lasted) {
        if (lasted && lasted->value() > 0) {
            content_.laps.push_back({.started_at = at, .elapsed = lasted});
        } else if (lap_from_ < at) {
            content_.laps.push_back(
                {.started_at = lap_from_, .elapsed = Seconds(seconds_between(lap_from_, at))});
            lap_from_ = at;
        }
    }

    const HealthSpan& span_;
    TrackContent& content_;
    std::optional<Instant> paused_at_;
    Instant lap_from_;
};

/// The workout's own source where it has such samples, else the one with most.
std::uint32_t chosen_source(std::span<const HealthSample> samples, std::string_view own,
                            const HealthSources& sources) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const HealthSample& sample : samples) {
        ++counts[sample.source];
    }
    for (const auto& [source, count] : counts) {
        if (sources.is(source, own)) {
            return source;
        }
    }
    return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })
        ->first;
}

/// The part of a sample that lies within the workout.
std::optional<SeriesValue> clipped(const HealthSample& sample, const HealthSpan& span,
                                   SeriesKind kind) {
    const Instant from = std::max(instant_of(sample.from), span.from);
    const Instant until = std::min(instant_of(sample.until), span.until);
    if (until < from) {
        return std::nullopt;
    }
    const auto all = static_cast<double>(sample.until - sample.from);
    const double share =
        kind == SeriesKind::amount && all > 0 ? seconds_between(from, until) / all : 1;
    return SeriesValue{from, until, sample.value * share};
}

/// Steps of a stretch of time become their number a minute.
void count_by_minute(Series& series) {
    std::erase_if(series.values, [](const SeriesValue& v) { return v.until <= v.from; });
    for (SeriesValue& value : series.values) {
        value.value *= kPerMinute / seconds_between(value.from, value.until);
    }
}

Series series_of(const Channel& channel, std::span<const HealthSample> samples,
                 std::uint32_t source, const HealthSpan& span) {
    Series series{.slot = channel.slot, .kind = channel.kind, .values = {}};
    const bool counted = channel.quantity == HealthQuantity::steps;
    for (const HealthSample& sample : samples) {
        if (sample.source == source) {
            const auto value = clipped(sample, span, counted ? SeriesKind::amount : channel.kind);
            if (value) {
                series.values.push_back(*value);
            }
        }
    }
    if (counted) {
        count_by_minute(series);
    }
    put_in_order(series);
    return series;
}

void settle_offset(const HealthElement& workout, const HealthSpan& span, TrackContent& content) {
    if (content.local_offset) {
        return;
    }
    content.local_offset = offset_of_zone(metadata(workout, "HKTimeZone"), span.from);
    content.offset_quality = OffsetQuality::recorded;
    if (!content.local_offset) {
        content.local_offset = span.offset;
        content.offset_quality = OffsetQuality::setting;
    }
}

}  // namespace

bool is_run(const HealthElement& workout) {
    return workout.find("workoutActivityType") == kRunning;
}

std::optional<HealthSpan> span_of(const HealthElement& workout) {
    const auto from = parse_health_time(workout.find("startDate"));
    const auto until = parse_health_time(workout.find("endDate"));
    if (!from || !until || until->at < from->at || until->at - from->at > kLongestWorkout) {
        return std::nullopt;
    }
    return HealthSpan{from->at, until->at, from->offset};
}

void add_workout(const HealthElement& workout, const HealthSpan& span,
                 std::span<const HealthSample> samples, const HealthSources& sources,
                 TrackContent& content) {
    const bool indoors = metadata(workout, "HKIndoorWorkout") == "1";
    describe_leg(workout, span, content.begin_leg("running", indoors ? "treadmill" : "generic"));
    content.cadence = CadenceCounts::steps;
    if (content.device.empty()) {
        content.device = workout.find("sourceName");
    }
    settle_offset(workout, span, content);
    EventWalk events(span, content);
    for (const HealthElement& child : workout.children) {
        if (child.name == "WorkoutEvent") {
            events.visit(child);
        }
    }
    events.finish();
    std::vector<Series> series;
    for (const Channel& channel : kChannels) {
        std::vector<HealthSample> own;
        std::ranges::copy_if(samples, std::back_inserter(own), [&](const HealthSample& sample) {
            return sample.quantity == channel.quantity;
        });
        if (!own.empty()) {
            const std::uint32_t source = chosen_source(own, workout.find("sourceName"), sources);
            series.push_back(series_of(channel, own, source, span));
        }
    }
    lay_out(series, content);
}

}  // namespace footsure::decode
