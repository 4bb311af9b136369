// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"

#include "load/step_peaks.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Fatigue exponents b. Source: tissue-load-model section 4 [A] for tendon, [G] for bone.
constexpr double kAchillesExponent = 7;
constexpr double kTibiaExponent = 6.6;
/// Steps of one leg in an easy kilometre. Source: tissue-load-model section 5, reference.
constexpr double kEasySteps = 466;
/// No Segment counts as a force beyond this multiple of the easy Step.
/// Source: tissue-load-model section 5, last line (EE).
constexpr double kMostForce = 1.6;
/// Steps of both feet per minute to steps of one leg per second.
constexpr double kLegStepsPerSecond = 0.5 / kSecondsPerMinute;

/// Walking at 1.4 m/s on the scale of the model, ±20 %; taken for every walking speed.
/// Source: tissue-load-model section 3.7 [G].
constexpr BodyWeights kWalkingAchilles{3.0};
constexpr double kWalkingSd = 0.20;
/// Source: EE; a brisk walking step where no cadence was recorded.
constexpr Metres kWalkingStep{0.75};
/// Source: EE; slower than this is shifting about or the drift of a position.
constexpr MetresPerSecond kSlowestWalk{0.5};
/// Source: EE; faster with few steps is a sensor that lost steps, not a walk.
constexpr MetresPerSecond kFastestWalk{2.5};
/// Source: EE; below it a cadence sensor has lost its steps.
constexpr Cadence kSlowestCadence{40};

/// Treadmill against overground peak. Source: tissue-load-model section 3.2, Willy 2016 [A].
constexpr double kTreadmillAchilles = 1.125;

/// How far the watch's reading lies over the centre of mass, and what disagreement makes its
/// stance time useless. Source: tissue-load-model section 3.1, check of the watch [D].
constexpr Metres kOscillationOffset{0.013};
constexpr double kOscillationDisagreement = 0.25;

/// This session against the runner's own easy run. Source: tissue-load-model section 8.
constexpr double kWatchSd = 0.02;
constexpr double kShapeSd = 0.03;
constexpr double kHillsSd = 0.03;
/// Source: EE; from this part of the running time on slopes a run is hilly.
constexpr Share kHilly{0.1};
/// Added to the SD of the force. Source: tissue-load-model section 7, last column.
constexpr double kWidenWithoutStance = 0.04;
constexpr double kWidenTotals = 0.08;
constexpr double kWidenWithoutSlope = 0.05;
constexpr double kWidenWithoutStrike = 0.03;
/// Distance without time, or time without distance. Source: EE, as much again as totals.
constexpr double kWidenHalfOfTotals = 0.16;

enum class Gait : std::uint8_t { none, walking, running };

StepInput easy_input() {
    StepInput step;
    step.speed = kEasySpeed;
    return step;
}

const StepPeaks& easy_step() {
    static const StepPeaks easy = step_peaks(easy_input());
    return easy;
}

/// What of the runner the model accepts; a trait out of range is as good as unknown.
RunnerTraits accepted(const RunnerTraits& given) {
    RunnerTraits traits;
    StepInput step = easy_input();
    step.height = given.height;
    if (step_load(step)) {
        traits.height = given.height;
    }
    step.height.reset();
    step.forefoot_strike = given.forefoot_strike;
    if (step_load(step)) {
        traits.forefoot_strike = given.forefoot_strike;
    }
    return traits;
}

double fatigue(double of_easy, double exponent) {
    return std::pow(std::min(of_easy, kMostForce), exponent);
}

struct MeasuredTiming {
    Cadence cadence;
    Seconds stance_time;
};

/// A stance time without its cadence says less than the population does, so it is left out.
std::optional<MeasuredTiming> measured_timing(const Segment& segment) {
    if (!segment.stance_time || !segment.cadence) {
        return std::nullopt;
    }
    const MeasuredTiming timing{*segment.cadence, *segment.stance_time};
    if (!kStanceTime.holds(timing.stance_time) || !kRunningCadence.holds(timing.cadence)) {
        return std::nullopt;
    }
    return timing;
}

bool has_flight(const MeasuredTiming& timing) {
    return timing.stance_time / step_time(timing.cadence) <= kMostStance.value();
}

Gait gait_of(const Segment& segment) {
    if (!(segment.speed >= kSlowestWalk) || segment.speed > kFastestPerson) {
        return Gait::none;
    }
    if (segment.speed < kRunningSpeed.low) {
        return Gait::walking;
    }
    const bool few_steps = segment.cadence && *segment.cadence >= kSlowestCadence &&
                           *segment.cadence < kRunningCadence.low;
    if (few_steps && segment.speed <= kFastestWalk) {
        return Gait::walking;
    }
    const auto timing = measured_timing(segment);
    return timing && !has_flight(*timing) ? Gait::walking : Gait::running;
}

bool agrees(const MeasuredTiming& timing, Metres watch) {
    const Metres modelled = vertical_oscillation(timing.cadence, timing.stance_time);
    return std::abs((watch - kOscillationOffset) / modelled - 1) <= kOscillationDisagreement;
}

TissueDose dose_with_band(Tissue tissue, EasyKm dose, double log_sd) {
    return {tissue, dose, dose * std::exp(-log_sd), dose * std::exp(log_sd)};
}

double share(Seconds part, Seconds whole) {
    return whole.value() > 0 ? part / whole : 0;
}

double widening_of(Grain grain) {
    switch (grain) {
    case Grain::totals: return kWidenTotals - kWidenWithoutStance;
    case Grain::half_of_totals: return kWidenHalfOfTotals - kWidenWithoutStance;
    case Grain::records:
    case Grain::laps: break;
    }
    return 0;
}

}  // namespace

