// SPDX-License-Identifier: Apache-2.0
#include "load/step_dose.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace footsure::load {

namespace {

/// Treadmill against overground peak. Source: tissue-load-model section 3.2, Willy 2016 [A].
constexpr double kTreadmillForce = 1.125;
/// Uneven trail, ±0.06. Source: tissue-load-model section 3.2, Voloshina 2015 [A].
constexpr double kTechnicalForce = 0.92;

/// Compression at the insertion grows with dorsiflexion. Source: tissue-load-model section 3.2 [G].
constexpr double kInsertionPerDegree = 0.03;
/// Plantar fascia over tendon, by strike. Source: tissue-load-model section 3.5 [G].
constexpr double kFasciaPerStrike = 0.1;
/// Index of the tibialis posterior. Source: tissue-load-model section 3.5 [G].
constexpr double kPosteriorSpeedExponent = 0.45;
constexpr double kPosteriorForceExponent = 0.5;
/// Impact: speed, slope, strike. Source: tissue-load-model section 3.8 [A]/[G].
constexpr double kImpactSpeedExponent = 0.7;
constexpr double kImpactPerDegree = -0.05;
constexpr double kImpactForefoot = 0.5;
/// Joint contact: vertical force plus so many tendon forces. Source: tissue-load-model section 3.4.
constexpr double kTendonInJoint = 1.1;
/// Source: tissue-load-model section 4, calcaneus: half impact, half joint contact [G].
constexpr double kImpactPart = 0.5;

/// Source: tissue-load-model section 3.6 [G].
constexpr double kSteepDownCatches = 1.5;
constexpr Degrees kSteepDown{-5.71};
constexpr double kCatchesTrack = 0.5;
constexpr double kCatchesGravel = 2;
constexpr double kCatchesTrail = 4;
constexpr double kCatchesTechnical = 8;

/// Cadence over the population's, as far as the accepted ranges let it go.
/// Source: tissue-load-model section 1, cadence 130–230.
constexpr double kLeastCadenceRatio = 0.5;
constexpr double kMostCadenceRatio = 2;

/// Some functions of one number as a table with straight lines between.
/// Source: our choice of points; 1e-6 for the powers used, small enough for the cache.
template <std::size_t Points, std::size_t Functions>
class Table {
public:
    using Row = std::array<double, Functions>;

    template <class Function>
    Table(double low, double high, Function rows) : low_(low), per_step_(kLast / (high - low)) {
        for (std::size_t i = 0; i < Points; ++i) {
            rows_[i] = rows(low + static_cast<double>(i) / per_step_);
        }
        rows_[Points] = rows_[Points - 1];
    }

