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
    found.level_cadence = population_cadence(step.speed, step.height);
    found.cadence = step.cadence.value_or(cadence_on_slope(found.level_cadence, slope));
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

BodyWeights force_from_speed(const StepInput& step, const Timing& timing) {
    const BodyWeights usual = force_of_population(step.speed);
    return step.cadence ? usual * force_factor_of_cadence(*step.cadence / timing.level_cadence)
                        : usual;
}

}  // namespace

Cadence population_cadence(MetresPerSecond speed, const std::optional<Metres>& height) {
    const double of_speed = kStepRatePerSpeed * speed.value();
    const double rate = height
                            ? kStepRateWithHeight + of_speed + kStepRatePerHeight * height->value()
                            : kStepRate + of_speed;
    return std::clamp(Cadence(kSecondsPerMinute * rate), kRunningCadence.low, kRunningCadence.high);
}

Cadence cadence_on_slope(Cadence level, Degrees slope) {
    return slope.value() == 0 ? level
                              : std::clamp(level * std::exp(kCadencePerDegree * slope.value()),
                                           kRunningCadence.low, kRunningCadence.high);
}

BodyWeights force_of_population(MetresPerSecond speed) {
    return kEasyForce * std::pow(speed / kEasySpeed, kForceSpeedExponent);
}

double force_factor_of_cadence(double ratio) {
    return std::pow(ratio, kForceCadenceExponent);
}

BodyWeights force_of_stance(const StepInput& step) {
    const Degrees slope = step.slope.value_or(Degrees(0));
    return force_from_timing(step, timing(step, slope), slope);
}

Metres lever_of(MetresPerSecond speed, Share forefoot_strike) {
    return kLever + kLeverPerSpeed * (speed.value() - kEasySpeed.value()) +
           kLeverPerStrike * forefoot_strike.value();
}

BodyWeights tibia_of_force(BodyWeights force, MetresPerSecond speed) {
    return kTibiaOffset + force * kTibiaPerForce + BodyWeights(kTibiaPerSpeed * speed.value());
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

StepPeaks step_peaks(const StepInput& step) {
    const Degrees slope = step.slope.value_or(Degrees(0));
    const Timing of_step = timing(step, slope);
    const Metres lever = lever_of(step.speed, step.forefoot_strike.value_or(kUnknownStrike));
    StepPeaks peaks;
    peaks.cadence = of_step.cadence;
    peaks.stance_time = of_step.stance_time;
    peaks.vertical_force = step.stance_time ? force_from_timing(step, of_step, slope)
                                            : force_from_speed(step, of_step);
    peaks.ankle_moment = MomentPerMass(peaks.vertical_force.value() * kGravity * lever.value());
    peaks.achilles = peaks.vertical_force * (lever / kTendonArm) * achilles_slope_factor(slope);
    peaks.tibia = tibia_of_force(peaks.vertical_force, step.speed) * tibia_slope_factor(slope);
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
