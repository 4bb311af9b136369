// SPDX-License-Identifier: Apache-2.0
#include "made_files.hpp"

#include "encode/encode.hpp"
#include "encode/fit_file.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace footsure::bench {

namespace {

using app::SampleRandom;

/// What stays the same in one outing.
struct Outing {
    MadeSport sport = MadeSport::running;
    std::size_t seconds = 0;
    double speed = 0;
    double cadence = 0;
    bool has_dynamics = false;
};

Outing plan(SampleRandom& random, MadeSport sport) {
    constexpr double kShortest = 20 * 60;
    constexpr double kMore = 70 * 60;
    Outing outing{.sport = sport};
    outing.seconds = static_cast<std::size_t>(kShortest + kMore * random.uniform());
    const bool runs = sport == MadeSport::running;
    outing.speed = runs ? 2.6 + 1.2 * random.uniform() : 6 + 3 * random.uniform();
    outing.cadence = runs ? 160 + 18 * random.uniform() : 75 + 15 * random.uniform();
    outing.has_dynamics = runs && random.uniform() < 1.0 / 3;
    return outing;
}

/// Writes the channels second by second; what a sensor shows wanders.
class Sensors {
public:
    Sensors(SampleRandom& random, const Outing& outing, Activity& activity)
        : random_(random), outing_(outing), records_(activity.records), at_(*activity.started_at),
          heading_(6.28 * random.uniform()) {}

    void second() {
        const std::size_t i = records_.size();
        wander_ = 0.95 * wander_ + 0.05 * random_.normal();
        const double speed = std::max(0.5, outing_.speed * (1 + wander_));
        heading_ += 0.05 * random_.normal();
        move(speed);
        records_.at.push_back(at_ + std::chrono::seconds(i));
        records_.latitude.set(i, GeoDegrees(latitude_));
        records_.longitude.set(i, GeoDegrees(longitude_));
        records_.altitude.set(i, Metres(altitude_));
        records_.distance.set(i, Metres(distance_));
        records_.speed.set(i, MetresPerSecond(speed));
        heart_rate_ += (150 + 60 * wander_ - heart_rate_) / 60;
        records_.heart_rate.set(i, BeatsPerMinute(std::round(heart_rate_)));
        records_.cadence.set(i, Cadence(std::round(outing_.cadence * (1 + 0.2 * wander_))));
        if (outing_.has_dynamics) {
            add_dynamics(i, speed);
        }
    }

private:
    void move(double speed) {
        constexpr double kMetresPerDegree = 111'195;
        distance_ += speed;
        latitude_ += speed * std::cos(heading_) / kMetresPerDegree;
        longitude_ += speed * std::sin(heading_) / kMetresPerDegree;
        altitude_ += 0.2 * random_.normal();
    }

    void add_dynamics(std::size_t i, double speed) {
        const double noise = 0.02 * random_.normal();
        records_.stance_time.set(i, Seconds(0.245 * (1 + noise)));
        records_.vertical_oscillation.set(i, Metres(0.085 * (1 - noise)));
        records_.stance_time_balance.set(i, Share(0.5 + 0.2 * noise));
        records_.step_length.set(i, Metres(60 * speed / outing_.cadence));
        records_.power.set(i, Watts(std::round(85 * speed)));
    }

    SampleRandom& random_;
    const Outing& outing_;
    Records& records_;
    Instant at_;
    double heading_;
    double wander_ = 0;
    double latitude_ = 0.5;  // an invented island: no land is near
    double longitude_ = -30;
    double altitude_ = 80;
    double distance_ = 0;
    double heart_rate_ = 90;
};

void add_laps(Activity& activity, std::size_t seconds) {
    constexpr std::size_t kLapSeconds = 300;
    const auto& distance = activity.records.distance;
    for (std::size_t from = 0; from + 1 < seconds; from += kLapSeconds) {
        const std::size_t until = std::min(from + kLapSeconds, seconds - 1);
        const Seconds lasted(static_cast<double>(until - from));
        activity.laps.push_back({.started_at = activity.records.at[from],
                                 .elapsed = lasted,
                                 .timer = lasted,
                                 .distance = *distance.at(until) - *distance.at(from)});
    }
}

}  // namespace

std::vector<std::byte> made_activity(SampleRandom& random, MadeSport sport, Instant start) {
    const Outing outing = plan(random, sport);
    Activity activity;
    activity.started_at = start;
    activity.local_offset = std::chrono::hours(1);
    Sensors sensors(random, outing, activity);
    for (std::size_t i = 0; i < outing.seconds; ++i) {
        sensors.second();
    }
    add_laps(activity, outing.seconds);
    const Seconds lasted(static_cast<double>(outing.seconds - 1));
    Leg leg;
    leg.sport = sport == MadeSport::running ? "running" : "cycling";
    leg.sub_sport = "generic";
    leg.started_at = start;
    leg.elapsed = lasted;
    leg.timer = lasted;
    leg.distance = activity.records.distance.at(outing.seconds - 1);
    leg.average_cadence = Cadence(outing.cadence);
    activity.legs.push_back(leg);
    return encode::fit_activity(activity);
}

std::vector<std::byte> made_monitoring(SampleRandom& random, Instant start) {
    using encode::BaseType;
    constexpr std::uint16_t kFileId = 0;
    constexpr std::uint16_t kMonitoring = 55;
    constexpr double kMonitoringFile = 32;
    constexpr double kFitEpoch = 631'065'600;
    const auto whole = std::chrono::floor<std::chrono::seconds>(start).time_since_epoch().count();
    const double begun = static_cast<double>(whole) - kFitEpoch;
    encode::FitFile file;
    file.write(kFileId, {{{0, BaseType::enumeration}, kMonitoringFile},
                         {{1, BaseType::uint16}, 255},
                         {{4, BaseType::uint32}, begun}});
    const int minutes = 10 + static_cast<int>(180 * random.uniform());
    double cycles = 0;
    for (int minute = 0; minute < minutes; ++minute) {
        cycles += std::floor(60 * random.uniform());
        file.write(kMonitoring, {{{253, BaseType::uint32}, begun + 60 * minute},
                                 {{3, BaseType::uint32}, cycles},
                                 {{5, BaseType::enumeration}, 6},
                                 {{27, BaseType::uint8}, 55 + std::floor(60 * random.uniform())}});
    }
    return std::move(file).finish();
}

}  // namespace footsure::bench