    /// Needs: no NaN. Outside the range the nearest end holds.
    [[nodiscard]] Row operator()(double x) const {
        const double place = std::clamp((x - low_) * per_step_, 0.0, kLast);
        const auto left = static_cast<std::int32_t>(place);
        const double part = place - left;
        const Row& from = rows_[static_cast<std::size_t>(left)];
        const Row& to = rows_[static_cast<std::size_t>(left) + 1];
        Row row;
        for (std::size_t i = 0; i < Functions; ++i) {
            row[i] = from[i] + part * (to[i] - from[i]);
        }
        return row;
    }

private:
    static constexpr double kLast = static_cast<double>(Points - 1);
    double low_;
    double per_step_;
    std::array<Row, Points + 1> rows_{};
};

/// Source: our choice, as above; the slope table has a point at 0, where the tendon's bends.
constexpr std::size_t kPoints = 1024;
constexpr std::size_t kSlopePoints = 1001;
constexpr std::size_t kBonePoints = 4096;
/// Achilles, tibia, impact. Source: our choice, as above.
constexpr std::size_t kOfSlope = 3;

struct Easy {
    double force;
    double achilles;
    double tibia;
    double lever;  ///< achilles over force
};

const Easy& easy() {
    static const Easy found = [] {
        const StepPeaks peaks = step_peaks({.speed = kEasySpeed});
        return Easy{peaks.vertical_force.value(), peaks.achilles.value(), peaks.tibia.value(),
                    peaks.achilles / peaks.vertical_force};
    }();
    return found;
}

constexpr double cube(double x) {
    return x * x * x;
}

constexpr double seventh(double x) {
    return cube(x) * cube(x) * x;
}

double fifth(double x) {
    return cube(x) * x * x;
}

constexpr double kMostTendonDose = seventh(kMostForce);

double limited(double ratio) {
    return std::min(ratio, kMostForce);
}

double within_known(double slope) {
    return std::clamp(slope, -kSteepestKnown.value(), kSteepestKnown.value());
}

double fascia_of_strike(Share strike) {
    return (1 + kFasciaPerStrike * strike.value()) /
           (1 + kFasciaPerStrike * kUnknownStrike.value());
}

double impact_of_strike(Share strike) {
    const auto factor = [](Share of) { return 1 - (1 - kImpactForefoot) * of.value(); };
    return factor(strike) / factor(kUnknownStrike);
}

struct Tables {
    Table<kPoints, 1> force{
        kRunningSpeed.low.value(), kRunningSpeed.high.value(), [](double speed) {
            return std::array{force_of_population(MetresPerSecond(speed)).value() / easy().force};
        }};
    Table<kPoints, 1> force_of_cadence{kLeastCadenceRatio, kMostCadenceRatio, [](double ratio) {
                                           return std::array{force_factor_of_cadence(ratio)};
                                       }};
    /// Tibialis posterior to the power b, impact.
    Table<kPoints, 2> of_speed{kRunningSpeed.low.value(), kRunningSpeed.high.value(), [](double x) {
                                   const double ratio = x / kEasySpeed.value();
                                   return std::array{
                                       std::pow(ratio, kPosteriorSpeedExponent * kTendonExponent),
                                       std::pow(ratio, kImpactSpeedExponent)};
                               }};
    Table<kSlopePoints, kOfSlope> of_slope{
        -kSteepestKnown.value(), kSteepestKnown.value(), [](double x) {
            return std::array{achilles_slope_factor(Degrees(x)), tibia_slope_factor(Degrees(x)),
                              std::exp(kImpactPerDegree * x)};
        }};
    Table<kBonePoints, 1> bone{
        0, kMostForce, [](double ratio) { return std::array{std::pow(ratio, kBoneExponent)}; }};
};

const Tables& tables() {
    static const Tables made;
    return made;
}

double joint(double force, double achilles) {
    const double of_easy = easy().force + kTendonInJoint * easy().achilles;
    return (force * easy().force + kTendonInJoint * achilles * easy().achilles) / of_easy;
}

double steep_down(Degrees slope) {
    return slope < kSteepDown ? kSteepDownCatches : 1;
}

}  // namespace

double catches(Terrain ground) {
    switch (ground) {
    case Terrain::track:
    case Terrain::treadmill: return kCatchesTrack;
    case Terrain::gravel_or_grass: return kCatchesGravel;
    case Terrain::trail: return kCatchesTrail;
    case Terrain::technical_trail: return kCatchesTechnical;
    case Terrain::road:
    case Terrain::unknown: break;
    }
    return 1;
}

double ground_force(Terrain ground) {
    if (ground == Terrain::treadmill) {
        return kTreadmillForce;
    }
    return ground == Terrain::technical_trail ? kTechnicalForce : 1;
}

PerTissue force_ratios(const StepInput& step, const StepSetting& setting) {
    StepInput full = step;
    full.height = setting.height;
    full.forefoot_strike = setting.forefoot_strike;
    const StepPeaks peaks = step_peaks(full);
    const double slope = step.slope.value_or(Degrees(0)).value();
    const double force = peaks.vertical_force.value() / easy().force;
    const double achilles = ground_force(setting.ground) * peaks.achilles.value() / easy().achilles;
    const double speed = step.speed / kEasySpeed;
    const double impact = impact_of_strike(setting.forefoot_strike) *
                          std::pow(speed, kImpactSpeedExponent) *
                          std::exp(kImpactPerDegree * within_known(slope));
    PerTissue ratios{};
    ratios[index_of(Tissue::achilles)] = achilles;
    ratios[index_of(Tissue::tibia)] = peaks.tibia.value() / easy().tibia;
    ratios[index_of(Tissue::achilles_insertion)] =
        achilles * (1 + kInsertionPerDegree * std::max(within_known(slope), 0.0));
    ratios[index_of(Tissue::plantar_fascia)] = achilles * fascia_of_strike(setting.forefoot_strike);
    ratios[index_of(Tissue::tibialis_posterior)] =
        std::pow(speed, kPosteriorSpeedExponent) * std::pow(force, kPosteriorForceExponent);
    ratios[index_of(Tissue::peroneals)] = force;
    ratios[index_of(Tissue::ankle_joint)] = joint(force, achilles);
    ratios[index_of(Tissue::calcaneus)] =
        kImpactPart * impact + (1 - kImpactPart) * ratios[index_of(Tissue::ankle_joint)];
    ratios[index_of(Tissue::lateral_ligaments)] = steep_down(Degrees(slope));
    return ratios;
}

