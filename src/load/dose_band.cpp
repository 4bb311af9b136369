// SPDX-License-Identifier: Apache-2.0
#include "load/dose_band.hpp"

#include <cmath>

namespace footsure::load {

namespace {

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
/// The indices have no measured magnitude to be wrong against.
/// Source: EE on tissue-load-model section 13, last line.
constexpr double kIndexSd = 0.05;
/// Forefoot landing halves the impact, so not to know it weighs more than for the tendon.
/// Source: EE on tissue-load-model section 3.8 (strike 0.2 ± 0.3 of a half) [G].
constexpr double kImpactWithoutStrike = 0.06;
/// Walking on the scale of the model. Source: tissue-load-model section 3.7, ±20 % [G].
constexpr double kWalkingSd = 0.20;

/// How often the ankle may be caught: of a ground that is known to be rough, and of one that may be
/// anything from road to trail. Source: tissue-load-model section 3.6, technical trail 8 (4–12)
/// [G]; unknown: EE, half of ln 4.
constexpr double kRoughLogSd = 0.5;
constexpr double kUnknownGroundLogSd = 0.69;

/// Steps a minute from the speed alone, 0.19 of 2.8 a second.
/// Source: tissue-load-model section 2, step rate [D].
constexpr double kStepsWithoutCadence = 0.07;

bool depends_on_strike(Tissue tissue) {
    return tissue == Tissue::achilles || tissue == Tissue::achilles_insertion ||
           tissue == Tissue::plantar_fascia || tissue == Tissue::ankle_joint ||
           tissue == Tissue::calcaneus;
}

bool is_index(Tissue tissue) {
    return tissue != Tissue::achilles && tissue != Tissue::tibia && tissue != Tissue::ankle_joint &&
           tissue != Tissue::lateral_ligaments;
}

bool depends_on_ground(Tissue tissue) {
    return tissue == Tissue::peroneals || tissue == Tissue::lateral_ligaments;
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

double strike_widening(Tissue tissue, const InputTimes& inputs) {
    if (inputs.strike_known || !depends_on_strike(tissue)) {
        return 0;
    }
    return tissue == Tissue::calcaneus ? kImpactWithoutStrike : kWidenWithoutStrike;
}

double force_sd(Tissue tissue, const InputTimes& inputs, Grain grain) {
    const bool hilly = share(inputs.on_hills, inputs.running) > kHilly.value();
    const double index = is_index(tissue) ? kIndexSd : 0;
    const double base = std::sqrt(kWatchSd * kWatchSd + kShapeSd * kShapeSd + index * index +
                                  (hilly ? kHillsSd * kHillsSd : 0));
    return base + strike_widening(tissue, inputs) + widening_of(grain) +
           kWidenWithoutStance * (1 - share(inputs.with_stance, inputs.running)) +
           kWidenWithoutSlope * (1 - share(inputs.with_slope, inputs.running));
}

/// Not to know the ground is never narrower than to know that it is rough.
double ground_log_sd(const InputTimes& inputs) {
    const Seconds moving = inputs.running + inputs.walking;
    return kUnknownGroundLogSd * (1 - share(inputs.ground_known, moving)) +
           kRoughLogSd * share(inputs.on_rough_ground, moving);
}

}  // namespace

double share(Seconds part, Seconds whole) {
    return whole.value() > 0 ? part / whole : 0;
}

double log_sd(Tissue tissue, const InputTimes& inputs, Grain grain, double walked) {
    const double exponent = kFatigueExponents[index_of(tissue)];
    const double of_force =
        tissue == Tissue::lateral_ligaments
            ? kWatchSd + widening_of(grain) +
                  kStepsWithoutCadence * (1 - share(inputs.with_cadence, inputs.running))
            : exponent * (force_sd(tissue, inputs, grain) + kWalkingSd * walked);
    const double of_ground = depends_on_ground(tissue) ? ground_log_sd(inputs) : 0;
    return std::sqrt(of_force * of_force + of_ground * of_ground);
}

TissueDose dose_with_band(Tissue tissue, EasyKm dose, double log_sd) {
    return {tissue, dose, dose * std::exp(-log_sd), dose * std::exp(log_sd)};
}

}  // namespace footsure::load
