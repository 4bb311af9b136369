// SPDX-License-Identifier: Apache-2.0
#include "load/step_peaks.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace footsure::load {

namespace {

/// A grade of ±25 %, atan(0.25). Source: tissue-load-model section 1, grade.
constexpr Accepted kSlope{Degrees(-14.04), Degrees(14.04)};
/// Source: tissue-load-model section 1, strike and mass.
constexpr Accepted kStrike{Share(0), Share(1)};
constexpr Accepted kBodyMass{Kilograms(35), Kilograms(160)};
/// Source: EE; no source limits height, the step-rate formula was fitted to adults.
constexpr Accepted kHeight{Metres(1.2), Metres(2.2)};

/// Spread between runners that stays when all is measured.
/// Source: tissue-load-model section 7, row "v, c, tc" (moment 8–9 %) [D].
constexpr double kForceSd = 0.03;
constexpr double kMomentSd = 0.085;
/// Source: tissue-load-model sections 3.1 and 7, rows "v, c" (moment 9–11 %) and "v only"
/// (9–12 %) [D].
constexpr double kForceSdWithoutStance = 0.06;
constexpr double kMomentSdWithoutStance = 0.10;
constexpr double kMomentSdSpeedOnly = 0.105;
/// Steps per second. Source: tissue-load-model section 2, step rate, without and with height [D].
constexpr double kStepRateSd = 0.19;
constexpr double kStepRateSdWithHeight = 0.15;
/// Half of the downhill correction. Source: EE on tissue-load-model section 3.1 (one runner).
constexpr double kDownhillForceSdPerDegree = 0.006;
/// Source: tissue-load-model section 3.2, uncertainty of the slope exponent.
constexpr double kAnkleSdPerDegree = 0.02;
/// Source: tissue-load-model section 3.3, slope error bar ±15 %, reached at 10 degrees (EE).
constexpr double kTibiaSdPerDegree = 0.015;
/// Source: tissue-load-model section 7, "no grade" and "no strike".
constexpr double kAnkleSdWithoutSlope = 0.06;
constexpr double kTibiaSdWithoutSlope = 0.03;
constexpr double kAnkleSdWithoutStrike = 0.04;
/// Error on a runner left out of the fit. Source: tissue-load-model section 3.3 [S].
constexpr BodyWeights kTibiaRmse{0.37};
/// Source: tissue-load-model section 3.1, check of the watch, RMSE 3 mm [D].
constexpr Metres kOscillationRmse{0.003};

double root_sum_of_squares(std::initializer_list<double> parts) {
    double sum = 0;
    for (const double part : parts) {
        sum += part * part;
    }
    return std::sqrt(sum);
}

double steepness(const StepInput& step) {
    const double slope = std::abs(step.slope.value_or(Degrees(0)).value());
    return std::min(slope, kSteepestKnown.value());
}

/// A measured stance time over a guessed cadence passes on the spread of the cadence.
double timing_sd(const StepInput& step, Cadence used) {
    if (!step.stance_time) {
        return kForceSdWithoutStance;
    }
    if (step.cadence) {
        return kForceSd;
    }
    const double rate_sd = step.height ? kStepRateSdWithHeight : kStepRateSd;
    return root_sum_of_squares({kForceSd, rate_sd * kSecondsPerMinute / used.value()});
}

double force_sd(const StepInput& step, Cadence used) {
    const bool downhill = step.slope && step.slope->value() < 0;
    return root_sum_of_squares(
        {timing_sd(step, used), downhill ? kDownhillForceSdPerDegree * steepness(step) : 0});
}

double moment_sd(const StepInput& step) {
    if (!step.cadence) {
        return kMomentSdSpeedOnly;
    }
    return step.stance_time ? kMomentSd : kMomentSdWithoutStance;
}

double ankle_sd(const StepInput& step) {
    return root_sum_of_squares(
        {moment_sd(step), step.forefoot_strike ? 0 : kAnkleSdWithoutStrike,
         step.slope ? kAnkleSdPerDegree * steepness(step) : kAnkleSdWithoutSlope});
}

double tibia_sd(const StepInput& step, const StepPeaks& peaks, double of_force) {
    const double from_force = of_force * kTibiaPerForce * (peaks.vertical_force / peaks.tibia);
    return root_sum_of_squares(
        {kTibiaRmse / peaks.tibia, from_force,
         step.slope ? kTibiaSdPerDegree * steepness(step) : kTibiaSdWithoutSlope});
}

template <class Q>
bool absent_or_within(const std::optional<Q>& value, const Accepted<Q>& accepted) {
    return !value || accepted.holds(*value);
}

std::optional<StepErrorCode> out_of_range(const StepInput& step) {
    if (!kRunningSpeed.holds(step.speed)) {
        return StepErrorCode::speed_out_of_range;
    }
    if (!absent_or_within(step.cadence, kRunningCadence)) {
        return StepErrorCode::cadence_out_of_range;
    }
    if (!absent_or_within(step.stance_time, kStanceTime)) {
        return StepErrorCode::stance_time_out_of_range;
    }
    if (!absent_or_within(step.slope, kSlope)) {
        return StepErrorCode::slope_out_of_range;
    }
    if (!absent_or_within(step.forefoot_strike, kStrike)) {
        return StepErrorCode::forefoot_strike_out_of_range;
    }
    if (!absent_or_within(step.body_mass, kBodyMass)) {
        return StepErrorCode::body_mass_out_of_range;
    }
    if (!absent_or_within(step.height, kHeight)) {
        return StepErrorCode::height_out_of_range;
    }
    return std::nullopt;
}

}  // namespace

std::string_view word(StepErrorCode code) {
    switch (code) {
    case StepErrorCode::speed_out_of_range: return "speed_out_of_range";
    case StepErrorCode::cadence_out_of_range: return "cadence_out_of_range";
    case StepErrorCode::stance_time_out_of_range: return "stance_time_out_of_range";
    case StepErrorCode::slope_out_of_range: return "slope_out_of_range";
    case StepErrorCode::forefoot_strike_out_of_range: return "forefoot_strike_out_of_range";
    case StepErrorCode::body_mass_out_of_range: return "body_mass_out_of_range";
    case StepErrorCode::height_out_of_range: return "height_out_of_range";
    case StepErrorCode::not_running: break;
    }
    return "not_running";
}

Result<StepLoad, StepErrorCode> step_load(const StepInput& step) {
    if (const auto code = out_of_range(step)) {
        return Failure<StepErrorCode>(*code);
    }
    const StepPeaks peaks = step_peaks(step);
    if (step.stance_time && peaks.stance_time / step_time(peaks.cadence) > kMostStance.value()) {
        return Failure<StepErrorCode>(StepErrorCode::not_running);
    }
    const double of_force = force_sd(step, peaks.cadence);
    StepLoad load;
    load.vertical_force = {peaks.vertical_force, of_force};
    load.ankle_moment = {peaks.ankle_moment, ankle_sd(step)};
    load.achilles = {peaks.achilles, ankle_sd(step)};
    load.tibia = {peaks.tibia, tibia_sd(step, peaks, of_force)};
    load.stance_time = peaks.stance_time;
    load.cadence = peaks.cadence;
    if (step.cadence && step.stance_time) {
        const Metres rise = vertical_oscillation(*step.cadence, *step.stance_time);
        load.vertical_oscillation = Estimate<Metres>{rise, kOscillationRmse / rise};
    }
    return load;
}

}  // namespace footsure::load
