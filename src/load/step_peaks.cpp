// SPDX-License-Identifier: Apache-2.0
#include "load/step_peaks.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace footsure::load {

namespace {

/// Step rate over speed, in steps per second and per m/s.
/// Source: tissue-load-model section 2, step rate [D].
constexpr double kStepRate = 2.273;
constexpr double kStepRatePerSpeed = 0.175;
/// The same with the runner's height known. Source: as above [D].
constexpr double kStepRateWithHeight = 5.264;
constexpr double kStepRatePerHeight = -1.711;
/// Source: tissue-load-model section 2, slope effect on cadence [D], one runner.
constexpr double kCadencePerDegree = 0.007;
/// Source: tissue-load-model section 2, stance fallback [D].
constexpr Seconds kEasyStance{0.2443};
constexpr Cadence kEasyCadence{167};
constexpr double kStanceSpeedExponent = -0.429;
constexpr double kStanceCadenceExponent = -0.668;

/// Source: tissue-load-model section 3.1, calibration ks(v) of the sine model [D].
constexpr double kSineScale = 1.050;
constexpr double kSineScalePerSpeed = -0.0309;
constexpr double kLeastSineScale = 0.97;
constexpr double kMostSineScale = 1.08;
/// Source: tissue-load-model section 3.1, downhill overshoot [D], one runner.
constexpr double kDownhillOvershoot = 0.012;
constexpr Degrees kSteepestOvershoot{12};
/// Source: tissue-load-model section 3.1, missing stance time and cadence [D].
constexpr BodyWeights kEasyForce{2.412};
constexpr double kForceSpeedExponent = 0.261;
constexpr double kForceCadenceExponent = -0.33;

/// Acceleration of gravity in m/s². Source: tissue-load-model section 3.2, PF moment.
constexpr double kGravity = 9.81;
/// Half a stance as a sine: what the drop formula divides by.
/// Source: tissue-load-model section 3.1, Morin 2005 [A].
constexpr double kFlightShare = 8;

/// Lever of the ground force at the ankle. Source: tissue-load-model section 3.2, Lev [D].
constexpr Metres kLever{0.0880};
constexpr Metres kLeverPerSpeed{0.0020};
constexpr Metres kLeverPerStrike{0.008};
/// Scale of every Achilles force here (kappa = 1). Source: tissue-load-model section 3.2.
constexpr Metres kTendonArm{0.05};
/// Source: tissue-load-model section 3.2, slope; the studies conflict, ±0.02 per degree.
constexpr double kAchillesUphill = 0.025;
constexpr double kAchillesDownhill = 0.035;

/// Source: tissue-load-model section 3.3, regression on the ten-runner study [S].
constexpr BodyWeights kTibiaOffset{0.23};
constexpr double kTibiaPerSpeed = 0.12;
/// Source: tissue-load-model section 3.3, slope; error bar ±15 %.
constexpr double kTibiaPerDegree = 0.006;

struct Timing {
    Cadence cadence;
    Seconds stance_time;
    Cadence level_cadence;  ///< what the population does at this speed on level ground
};

Cadence population_cadence(const StepInput& step) {
    const double of_speed = kStepRatePerSpeed * step.speed.value();
    const double rate =
        step.height ? kStepRateWithHeight + of_speed + kStepRatePerHeight * step.height->value()
                    : kStepRate + of_speed;
    return std::clamp(Cadence(kSecondsPerMinute * rate), kRunningCadence.low, kRunningCadence.high);
}

Seconds population_stance(MetresPerSecond speed, Cadence cadence) {
    return kEasyStance * std::pow(speed / kEasySpeed, kStanceSpeedExponent) *
           std::pow(cadence / kEasyCadence, kStanceCadenceExponent);
}

/// Stance time hardly changes with slope, so without a measured cadence it comes from the level
/// one.
Timing timing(const StepInput& step, Degrees slope) {
    Timing found;
    if (step.cadence && step.stance_time) {
        return {*step.cadence, *step.stance_time, *step.cadence};
    }
    found.level_cadence = population_cadence(step);
    found.cadence = step.cadence.value_or(
        std::clamp(found.level_cadence * std::exp(kCadencePerDegree * slope.value()),
                   kRunningCadence.low, kRunningCadence.high));
    found.stance_time =
        step.stance_time
            ? *step.stance_time
            : population_stance(step.speed, step.cadence.value_or(found.level_cadence));
    return found;
}

double sine_force(Cadence cadence, Seconds stance_time) {
    return std::numbers::pi / 2 * (step_time(cadence) / stance_time);
}

/// Active peak: (pi/2)(T/tc), calibrated by speed, lowered downhill where the sine overshoots.
BodyWeights force_from_timing(const StepInput& step, const Timing& timing, Degrees slope) {
    const double speed_over = step.speed.value() - kEasySpeed.value();
    const double scale =
        std::clamp(kSineScale + kSineScalePerSpeed * speed_over, kLeastSineScale, kMostSineScale);
    const double down = std::clamp(-slope.value(), 0.0, kSteepestOvershoot.value());
    return BodyWeights(scale * sine_force(timing.cadence, timing.stance_time) /
                       (1 + kDownhillOvershoot * down));
}

/// Active peak of the population at this speed; a measured cadence shifts it a little.
BodyWeights force_from_speed(const StepInput& step, const Timing& timing) {
    const BodyWeights usual = kEasyForce * std::pow(step.speed / kEasySpeed, kForceSpeedExponent);
    if (!step.cadence) {
        return usual;
    }
    return usual * std::pow(*step.cadence / timing.level_cadence, kForceCadenceExponent);
}

double achilles_slope_factor(Degrees slope) {
    const double steepest = kSteepestKnown.value();
    const double angle = std::clamp(slope.value(), -steepest, steepest);
    return std::exp((angle > 0 ? kAchillesUphill : kAchillesDownhill) * angle);
}

double tibia_slope_factor(Degrees slope) {
    const double steepest = kSteepestKnown.value();
    return std::exp(kTibiaPerDegree * std::clamp(slope.value(), -steepest, steepest));
}

}  // namespace

