// SPDX-License-Identifier: Apache-2.0
#include "sample_run.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace footsure::app {

namespace {

using std::numbers::pi;

constexpr double kRecordSeconds = 5;
constexpr std::chrono::seconds kLocalOffset{3600};
constexpr Metres kAutoLap{1000};
constexpr double kGravity = 9.81;

// The invented runner.
constexpr double kHeight = 1.68;
constexpr double kRestingHeartRate = 56;
constexpr double kHeartRateReserve = 128;
constexpr double kSpeedOfMaximum = 3.65;

// An invented island: no land is near this place.
constexpr double kStartLatitude = 0.5;
constexpr double kStartLongitude = -30.0;
constexpr double kMetresPerDegree = 111'195;
constexpr double kStartAltitude = 80;

/// Noise that changes gradually: each value keeps a part of the one before.
class Drift {
public:
    Drift(double size, double kept) : size_(size), kept_(kept) {}

    double next(SampleRandom& random) {
        value_ = kept_ * value_ + std::sqrt(1 - kept_ * kept_) * size_ * random.normal();
        return value_;
    }

private:
    double size_;
    double kept_;
    double value_ = 0;
};

/// A closed loop with bends; the length is that of the run, so it ends where it began.
class Course {
public:
    Course(Metres length, double hilliness, double turned)
        : length_(length.value()), hilliness_(hilliness), turned_(turned) {}

    [[nodiscard]] double heading(double along) const {
        const double turn = 2 * pi * along / length_;
        return turned_ + turn + 0.9 * std::sin(3 * turn) + 0.4 * std::sin(6 * turn);
    }

    [[nodiscard]] double altitude(double along) const {
        return kStartAltitude + hilliness_ * (kShortHill * std::sin(2 * pi * along / kShortWave) +
                                              kLongHill * std::sin(2 * pi * along / kLongWave));
    }

    [[nodiscard]] double grade(double along) const {
        return 2 * pi * hilliness_ *
               (kShortHill / kShortWave * std::cos(2 * pi * along / kShortWave) +
                kLongHill / kLongWave * std::cos(2 * pi * along / kLongWave));
    }

private:
    static constexpr double kShortHill = 3.0;
    static constexpr double kShortWave = 870;
    static constexpr double kLongHill = 5.5;
    static constexpr double kLongWave = 2630;

    double length_;
    double hilliness_;
    double turned_;
};

/// Form as the population has it at this speed (Source: tissue-load-model section 2, [D]).
struct Form {
    double cadence;
    double stance_time;
    double oscillation;
};

Form form_at(double speed, double slope_degrees, double cadence_noise, double stance_noise) {
    const double step_rate = 5.264 + 0.175 * speed - 1.711 * kHeight;
    const double level = 60 * step_rate * (1 + cadence_noise);
    const double cadence = level * std::exp(0.007 * slope_degrees);
    const double stance =
        0.2443 * std::pow(speed / 3, -0.429) * std::pow(level / 167, -0.668) * (1 + stance_noise);
    // Rise in flight and drop in stance of a spring-mass runner (section 3.1), and what a watch
    // adds to it.
    constexpr double kWatchAdds = 0.013;
    const double step = 60 / level;
    const double flight = step - stance;
    const double force = pi / 2 * step / stance;
    const double drop =
        force * kGravity * stance * stance / (pi * pi) - kGravity * stance * stance / 8;
    return {cadence, stance, kGravity * flight * flight / 8 + drop + kWatchAdds};
}

class Recorder {
public:
    explicit Recorder(const PlannedRun& plan)
        : plan_(plan), random_(plan.seed), length_(total(plan)),
          course_(length_, plan.hilliness, 2 * pi * random_.uniform()) {}

    Activity run() {
        activity_.started_at = plan_.start;
        activity_.local_offset = kLocalOffset;
        choose_pause();
        std::size_t stretch = 0;
        double stretch_end = plan_.stretches[0].length.value();
        while (along_ < length_.value()) {
            if (along_ >= stretch_end && stretch + 1 < plan_.stretches.size()) {
                stretch_end += plan_.stretches[++stretch].length.value();
            }
            record(plan_.stretches[stretch].speed.value());
            advance();
        }
        record(plan_.stretches[stretch].speed.value());
        close_lap();
        finish_leg();
        return std::move(activity_);
    }

private:
    static Metres total(const PlannedRun& plan) {
        Metres sum{0};
        for (const Stretch& stretch : plan.stretches) {
            sum += stretch.length;
        }
        return sum;
    }

    /// In a third of the runs she waits once, with the timer stopped.
    void choose_pause() {
        const double place = random_.uniform();
        const double length = random_.uniform();
        if (random_.uniform() < 1.0 / 3) {
            pause_at_ = (0.2 + 0.6 * place) * length_.value();
            pause_ = std::chrono::seconds(20 + static_cast<int>(50 * length));
        }
    }

