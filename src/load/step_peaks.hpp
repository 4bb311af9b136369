// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

namespace footsure::load {

/// What the formulas give for one Step, without how sure they are.
struct StepPeaks {
    BodyWeights vertical_force;
    MomentPerMass ankle_moment;
    BodyWeights achilles;
    BodyWeights tibia;
    Cadence cadence;      ///< measured, else the population's
    Seconds stance_time;  ///< measured, else the population's
};

/// Needs: inputs inside the ranges of tissue-load-model section 1; `step_load` checks them.
[[nodiscard]] StepPeaks step_peaks(const StepInput& step);

/// Rise and fall of the centre of mass in one Step.
/// Needs: both measured, and a stance time shorter than the step time.
[[nodiscard]] Metres vertical_oscillation(Cadence cadence, Seconds stance_time);

/// Lowest and highest accepted value of one input, both allowed.
template <class Q>
struct Accepted {
    Q low;
    Q high;

    [[nodiscard]] constexpr bool holds(Q value) const { return value >= low && value <= high; }
};

/// Source: tissue-load-model section 1, key hygiene [A]/[D].
inline constexpr Accepted kRunningSpeed{MetresPerSecond(1.8), MetresPerSecond(6.5)};
inline constexpr Accepted kRunningCadence{Cadence(130), Cadence(230)};
inline constexpr Accepted kStanceTime{Seconds(0.15), Seconds(0.40)};
/// Over this part of the step time on the ground the Step is not a running Step.
inline constexpr Share kMostStance{0.95};

/// No study is known beyond it; slope factors stay level there.
/// Source: tissue-load-model section 3.2, slope.
inline constexpr Degrees kSteepestKnown{10};
/// Source: tissue-load-model section 3.3, regression on the ten-runner study [S].
inline constexpr double kTibiaPerForce = 2.96;
/// Source: tissue-load-model section 5, reference.
inline constexpr MetresPerSecond kEasySpeed{3.0};
/// Source: tissue-load-model section 1, strike unknown.
inline constexpr Share kUnknownStrike{0.2};

/// Scale of every Achilles force here (kappa = 1). Source: tissue-load-model section 3.2.
inline constexpr Metres kTendonArm{0.05};

/// The parts of the formulas, for whoever needs one alone.
[[nodiscard]] Cadence population_cadence(MetresPerSecond speed,
                                         const std::optional<Metres>& height);
[[nodiscard]] Cadence cadence_on_slope(Cadence level, Degrees slope);
/// Active peak of the population at this speed.
[[nodiscard]] BodyWeights force_of_population(MetresPerSecond speed);
/// What a cadence does to it, as a multiple of the population's cadence.
[[nodiscard]] double force_factor_of_cadence(double ratio);
/// Active peak from cadence and stance time. Needs: a measured stance time.
[[nodiscard]] BodyWeights force_of_stance(const StepInput& step);
/// Of the ground force at the ankle.
[[nodiscard]] Metres lever_of(MetresPerSecond speed, Share forefoot_strike);
[[nodiscard]] BodyWeights tibia_of_force(BodyWeights force, MetresPerSecond speed);
[[nodiscard]] double achilles_slope_factor(Degrees slope);
[[nodiscard]] double tibia_slope_factor(Degrees slope);

/// Source: SI.
inline constexpr double kSecondsPerMinute = 60;

[[nodiscard]] constexpr Seconds step_time(Cadence cadence) {
    return Seconds(kSecondsPerMinute / cadence.value());
}

}  // namespace footsure::load
