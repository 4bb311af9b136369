// SPDX-License-Identifier: Apache-2.0
#include "fit_round_trip_check.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

namespace footsure::round_trip {

namespace {

/// Empty when the value came back as it should, else what happened to it.
template <class Q>
std::string difference(const std::optional<Q>& written, const std::optional<Q>& read,
                       const Kept& kept) {
    if (!written) {
        return read ? "appeared: " + std::to_string(read->value()) : "";
    }
    const double value = written->value();
    const bool must_survive = value >= kept.lowest && value <= kept.highest;
    if (!read) {
        return must_survive ? "lost: " + std::to_string(value) : "";
    }
    const double error = std::abs(read->value() - value);
    const double allowed = kept.resolution / 2 + 1e-9 * std::abs(value);
    return error <= allowed ? ""
                            : std::to_string(value) + " became " + std::to_string(read->value());
}

template <class Q>
std::string difference(const Column<Q>& written, const Column<Q>& read, std::size_t records,
                       const Kept& kept) {
    for (std::size_t i = 0; i < records; ++i) {
        const std::string found = difference(written.at(i), read.at(i), kept);
        if (!found.empty()) {
            return "record " + std::to_string(i) + " " + found;
        }
    }
    return "";
}

void append(std::string& all, std::string_view channel, const std::string& found) {
    if (!found.empty()) {
        all.append(channel).append(": ").append(found).append("; ");
    }
}

/// Revolutions resolve finer and overflow sooner than steps, so each Leg has its own measure.
std::string cadence_difference(const Activity& written, const Records& read) {
    for (std::size_t i = 0; i < written.records.size(); ++i) {
        const Leg* leg = &written.legs.front();
        for (const Leg& other : written.legs) {
            leg = other.started_at <= written.records.at[i] ? &other : leg;
        }
        const bool steps = leg->sport == "running" || leg->sport == "walking";
        const std::string found =
            difference(written.records.cadence.at(i), read.cadence.at(i), steps ? kSteps : kTurns);
        if (!found.empty()) {
            return "record " + std::to_string(i) + " " + found;
        }
    }
    return "";
}

/// Records are told to 1/128 s.
std::string time_difference(const std::vector<Instant>& written, const std::vector<Instant>& read) {
    constexpr std::chrono::microseconds kHalfPart{3'907};
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (std::chrono::abs(written[i] - read[i]) > kHalfPart) {
            return "record " + std::to_string(i) + " at " + format_instant(written[i]) +
                   " became " + format_instant(read[i]);
        }
    }
    return "";
}

/// Apps write 32 bits.
bool is_near(double written, double read) {
    return (std::isnan(written) && std::isnan(read)) ||
           std::abs(written - read) <= 1e-6 * std::abs(written);
}

std::string sensor_difference(const std::vector<SensorChannel>& written,
                              const std::vector<SensorChannel>& read) {
    if (written.size() != read.size()) {
        return "other number";
    }
    for (std::size_t i = 0; i < written.size(); ++i) {
        const SensorChannel& x = written[i];
        const bool same = x.sensor == read[i].sensor && x.quantity == read[i].quantity &&
                          x.side == read[i].side &&
                          std::ranges::equal(x.values, read[i].values, is_near);
        if (!same) {
            return x.sensor + " " + std::string(word(x.quantity)) + " changed";
        }
    }
    return "";
}

std::string record_differences(const Activity& written, const Records& read) {
    const Records& x = written.records;
    const std::size_t n = x.size();
    std::string all;
    append(all, "time", time_difference(x.at, read.at));
    append(all, "latitude", difference(x.latitude, read.latitude, n, kLatitude));
    append(all, "longitude", difference(x.longitude, read.longitude, n, kLongitude));
    append(all, "altitude", difference(x.altitude, read.altitude, n, kAltitude));
    append(all, "distance", difference(x.distance, read.distance, n, kDistance));
    append(all, "speed", difference(x.speed, read.speed, n, kSpeed));
    append(all, "heart rate", difference(x.heart_rate, read.heart_rate, n, kHeartRate));
    append(all, "cadence", cadence_difference(written, read));
    append(all, "stance", difference(x.stance_time, read.stance_time, n, kStance));
    append(all, "oscillation",
           difference(x.vertical_oscillation, read.vertical_oscillation, n, kLength));
    append(all, "balance",
           difference(x.stance_time_balance, read.stance_time_balance, n, kBalance));
    append(all, "step length", difference(x.step_length, read.step_length, n, kLength));
    append(all, "ratio", difference(x.vertical_ratio, read.vertical_ratio, n, kRatio));
    append(all, "stance share", difference(x.stance_share, read.stance_share, n, kRatio));
    append(all, "power", difference(x.power, read.power, n, kPower));
    append(all, "sensors", sensor_difference(x.sensors, read.sensors));
    return all;
}

/// The decoder completes what a Leg lacks from its Records, so absent values may appear.
template <class Q>
std::string given_difference(const std::optional<Q>& written, const std::optional<Q>& read,
                             const Kept& kept) {
    return written && written->value() >= kept.lowest && written->value() <= kept.highest
               ? difference(written, read, kept)
               : "";
}

std::optional<Share> as_share(const std::optional<double>& value) {
    return value ? std::optional(Share(*value)) : std::nullopt;
}

/// Starts are told in whole seconds.
std::string start_difference(const std::optional<Instant>& written,
                             const std::optional<Instant>& read) {
    const auto whole = [](Instant at) { return std::chrono::floor<std::chrono::seconds>(at); };
    if (!written) {
        return "";  // the Records tell it
    }
    return read && whole(*written) == *read
               ? ""
               : format_instant(*written) + " became " + (read ? format_instant(*read) : "none");
}

std::string offset_difference(const Activity& written, const Activity& read) {
    if (!written.local_offset) {
        return !read.local_offset || read.offset_quality == OffsetQuality::position ? ""
                                                                                    : "appeared";
    }
    const bool known = written.offset_quality != OffsetQuality::unknown;
    const OffsetQuality quality = known ? written.offset_quality : OffsetQuality::recorded;
    return written.local_offset == read.local_offset && quality == read.offset_quality ? ""
                                                                                       : "changed";
}

std::string device_difference(const std::vector<Device>& written, const std::vector<Device>& read) {
    if (written.size() != read.size()) {
        return "other number";
    }
    for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string battery = difference(written[i].battery, read[i].battery, kBattery);
        if (written[i].name != read[i].name || written[i].role != read[i].role ||
            !battery.empty()) {
            return written[i].name + " as " + written[i].role + " became " + read[i].name + " as " +
                   read[i].role + " " + battery;
        }
    }
    return "";
}

std::string pause_difference(const std::vector<Pause>& written, const std::vector<Pause>& read) {
    std::vector<Pause> whole;
    for (const Pause& pause : written) {
        const auto from = std::chrono::floor<std::chrono::seconds>(pause.from);
        const auto until = std::chrono::floor<std::chrono::seconds>(pause.until);
        if (from < until) {
            whole.push_back({from, until});
        }
    }
    const auto same = [](const Pause& a, const Pause& b) {
        return a.from == b.from && a.until == b.until;
    };
    return std::ranges::equal(whole, read, same) ? "" : "changed";
}

std::string beat_difference(const std::vector<Seconds>& written, const std::vector<Seconds>& read) {
    std::vector<Seconds> held;
    std::ranges::copy_if(written, std::back_inserter(held), [](Seconds beat) {
        return beat.value() >= kBeat.lowest && beat.value() <= kBeat.highest;
    });
    const auto same = [](Seconds a, Seconds b) {
        return difference(std::optional(a), std::optional(b), kBeat).empty();
    };
    return std::ranges::equal(held, read, same) ? "" : "changed";
}

std::string leg_differences(const Leg& x, const Leg& read) {
    const bool steps = x.sport == "running" || x.sport == "walking";
    std::string all;
    append(all, "sport", x.sport == read.sport ? "" : x.sport + " became " + read.sport);
    append(all, "sub sport",
           x.sub_sport == read.sub_sport ? "" : x.sub_sport + " became " + read.sub_sport);
    append(all, "start", start_difference(x.started_at, read.started_at));
    append(all, "elapsed", given_difference(x.elapsed, read.elapsed, kDuration));
    append(all, "timer", given_difference(x.timer, read.timer, kDuration));
    append(all, "distance", given_difference(x.distance, read.distance, kDistance));
    append(all, "ascent", given_difference(x.ascent, read.ascent, kAscent));
    append(all, "descent", given_difference(x.descent, read.descent, kAscent));
    append(all, "mean power", given_difference(x.average_power, read.average_power, kMeanPower));
    append(all, "mean step length",
           given_difference(x.average_step_length, read.average_step_length, kLength));
    append(all, "mean ratio",
           given_difference(x.average_vertical_ratio, read.average_vertical_ratio, kRatio));
    append(
        all, "mean balance",
        given_difference(x.average_stance_time_balance, read.average_stance_time_balance, kRatio));
    append(all, "feel", difference(x.feel, read.feel, kFeel));
    append(
        all, "exertion",
        difference(as_share(x.perceived_exertion), as_share(read.perceived_exertion), kExertion));
    append(all, "mean heart rate",
           given_difference(x.average_heart_rate, read.average_heart_rate, kMeanHeartRate));
    Kept mean_cadence = steps ? kSteps : kTurns;
    mean_cadence.lowest = 1;  // a mean of zero is what devices write that do not measure it
    append(all, "mean cadence",
           given_difference(x.average_cadence, read.average_cadence, mean_cadence));
    append(all, "mean stance",
           given_difference(x.average_stance_time, read.average_stance_time, kStance));
    append(all, "mean oscillation",
           given_difference(x.average_vertical_oscillation, read.average_vertical_oscillation,
                            kLength));
    return all;
}

std::string lap_differences(const Lap& x, const Lap& read) {
    std::string all;
    append(all, "lap start", start_difference(x.started_at, read.started_at));
    append(all, "lap elapsed", difference(x.elapsed, read.elapsed, kDuration));
    append(all, "lap timer", difference(x.timer, read.timer, kDuration));
    append(all, "lap distance", difference(x.distance, read.distance, kDistance));
    return all;
}

}  // namespace