    void record(double intended) {
        const double grade = course_.grade(along_);
        const double slope = std::atan(grade) * 180 / pi;
        const double effort_kept = std::clamp(std::exp(-2.5 * grade), 0.6, 1.12);
        const double wanted = intended * effort_kept * (1 + speed_noise_.next(random_));
        speed_ = activity_.records.at.empty() ? wanted : speed_ + 0.6 * (wanted - speed_);
        const Form form =
            form_at(speed_, slope, cadence_noise_.next(random_), stance_noise_.next(random_));
        update_heart_rate(grade);

        Records& records = activity_.records;
        const std::size_t i = records.size();
        records.at.push_back(now());
        const double north = north_ / kMetresPerDegree;
        const double east = east_ / kMetresPerDegree;  // the equator is near
        records.latitude.set(i, GeoDegrees(kStartLatitude + north));
        records.longitude.set(i, GeoDegrees(kStartLongitude + east));
        records.altitude.set(i, Metres(course_.altitude(along_)));
        records.distance.set(i, Metres(along_));
        records.speed.set(i, MetresPerSecond(speed_));
        records.heart_rate.set(i, BeatsPerMinute(std::round(heart_rate_)));
        records.cadence.set(i, Cadence(form.cadence));
        records.stance_time.set(i, Seconds(form.stance_time));
        records.vertical_oscillation.set(i, Metres(form.oscillation));
        records.stance_time_balance.set(i, plan_.balance + Share(balance_noise_.next(random_)));
        records.step_length.set(i, Metres(60 * speed_ / form.cadence));
    }

    void update_heart_rate(double grade) {
        constexpr double kLagSeconds = 45;
        constexpr double kDriftPerHour = 6;
        const double effort =
            std::pow(speed_ * (1 + 3 * std::max(grade, -0.05)) / kSpeedOfMaximum, 1.4);
        const double wanted = kRestingHeartRate + kHeartRateReserve * std::min(effort, 1.0) +
                              kDriftPerHour * timer_ / 3600;
        heart_rate_ += (wanted - heart_rate_) * (1 - std::exp(-kRecordSeconds / kLagSeconds));
        heart_rate_ = std::min(heart_rate_, kRestingHeartRate + kHeartRateReserve);
    }

    void advance() {
        // The last step is shortened so that the run ends at its planned length.
        const double left = length_.value() - along_;
        const double moved = std::min(speed_ * kRecordSeconds, left);
        const double heading = course_.heading(along_ + moved / 2);
        const double before = course_.altitude(along_);
        north_ += moved * std::cos(heading);
        east_ += moved * std::sin(heading);
        along_ += moved;
        timer_ += kRecordSeconds;
        ascent_ += std::max(0.0, course_.altitude(along_) - before);
        if (along_ - lap_from_ >= kAutoLap.value()) {
            close_lap();
        }
        if (pause_at_ > 0 && along_ >= pause_at_) {
            paused_ += pause_;
            pause_at_ = 0;
        }
    }

    void close_lap() {
        if (along_ <= lap_from_) {
            return;
        }
        Lap lap;
        lap.started_at = lap_start_.value_or(plan_.start);
        lap.elapsed = Seconds(seconds_between(*lap.started_at, now()));
        lap.timer = Seconds(timer_ - lap_timer_);
        lap.distance = Metres(along_ - lap_from_);
        activity_.laps.push_back(lap);
        lap_start_ = now();
        lap_timer_ = timer_;
        lap_from_ = along_;
    }

    void finish_leg() {
        const Records& records = activity_.records;
        Leg leg;
        leg.sport = "running";
        leg.sub_sport = "generic";
        leg.started_at = plan_.start;
        leg.elapsed = Seconds(seconds_between(plan_.start, now()));
        leg.timer = Seconds(timer_);
        leg.distance = Metres(along_);
        leg.ascent = Metres(std::round(ascent_));
        leg.average_heart_rate = BeatsPerMinute(std::round(mean(records.heart_rate.raw())));
        leg.average_cadence = Cadence(mean(records.cadence.raw()));
        leg.average_stance_time = Seconds(mean(records.stance_time.raw()));
        leg.average_vertical_oscillation = Metres(mean(records.vertical_oscillation.raw()));
        activity_.legs.push_back(leg);
    }

    static double mean(const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        return sum / static_cast<double>(values.size());
    }

    [[nodiscard]] Instant now() const {
        return plan_.start + std::chrono::seconds(static_cast<std::int64_t>(timer_)) + paused_;
    }

    const PlannedRun& plan_;
    SampleRandom random_;
    Metres length_;
    Course course_;
    Activity activity_;
    Drift speed_noise_{0.02, 0.9};
    Drift cadence_noise_{0.008, 0.7};
    Drift stance_noise_{0.012, 0.7};
    Drift balance_noise_{0.003, 0.6};
    double speed_ = 0;
    double heart_rate_ = 88;
    double along_ = 0;
    double north_ = 0;
    double east_ = 0;
    double timer_ = 0;
    double ascent_ = 0;
    double pause_at_ = 0;
    std::chrono::seconds pause_{0};
    std::chrono::seconds paused_{0};
    double lap_from_ = 0;
    double lap_timer_ = 0;
    std::optional<Instant> lap_start_;
};

}  // namespace

double SampleRandom::uniform() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    z ^= z >> 31U;
    constexpr double kPerUnit = 1.0 / 9007199254740992.0;  // 2^-53
    return static_cast<double>(z >> 11U) * kPerUnit;
}

double SampleRandom::normal() {
    double sum = 0;
    for (int i = 0; i < 4; ++i) {
        sum += uniform();
    }
    return (sum - 2) * std::numbers::sqrt3;  // four uniform numbers have variance 1/3
}

Activity record_run(const PlannedRun& plan) {
    return Recorder(plan).run();
}

}  // namespace footsure::app
