// SPDX-License-Identifier: Apache-2.0
#include "load/step_dose.hpp"

#include <algorithm>
#include <cmath>

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

/// Source: tissue-load-model section 4, b of tendon and of bone.
constexpr double kTendonExponent = 7;
constexpr double kBoneExponent = 6.6;

/// Cadence over the population's, as far as the accepted ranges let it go.
/// Source: tissue-load-model section 1, cadence 130–230.
constexpr double kLeastCadenceRatio = 0.5;
constexpr double kMostCadenceRatio = 2;

/// A function of one number as a table with straight lines between.
/// Source: our choice of points; 1e-6 for the powers used, small enough for the cache.
template <std::size_t Points>
class Table {
public:
    template <class Function>
    Table(double low, double high, Function function) : low_(low), per_step_(kLast / (high - low)) {
        for (std::size_t i = 0; i < Points; ++i) {
            values_[i] = function(low + static_cast<double>(i) / per_step_);
        }
        values_[Points] = values_[Points - 1];
    }

    /// Needs: no NaN. Outside the range the nearest end holds.
    [[nodiscard]] double operator()(double x) const {
        const double place = std::clamp((x - low_) * per_step_, 0.0, kLast);
        const auto left = static_cast<std::size_t>(place);
        const double part = place - static_cast<double>(left);
        return values_[left] + part * (values_[left + 1] - values_[left]);
    }

private:
    static constexpr double kLast = static_cast<double>(Points - 1);
    double low_;
    double per_step_;
    std::array<double, Points + 1> values_{};
};

/// Source: our choice, as above; the slope tables have a point at 0, where the tendon's bends.
constexpr std::size_t kPoints = 1024;
constexpr std::size_t kSlopePoints = 1001;
constexpr std::size_t kBonePoints = 4096;

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

double cube(double x) {
    return x * x * x;
}

double seventh(double x) {
    return cube(x) * cube(x) * x;
}

double fifth(double x) {
    return cube(x) * x * x;
}

double limited(double ratio) {
    return std::min(ratio, kMostForce);
}

double within_known(double slope) {
    return std::clamp(slope, -kSteepestKnown.value(), kSteepestKnown.value());
}

struct Tables {
    Table<kPoints> force_of_speed{
        kRunningSpeed.low.value(), kRunningSpeed.high.value(), [](double speed) {
            return force_of_population(MetresPerSecond(speed)).value() / easy().force;
        }};
    Table<kPoints> force_of_cadence{kLeastCadenceRatio, kMostCadenceRatio,
                                    [](double ratio) { return force_factor_of_cadence(ratio); }};
    Table<kPoints> posterior_of_speed{
        kRunningSpeed.low.value(), kRunningSpeed.high.value(), [](double speed) {
            return std::pow(speed / kEasySpeed.value(), kPosteriorSpeedExponent * kTendonExponent);
        }};
    Table<kPoints> impact_of_speed{
        kRunningSpeed.low.value(), kRunningSpeed.high.value(),
        [](double speed) { return std::pow(speed / kEasySpeed.value(), kImpactSpeedExponent); }};
    Table<kSlopePoints> achilles_of_slope{
        -kSteepestKnown.value(), kSteepestKnown.value(),
        [](double slope) { return achilles_slope_factor(Degrees(slope)); }};
    Table<kSlopePoints> tibia_of_slope{
        -kSteepestKnown.value(), kSteepestKnown.value(),
        [](double slope) { return tibia_slope_factor(Degrees(slope)); }};
    Table<kSlopePoints> impact_of_slope{
        -kSteepestKnown.value(), kSteepestKnown.value(),
        [](double slope) { return std::exp(kImpactPerDegree * slope); }};
    Table<kBonePoints> bone{0, kMostForce,
                            [](double ratio) { return std::pow(ratio, kBoneExponent); }};
};

const Tables& tables() {
    static const Tables made;
    return made;
}

double fascia_of_strike(Share strike) {
    return (1 + kFasciaPerStrike * strike.value()) /
           (1 + kFasciaPerStrike * kUnknownStrike.value());
}

double impact_of_strike(Share strike) {
    const auto factor = [](Share of) { return 1 - (1 - kImpactForefoot) * of.value(); };
    return factor(strike) / factor(kUnknownStrike);
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

StepDose::StepDose(const StepSetting& setting)
    : setting_(setting), surface_(ground_force(setting.ground)),
      fascia_(fascia_of_strike(setting.forefoot_strike)),
      impact_(impact_of_strike(setting.forefoot_strike)), peroneal_(catches(setting.ground)),
      ligament_(catches(setting.ground)) {}

double StepDose::cadence(const StepInput& step) const {
    return step.cadence ? step.cadence->value()
                        : cadence_on_slope(population_cadence(step.speed, setting_.height),
                                           step.slope.value_or(Degrees(0)))
                              .value();
}

double StepDose::force(const StepInput& step) const {
    if (step.stance_time) {
        StepInput full = step;
        full.height = setting_.height;
        return force_of_stance(full).value() / easy().force;
    }
    const double usual = tables().force_of_speed(step.speed.value());
    if (!step.cadence) {
        return usual;
    }
    const Cadence population = population_cadence(step.speed, setting_.height);
    return usual * tables().force_of_cadence(*step.cadence / population);
}

PerTissue StepDose::doses(double force, MetresPerSecond speed, Degrees slope) const {
    const Tables& table = tables();
    const double v = speed.value();
    const double lever = lever_of(speed, setting_.forefoot_strike) / kTendonArm / easy().lever;
    const double level = slope.value() == 0 ? 1 : table.achilles_of_slope(slope.value());
    const double achilles = force * lever * level * surface_;
    const double in_joint = joint(force, achilles);
    const double bent = 1 + kInsertionPerDegree * std::max(within_known(slope.value()), 0.0);
    const double tibia = (tibia_of_force(BodyWeights(force * easy().force), speed).value() *
                          (slope.value() == 0 ? 1 : table.tibia_of_slope(slope.value()))) /
                         easy().tibia;
    const double impact = impact_ * table.impact_of_speed(v) *
                          (slope.value() == 0 ? 1 : table.impact_of_slope(slope.value()));
    PerTissue doses{};
    doses[index_of(Tissue::achilles)] = seventh(limited(achilles));
    doses[index_of(Tissue::tibia)] = table.bone(limited(tibia));
    doses[index_of(Tissue::achilles_insertion)] = seventh(limited(achilles * bent));
    doses[index_of(Tissue::plantar_fascia)] = seventh(limited(achilles * fascia_));
    doses[index_of(Tissue::tibialis_posterior)] =
        std::min(table.posterior_of_speed(v) * cube(force) * std::sqrt(force), seventh(kMostForce));
    doses[index_of(Tissue::peroneals)] = peroneal_ * seventh(limited(force));
    doses[index_of(Tissue::calcaneus)] =
        table.bone(limited(kImpactPart * impact + (1 - kImpactPart) * in_joint));
    doses[index_of(Tissue::ankle_joint)] = fifth(limited(in_joint));
    doses[index_of(Tissue::lateral_ligaments)] = ligament_ * steep_down(slope);
    return doses;
}

}  // namespace footsure::load