/// The formulas are straight lines in speed and force; their two ends give them.
StepDose::StepDose(const StepSetting& setting)
    : setting_(setting), fascia_(fascia_of_strike(setting.forefoot_strike)),
      impact_(impact_of_strike(setting.forefoot_strike)), catches_(catches(setting.ground)) {
    const auto lever = [&](double speed) {
        return ground_force(setting.ground) *
               (lever_of(MetresPerSecond(speed), setting.forefoot_strike) / kTendonArm) /
               easy().lever;
    };
    easy_force_ = easy().force;
    lever_ = lever(0);
    lever_per_speed_ = lever(1) - lever(0);
    joint_per_force_ = joint(1, 0);
    joint_per_achilles_ = joint(0, 1);
    const auto tibia = [](double force, double speed) {
        return tibia_of_force(BodyWeights(force * easy().force), MetresPerSecond(speed)).value() /
               easy().tibia;
    };
    tibia_ = tibia(0, 0);
    tibia_per_force_ = tibia(1, 0) - tibia_;
    tibia_per_speed_ = tibia(0, 1) - tibia_;
}

Cadence StepDose::cadence(MetresPerSecond speed, Degrees slope) const {
    return cadence_on_slope(population_cadence(speed, setting_.height), slope);
}

double StepDose::force(MetresPerSecond speed, Degrees slope, const StepTiming& timing) const {
    if (timing.stance_time && timing.cadence) {
        return force_of_timing(speed, slope, *timing.cadence, *timing.stance_time).value() /
               easy_force_;
    }
    const double usual = tables().force(speed.value())[0];
    if (!timing.cadence) {
        return usual;
    }
    const Cadence population = population_cadence(speed, setting_.height);
    return usual * tables().force_of_cadence(*timing.cadence / population)[0];
}

void StepDose::add(const LegStep& step, double times, PerTissue& doses) const {
    const Tables& table = tables();
    const double force = step.force;
    const double v = step.speed.value();
    const double slope = step.slope.value();
    const auto [posterior, impact_speed] = table.of_speed(v);
    const auto [up, tibia_up, impact_up] =
        slope == 0 ? std::array{1.0, 1.0, 1.0} : table.of_slope(slope);
    const double achilles = force * (lever_ + lever_per_speed_ * v) * up;
    const double in_joint = joint_per_force_ * force + joint_per_achilles_ * achilles;
    const double tibia = (tibia_ + tibia_per_force_ * force + tibia_per_speed_ * v) * tibia_up;
    const double impact = impact_ * impact_speed * impact_up;
    const double bent = 1 + kInsertionPerDegree * std::max(within_known(slope), 0.0);
    doses[index_of(Tissue::achilles)] += times * seventh(limited(achilles));
    doses[index_of(Tissue::tibia)] += times * table.bone(limited(tibia))[0];
    doses[index_of(Tissue::achilles_insertion)] += times * seventh(limited(achilles * bent));
    doses[index_of(Tissue::plantar_fascia)] += times * seventh(limited(achilles * fascia_));
    doses[index_of(Tissue::tibialis_posterior)] +=
        times * std::min(posterior * cube(force) * std::sqrt(force), kMostTendonDose);
    doses[index_of(Tissue::peroneals)] += times * catches_ * seventh(limited(force));
    doses[index_of(Tissue::calcaneus)] +=
        times * table.bone(limited(kImpactPart * impact + (1 - kImpactPart) * in_joint))[0];
    doses[index_of(Tissue::ankle_joint)] += times * fifth(limited(in_joint));
    doses[index_of(Tissue::lateral_ligaments)] += times * catches_ * steep_down(step.slope);
}

}  // namespace footsure::load