DoseSum::DoseSum(const RunnerTraits& runner) : runner_(accepted(runner)) {}

void DoseSum::add(const Segment& segment) {
    const Gait gait = gait_of(segment);
    if (gait == Gait::none || !(segment.duration.value() > 0)) {
        return;
    }
    covered_ += segment.speed * segment.duration;
    if (gait == Gait::walking) {
        add_walking(segment);
    } else {
        add_running(segment);
    }
}

StepInput DoseSum::step_of(const Segment& segment) const {
    StepInput step;
    step.speed = std::min(segment.speed, kRunningSpeed.high);
    step.slope = segment.slope;
    step.forefoot_strike = runner_.forefoot_strike;
    step.height = runner_.height;
    if (segment.cadence && kRunningCadence.holds(*segment.cadence)) {
        step.cadence = segment.cadence;
    }
    const auto timing = measured_timing(segment);
    if (timing &&
        (!segment.vertical_oscillation || agrees(*timing, *segment.vertical_oscillation))) {
        step.stance_time = timing->stance_time;
    }
    return step;
}

/// dose += n (F / F easy)^b, with n the steps of one leg.
void DoseSum::add_running(const Segment& segment) {
    const StepInput step = step_of(segment);
    const StepPeaks peaks = step_peaks(step);
    const StepPeaks& easy = easy_step();
    const double easy_km =
        peaks.cadence.value() * kLegStepsPerSecond * segment.duration.value() / kEasySteps;
    const double surface = segment.surface == Surface::treadmill ? kTreadmillAchilles : 1;
    achilles_running_ +=
        EasyKm(easy_km * fatigue(surface * (peaks.achilles / easy.achilles), kAchillesExponent));
    tibia_running_ += EasyKm(easy_km * fatigue(peaks.tibia / easy.tibia, kTibiaExponent));
    running_ += segment.duration;
    count_inputs(step, segment.duration);
}

void DoseSum::count_inputs(const StepInput& step, Seconds duration) {
    if (step.cadence) {
        with_cadence_ += duration;
    }
    if (step.stance_time) {
        with_stance_ += duration;
    }
    if (step.slope) {
        with_slope_ += duration;
        if (step.slope->value() != 0) {
            on_hills_ += duration;
        }
    }
}

/// The evidence gives no tibial force for walking, so walking adds to the Achilles dose only.
void DoseSum::add_walking(const Segment& segment) {
    const bool counted = segment.cadence && *segment.cadence >= kSlowestCadence &&
                         *segment.cadence <= kRunningCadence.high;
    const double steps =
        counted ? segment.cadence->value() * kLegStepsPerSecond * segment.duration.value()
                : segment.speed * segment.duration / kWalkingStep / 2;
    achilles_walking_ += EasyKm(
        steps / kEasySteps * fatigue(kWalkingAchilles / easy_step().achilles, kAchillesExponent));
    walking_ += segment.duration;
}

/// The SD of the force ratio: independent parts in quadrature, missing inputs added on top.
double DoseSum::force_sd(Tissue tissue, Grain grain) const {
    const bool hilly = share(on_hills_, running_) > kHilly.value();
    const double base =
        std::sqrt(kWatchSd * kWatchSd + kShapeSd * kShapeSd + (hilly ? kHillsSd * kHillsSd : 0));
    const double strike =
        tissue == Tissue::achilles && !runner_.forefoot_strike ? kWidenWithoutStrike : 0;
    return base + strike + widening_of(grain) +
           kWidenWithoutStance * (1 - share(with_stance_, running_)) +
           kWidenWithoutSlope * (1 - share(with_slope_, running_));
}

TissueDoses DoseSum::doses(Grain grain) const {
    const EasyKm achilles = achilles_running_ + achilles_walking_;
    const double walked = achilles.value() > 0 ? achilles_walking_ / achilles : 0;
    const double achilles_sd = force_sd(Tissue::achilles, grain) + kWalkingSd * walked;
    const double tibia_sd = force_sd(Tissue::tibia, grain);
    TissueDoses doses = no_doses();
    doses[index_of(Tissue::achilles)] =
        dose_with_band(Tissue::achilles, achilles, kAchillesExponent * achilles_sd);
    doses[index_of(Tissue::tibia)] =
        dose_with_band(Tissue::tibia, tibia_running_, kTibiaExponent * tibia_sd);
    return doses;
}

/// An input counts for the whole when at least half of the running had it.
DoseQuality DoseSum::quality(Grain grain) const {
    if (!(moving().value() > 0)) {
        return DoseQuality::none;
    }
    if (grain == Grain::totals || grain == Grain::half_of_totals) {
        return DoseQuality::distance_and_time;
    }
    if (share(with_stance_, running_) >= 0.5) {
        return DoseQuality::speed_cadence_stance;
    }
    return share(with_cadence_, running_) >= 0.5 ? DoseQuality::speed_cadence
                                                 : DoseQuality::speed_only;
}

/// A mean below running speed hides walking or pauses in a run: its distance then counts as slow
/// running, which is the cautious side. Where speed is unknown it is taken as easy.
Segment segment_of_totals(Metres distance, Seconds time) {
    if (!(distance.value() > 0)) {
        return {.speed = kEasySpeed, .duration = time};
    }
    const MetresPerSecond mean = time.value() > 0 ? distance / time : kEasySpeed;
    const MetresPerSecond speed = std::clamp(mean, kRunningSpeed.low, kRunningSpeed.high);
    return {.speed = speed, .duration = Seconds(distance.value() / speed.value())};
}

TissueDoses no_doses() {
    TissueDoses doses{};
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        doses[i].tissue = kTissues[i];
    }
    return doses;
}

}  // namespace footsure::load