std::string differences(const Activity& written, const DecodedFile& file) {
    const Activity& read = file.activity;
    std::string all;
    append(all, "integrity",
           file.integrity == Integrity::ok ? "" : std::string(word(file.integrity)));
    append(all, "error", file.error ? file.error->message : "");
    append(all, "started", start_difference(written.started_at, read.started_at));
    append(all, "offset", offset_difference(written, read));
    append(all, "device", written.device == read.device ? "" : "became " + read.device);
    append(all, "devices", device_difference(written.devices, read.devices));
    append(all, "pauses", pause_difference(written.pauses, read.pauses));
    append(all, "beats", beat_difference(written.beat_intervals, read.beat_intervals));
    append(all, "legs", written.legs.size() == read.legs.size() ? "" : "other number");
    append(all, "laps", written.laps.size() == read.laps.size() ? "" : "other number");
    append(all, "records", written.records.size() == read.records.size() ? "" : "other number");
    if (!all.empty()) {
        return all;
    }
    all = record_differences(written, read.records);
    for (std::size_t i = 0; i < written.legs.size(); ++i) {
        all += leg_differences(written.legs[i], read.legs[i]);
    }
    for (std::size_t i = 0; i < written.laps.size(); ++i) {
        all += lap_differences(written.laps[i], read.laps[i]);
    }
    return all;
}

}  // namespace footsure::round_trip
