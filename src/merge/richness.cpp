// SPDX-License-Identifier: Apache-2.0
#include "merge/richness.hpp"

#include "merge/channels.hpp"

#include <bit>
#include <cmath>
#include <string_view>

namespace footsure::merge {

namespace {

/// A fingerprint of values in their order (FNV-1a, 64 bits).
class Mark {
public:
    void add(std::uint64_t value) {
        constexpr std::uint64_t kPrime = 0x100000001B3;
        value_ = (value_ ^ value) * kPrime;
    }

    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }

    void add(Instant at) { add(static_cast<std::uint64_t>(at.time_since_epoch().count())); }

    void add(std::string_view text) {
        add(text.size());
        for (const char c : text) {
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        }
    }

    template <class T>
    void add(const std::optional<T>& value) {
        add(static_cast<std::uint64_t>(value.has_value()));
        if (value) {
            add(*value);
        }
    }

    template <class Dimension>
    void add(Quantity<Dimension> value) {
        add(value.value());
    }

    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325;
};

void add_records(const Records& records, Mark& mark) {
    for (const Instant at : records.at) {
        mark.add(at);
    }
    const auto add_all = [&mark](const std::vector<double>& values) {
        mark.add(values.size());
        for (const double value : values) {
            mark.add(std::isnan(value) ? std::nullopt : std::optional(value));
        }
    };
    for_each_channel([&](auto channel) { add_all((records.*channel).raw()); });
    for (const SensorChannel& sensor : records.sensors) {
        mark.add(sensor.sensor);
        mark.add(static_cast<std::uint64_t>(sensor.quantity));
        mark.add(static_cast<std::uint64_t>(sensor.side));
        add_all(sensor.values);
    }
}

void add_leg(const Leg& leg, Mark& mark) {
    mark.add(leg.sport);
    mark.add(leg.sub_sport);
    mark.add(leg.started_at);
    mark.add(leg.elapsed);
    mark.add(leg.timer);
    mark.add(leg.distance);
    mark.add(leg.ascent);
    mark.add(leg.descent);
    mark.add(leg.average_heart_rate);
    mark.add(leg.average_cadence);
    mark.add(leg.average_stance_time);
    mark.add(leg.average_vertical_oscillation);
    mark.add(leg.average_step_length);
    mark.add(leg.average_vertical_ratio);
    mark.add(leg.average_stance_time_balance);
    mark.add(leg.average_power);
    mark.add(leg.perceived_exertion);
    mark.add(leg.feel);
}

void add_hints(const Hints& hints, Mark& mark) {
    mark.add(hints.name);
    mark.add(hints.sport);
    mark.add(hints.sub_sport);
    mark.add(hints.shoe);
    mark.add(hints.perceived_exertion);
    mark.add(hints.started_at);
    mark.add(hints.local_offset ? std::optional<double>(hints.local_offset->count())
                                : std::nullopt);
    mark.add(hints.purpose);
}

std::uint64_t mark_of(const RecordedRun& source) {
    const Activity& run = *source.activity;
    Mark mark;
    mark.add(run.id.text());
    mark.add(run.device);
    mark.add(run.started_at);
    mark.add(run.local_offset ? std::optional<double>(run.local_offset->count()) : std::nullopt);
    mark.add(static_cast<std::uint64_t>(run.offset_quality));
    for (const Leg& leg : run.legs) {
        add_leg(leg, mark);
    }
    for (const Lap& lap : run.laps) {
        mark.add(lap.started_at);
        mark.add(lap.elapsed);
        mark.add(lap.timer);
        mark.add(lap.distance);
    }
    for (const Pause& pause : run.pauses) {
        mark.add(pause.from);
        mark.add(pause.until);
    }
    for (const Device& device : run.devices) {
        mark.add(device.name);
        mark.add(device.role);
        mark.add(device.battery);
    }
    for (const Seconds interval : run.beat_intervals) {
        mark.add(interval);
    }
    add_records(run.records, mark);
    add_hints(source.hints, mark);
    return mark.value();
}

int rank(FileFormat format) {
    switch (format) {
    case FileFormat::fit: return 6;
    case FileFormat::sml: return 5;
    case FileFormat::apple_health: return 4;
    case FileFormat::polar: return 3;
    case FileFormat::tcx: return 2;
    case FileFormat::gpx: return 1;
    case FileFormat::unknown: break;
    }
    return 0;
}

std::size_t dynamics_of(const Records& records) {
    std::size_t values = 0;
    for (const auto* channel : {&records.stance_time.raw(), &records.vertical_oscillation.raw(),
                                &records.stance_time_balance.raw(), &records.step_length.raw(),
                                &records.vertical_ratio.raw(), &records.stance_share.raw()}) {
        values += present(*channel);
    }
    for (const SensorChannel& sensor : records.sensors) {
        values += present(sensor.values);
    }
    return values;
}

}  // namespace

Seconds covered(const Activity& run) {
    constexpr Seconds kLongestGap{600};
    const auto& at = run.records.at;
    Seconds sum;
    for (std::size_t i = 1; i < at.size(); ++i) {
        const Seconds gap(seconds_between(at[i - 1], at[i]));
        sum += std::clamp(gap, Seconds(0), kLongestGap);
    }
    return sum;
}

Richness richness_of(const RecordedRun& source, Seconds longest) {
    constexpr double kParts = 10;
    const Records& records = source.activity->records;
    Richness richness;
    if (longest.value() > 0) {
        richness.coverage = std::round(covered(*source.activity) / longest * kParts);
    }
    richness.dynamics = dynamics_of(records);
    richness.values = richness.dynamics;
    for_each_channel([&](auto channel) { richness.values += present((records.*channel).raw()); });
    richness.records = records.size();
    richness.format = rank(source.format);
    richness.mark = mark_of(source);
    return richness;
}

}  // namespace footsure::merge