StepPeaks step_peaks(const StepInput& step) {
    const Degrees slope = step.slope.value_or(Degrees(0));
    const Timing of_step = timing(step, slope);
    const double speed_over = step.speed.value() - kEasySpeed.value();
    const Metres lever = kLever + kLeverPerSpeed * speed_over +
                         kLeverPerStrike * step.forefoot_strike.value_or(kUnknownStrike).value();
    StepPeaks peaks;
    peaks.cadence = of_step.cadence;
    peaks.stance_time = of_step.stance_time;
    peaks.vertical_force = step.stance_time ? force_from_timing(step, of_step, slope)
                                            : force_from_speed(step, of_step);
    peaks.ankle_moment = MomentPerMass(peaks.vertical_force.value() * kGravity * lever.value());
    peaks.achilles = peaks.vertical_force * (lever / kTendonArm) * achilles_slope_factor(slope);
    peaks.tibia = (kTibiaOffset + peaks.vertical_force * kTibiaPerForce +
                   BodyWeights(kTibiaPerSpeed * step.speed.value())) *
                  tibia_slope_factor(slope);
    return peaks;
}

Metres vertical_oscillation(Cadence cadence, Seconds stance_time) {
    const double stance_squared = stance_time.value() * stance_time.value();
    const double flight = step_time(cadence).value() - stance_time.value();
    const double drop = sine_force(cadence, stance_time) * kGravity * stance_squared /
                            (std::numbers::pi * std::numbers::pi) -
                        kGravity * stance_squared / kFlightShare;
    return Metres(kGravity * flight * flight / kFlightShare + drop);
}

}  // namespace footsure::load
