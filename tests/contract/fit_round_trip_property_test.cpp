// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "encode/encode.hpp"
#include "fit_round_trip_check.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

namespace {

using namespace round_trip;
using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:00Z")->at;

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
    leg.descent = any_optional<Metres>(kAscent);
    leg.average_power = any_optional<Watts>(kMeanPower);
    leg.average_step_length = any_optional<Metres>(kLength);
    leg.average_vertical_ratio = any_optional<Share>(kRatio);
    leg.average_stance_time_balance = any_optional<Share>(kRatio);
    if (*rc::gen::arbitrary<bool>()) {
        leg.perceived_exertion = *rc::gen::inRange(0, 21) / 2.0;
        leg.feel = Share(*rc::gen::inRange(0, 101) / 100.0);
    }
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

/// Channels that known apps write, each at most once.
void fill_sensors(Records& records) {
    const std::vector<SensorChannel> known{
        {"Stryd", SensorQuantity::power, Side::both, {}},
        {"Stryd", SensorQuantity::cadence, Side::both, {}},
        {"Stryd", SensorQuantity::stance_time, Side::both, {}},
        {"Stryd", SensorQuantity::leg_spring_stiffness, Side::both, {}},
        {"RunScribe", SensorQuantity::pronation, Side::left, {}},
        {"RunScribe", SensorQuantity::pronation, Side::right, {}},
        {"RunScribe", SensorQuantity::stance_time, Side::both, {}},
        {"Garmin Running Power", SensorQuantity::power, Side::both, {}},
    };
    for (const SensorChannel& channel : known) {
        if (records.size() == 0 || *rc::gen::inRange(0, 4) != 0) {
            continue;
        }
        SensorChannel& filled = records.sensors.emplace_back(channel);
        filled.values.assign(records.size(), std::numeric_limits<double>::quiet_NaN());
        filled.values.back() = *rc::gen::inRange(1, 500) / 2.0;  // a channel measured something
        for (double& value : filled.values) {
            if (*rc::gen::arbitrary<bool>()) {
                value = *rc::gen::inRange(1, 3000) / 8.0;
            }
        }
    }
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
    fill(records.vertical_ratio, n, kRatio);
    fill(records.stance_share, n, kRatio);
    fill(records.power, n, kPower);
    fill_sensors(records);
}

/// Devices, Pauses and beats.
void fill_around(Activity& activity, Instant end) {
    if (*rc::gen::arbitrary<bool>()) {
        activity.devices = {
            {"garmin fr945", "recorder", std::nullopt},
            {"garmin HRM-Pro", "heart_rate", Share(*rc::gen::inRange(0, 101) / 100.0)},
            {"pod", "stride_speed_distance", std::nullopt}};
    }
    Instant at = kStart;
    while (at < end && *rc::gen::inRange(0, 3) != 0) {
        const Instant from = at + seconds(*rc::gen::inRange(0, 5));
        at = from + seconds(*rc::gen::inRange(1, 700));
        activity.pauses.push_back({from, at});
    }
    const int beats = *rc::gen::inRange(0, 13);
    for (int i = 0; i < beats; ++i) {
        activity.beat_intervals.emplace_back(*rc::gen::inRange(1, 65'534) / 1000.0);
    }
}

Activity any_activity() {
    Activity activity;
    activity.started_at = kStart;
    Instant at = kStart;
    const int legs = *rc::gen::inRange(1, 4);
    for (int leg = 0; leg < legs; ++leg) {
        activity.legs.push_back(any_leg(at));
        // The reader does not believe a start that lies minutes behind the last Record of the file.
        const int records = *rc::gen::inRange(leg == 0 ? 0 : 1, 9);
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
        activity.offset_quality =
            *rc::gen::element(OffsetQuality::recorded, OffsetQuality::unknown);
    }
    activity.device = *rc::gen::element<std::string>("", "garmin fr945", "garmin 1932", "stryd",
                                                     "manufacturer 77 12", "Watch6,18");
    fill_around(activity, at);
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
