// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "encode/encode.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

namespace {

using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:00Z")->at;

/// What FIT and the decoder keep of a channel: values between the two, to half the resolution.
struct Kept {
    double lowest;
    double highest;
    double resolution;
};

constexpr Kept kLatitude{-89.9, 89.9, 180.0 / 2147483648.0};
constexpr Kept kLongitude{-179.9, 179.9, 180.0 / 2147483648.0};
constexpr Kept kAltitude{-500, 9000, 0.2};
constexpr Kept kDistance{0, 42'949'672.94, 0.01};
constexpr Kept kSpeed{0, 4'294'967.29, 0.001};
constexpr Kept kHeartRate{1, 250, 1};
constexpr Kept kSteps{0, 509.98, 1.0 / 64};
constexpr Kept kTurns{0, 254.99, 1.0 / 128};
constexpr Kept kStance{0.0001, 6.5534, 0.0001};
constexpr Kept kLength{0.0001, 6.5534, 0.0001};
constexpr Kept kBalance{0.0001, 0.9999, 0.0001};
constexpr Kept kPower{0, 65'534, 1};

constexpr Kept kDuration{0, 4'294'967.29, 0.001};
constexpr Kept kAscent{0, 65'534, 1};
constexpr Kept kMeanHeartRate{1, 254, 1};

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

std::string record_differences(const Activity& written, const Records& read) {
    const Records& x = written.records;
    const std::size_t n = x.size();
    std::string all;
    append(all, "time", x.at == read.at ? "" : "changed");
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
    append(all, "power", difference(x.power, read.power, n, kPower));
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

std::string leg_differences(const Leg& x, const Leg& read) {
    const bool steps = x.sport == "running" || x.sport == "walking";
    std::string all;
    append(all, "sport", x.sport == read.sport ? "" : x.sport + " became " + read.sport);
    append(all, "sub sport",
           x.sub_sport == read.sub_sport ? "" : x.sub_sport + " became " + read.sub_sport);
    append(all, "start", x.started_at == read.started_at ? "" : "changed");
    append(all, "elapsed", given_difference(x.elapsed, read.elapsed, kDuration));
    append(all, "timer", given_difference(x.timer, read.timer, kDuration));
    append(all, "distance", given_difference(x.distance, read.distance, kDistance));
    append(all, "ascent", given_difference(x.ascent, read.ascent, kAscent));
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
    append(all, "lap start", x.started_at == read.started_at ? "" : "changed");
    append(all, "lap elapsed", difference(x.elapsed, read.elapsed, kDuration));
    append(all, "lap timer", difference(x.timer, read.timer, kDuration));
    append(all, "lap distance", difference(x.distance, read.distance, kDistance));
    return all;
}

std::string differences(const Activity& written, const DecodedFile& file) {
    const Activity& read = file.activity;
    std::string all;
    append(all, "integrity",
           file.integrity == Integrity::ok ? "" : std::string(word(file.integrity)));
    append(all, "error", file.error ? file.error->message : "");
    append(all, "started", written.started_at == read.started_at ? "" : "changed");
    append(all, "offset", written.local_offset == read.local_offset ? "" : "changed");
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

/// Mostly plausible values, some at and beyond the edges of the field.
double any_value(const Kept& kept) {
    const double inside =
        kept.lowest + (kept.highest - kept.lowest) * *rc::gen::inRange(0, 100'001) / 100'000.0;
    switch (*rc::gen::inRange(0, 12)) {
    case 0: return kept.lowest;
    case 1: return kept.highest;
    case 2: return kept.highest + *rc::gen::inRange(1, 100) * kept.resolution;
    case 3: return 2 * kept.highest + inside;
    case 4: return -inside;
    case 5: return *rc::gen::element(1e18, -1e18, 4294967296.0, 65536.0, 256.0);
    default: return inside;
    }
}

template <class Q>
std::optional<Q> any_optional(const Kept& kept) {
    return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional(Q(any_value(kept)));
}

template <class Q>
void fill(Column<Q>& column, std::size_t records, const Kept& kept) {
    if (*rc::gen::arbitrary<bool>()) {
        return;
    }
    for (std::size_t i = 0; i < records; ++i) {
        if (*rc::gen::inRange(0, 5) != 0) {
            column.set(i, Q(any_value(kept)));
        }
    }
    column.pad(records);
}

/// A place is two values: the decoder keeps both or none.
void fill_places(Records& records) {
    if (*rc::gen::arbitrary<bool>()) {
        return;
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (*rc::gen::inRange(0, 5) != 0) {
            records.latitude.set(i, GeoDegrees(*rc::gen::inRange(-89'900, 89'900) / 1000.0));
            records.longitude.set(i, GeoDegrees(*rc::gen::inRange(1, 179'900) / -1000.0));
        }
    }
}

Leg any_leg(Instant start) {
    Leg leg;
    leg.sport = *rc::gen::element<std::string>("running", "cycling", "walking", "swimming",
                                               "transition", "hiking", "unknown");
    leg.sub_sport =
        *rc::gen::element<std::string>("generic", "treadmill", "trail", "track", "ultra");
    leg.started_at = start;
    leg.elapsed = any_optional<Seconds>(kDuration);
    leg.timer = any_optional<Seconds>(kDuration);
    leg.distance = any_optional<Metres>(kDistance);
    leg.ascent = any_optional<Metres>(kAscent);
    leg.average_heart_rate = any_optional<BeatsPerMinute>(kMeanHeartRate);
    leg.average_cadence = any_optional<Cadence>(kSteps);
    leg.average_stance_time = any_optional<Seconds>(kStance);
    leg.average_vertical_oscillation = any_optional<Metres>(kLength);
    return leg;
}

Lap any_lap() {
    Lap lap;
    if (*rc::gen::inRange(0, 4) != 0) {
        lap.started_at = kStart + seconds(*rc::gen::inRange(0, 10'000));
    }
    lap.elapsed = any_optional<Seconds>(kDuration);
    lap.timer = any_optional<Seconds>(kDuration);
    lap.distance = any_optional<Metres>(kDistance);
    // What FIT cannot hold is absent in the file.
    const auto drop = [](auto& value, const Kept& kept) {
        if (value && (value->value() < kept.lowest || value->value() > kept.highest)) {
            value.reset();
        }
    };
    drop(lap.elapsed, kDuration);
    drop(lap.timer, kDuration);
    drop(lap.distance, kDistance);
    return lap;
}

void fill_records(Records& records) {
    fill_places(records);
    const std::size_t n = records.size();
    fill(records.altitude, n, kAltitude);
    fill(records.distance, n, kDistance);
    fill(records.speed, n, kSpeed);
    fill(records.heart_rate, n, kHeartRate);
    fill(records.cadence, n, kSteps);
    fill(records.stance_time, n, kStance);
    fill(records.vertical_oscillation, n, kLength);
    fill(records.stance_time_balance, n, kBalance);
    fill(records.step_length, n, kLength);
    fill(records.power, n, kPower);
}

Activity any_activity() {
    Activity activity;
    activity.started_at = kStart;
    Instant at = kStart;
    const int legs = *rc::gen::inRange(1, 4);
    for (int leg = 0; leg < legs; ++leg) {
        activity.legs.push_back(any_leg(at));
        const int records = *rc::gen::inRange(0, 9);
        for (int i = 0; i < records; ++i) {
            activity.records.at.push_back(at);
            at += seconds(*rc::gen::element(1, 2, 5, 7, 60, 3600));
        }
        at += seconds(1);
    }
    const int laps = *rc::gen::inRange(0, 4);
    for (int lap = 0; lap < laps; ++lap) {
        activity.laps.push_back(any_lap());
    }
    if (*rc::gen::arbitrary<bool>()) {
        activity.local_offset = UtcOffset(900 * *rc::gen::inRange(-48, 57));
    }
    fill_records(activity.records);
    return activity;
}

}  // namespace

TEST_CASE("any Activity comes back from its file to the resolution of FIT") {
    CHECK(rc::check("decode(fit_activity(x)) == x", [] {
        const Activity activity = any_activity();
        const std::string found =
            differences(activity, decode::decode(encode::fit_activity(activity)));
        if (!found.empty()) {
            RC_FAIL(found);
        }
    }));
}

TEST_CASE("writing what was read changes nothing more") {
    CHECK(rc::check("fit_activity(decode(fit_activity(x))) is stable", [] {
        const auto once = decode::decode(encode::fit_activity(any_activity())).activity;
        const auto twice = decode::decode(encode::fit_activity(once)).activity;
        RC_ASSERT(encode::fit_activity(twice) == encode::fit_activity(once));
    }));
}

}  // namespace footsure
