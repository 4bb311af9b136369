// SPDX-License-Identifier: Apache-2.0
#include "load/shoe_effect.hpp"

#include "load/known_value.hpp"
#include "load/outing.hpp"
#include "load/step_dose.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace footsure::load {

namespace {

/// s_shoe = 1 + 0.005 (8 - drop in mm), kept within 0.96 to 1.06.
/// Source: tissue-load-model section 11 [G].
constexpr double kPerMillimetre = 0.005;
constexpr Metres kUsualDrop{0.008};
constexpr double kLeastFactor = 0.96;
constexpr double kMostFactor = 1.06;
/// Barefoot or minimal. Source: tissue-load-model section 11 [G; direction A].
constexpr double kMinimal = 1.10;
constexpr double kMinimalSd = 0.08;
/// The drop's effect is a general figure from studies that disagree, so it may as well be nothing
/// or twice as large. Source: EE.
constexpr double kDropSd = 1;
/// Compression at the insertion, 1 + 0.01 (10 - drop in mm).
/// Source: tissue-load-model section 3.2 [G], an index only.
constexpr double kInsertionPerMillimetre = 0.01;
constexpr Metres kInsertionDrop{0.010};
/// No running shoe has a drop beyond it; keeps a slip of the pen from giving a negative force.
/// Source: EE.
constexpr Metres kMostDrop{0.020};
/// Impact per kilometre run in the pair, +4.88 % (3.40–6.36) after 500 km: half of the interval
/// over 1.96 as SD. Source: tissue-load-model sections 3.8 and 11 [A].
constexpr double kImpactPerKilometre = 9.8e-5;
constexpr double kImpactPerKilometreSd = (6.36 - 3.40) / 2 / 1.96 / 100 / 500;
/// Nobody measured a pair beyond it. Source: EE; foam that is gone cannot go further.
constexpr Metres kMostWorn{1.5e6};
/// Part of the joint's force that comes from the Achilles tendon in the easy Step:
/// 1.1 × 4.32 of 2.412 + 1.1 × 4.32. Source: tissue-load-model sections 3.4 and 5.
constexpr double kAchillesInJoint = 1.1 * 4.32 / (2.412 + 1.1 * 4.32);
/// The calcaneus: half impact, half joint. Source: tissue-load-model section 4.
constexpr double kImpactInHeel = 0.5;
/// Source: SI.
constexpr double kPerMetre = 1000;

/// What the pair does to a force.
struct Force {
    double factor = 1;
    double sd = 0;
};

double millimetres_below(Metres reference, Metres drop) {
    return (reference - std::clamp(drop, Metres(0), kMostDrop)).value() * kPerMetre;
}

/// The plate itself has no factor; its drop counts like any other.
Force achilles_force(const Shoe& shoe) {
    if (shoe.kind == ShoeKind::minimal) {
        return {kMinimal, kMinimalSd};
    }
    if (!shoe.drop) {
        return {};
    }
    const double factor = std::clamp(1 + kPerMillimetre * millimetres_below(kUsualDrop, *shoe.drop),
                                     kLeastFactor, kMostFactor);
    return {factor, kDropSd * std::abs(factor - 1)};
}

Force insertion_force(const Shoe& shoe) {
    const Force tendon = achilles_force(shoe);
    if (!shoe.drop) {
        return tendon;
    }
    const double index =
        1 + kInsertionPerMillimetre * millimetres_below(kInsertionDrop, *shoe.drop);
    return {tendon.factor * index, std::hypot(tendon.sd, kDropSd * (index - 1))};
}

Force joint_force(const Shoe& shoe) {
    const Force tendon = achilles_force(shoe);
    return {1 + kAchillesInJoint * (tendon.factor - 1), kAchillesInJoint * tendon.sd};
}

Force heel_force(const Shoe& shoe, Metres worn) {
    const double kilometres = std::clamp(worn, Metres(0), kMostWorn).value() / kPerMetre;
    const Force joint = joint_force(shoe);
    const double impact = 1 + kImpactPerKilometre * kilometres;
    return {kImpactInHeel * impact + (1 - kImpactInHeel) * joint.factor,
            std::hypot(kImpactInHeel * kImpactPerKilometreSd * kilometres,
                       (1 - kImpactInHeel) * joint.sd)};
}

ShoeEffect effect_of(const Force& force, double exponent) {
    return {std::pow(force.factor, exponent), force.sd};
}

}  // namespace

const Shoe* shoe_of(const ActivitySummary& activity, const CaseFile& case_file) {
    if (activity.shoe.empty()) {
        return nullptr;
    }
    const auto pair = std::ranges::find(case_file.shoes, activity.shoe, &Shoe::name);
    return pair == case_file.shoes.end() ? nullptr : &*pair;
}

std::vector<Metres> worn_before(const CaseFile& case_file) {
    std::map<std::string_view, double> worn;
    for (const Shoe& shoe : case_file.shoes) {
        worn.try_emplace(shoe.name, known_or_zero(shoe.distance_before.value()));
    }
    std::vector<std::size_t> by_start;
    for (std::size_t i = 0; i < case_file.activities.size(); ++i) {
        const ActivitySummary& activity = case_file.activities[i];
        if (is_run(activity) && !activity.shoe.empty()) {
            by_start.push_back(i);
        }
    }
    std::ranges::sort(by_start, {}, [&](std::size_t i) {
        const ActivitySummary& activity = case_file.activities[i];
        return std::pair(activity.started_at, known_or_zero(activity.distance.value()));
    });
    std::vector<Metres> before(case_file.activities.size());
    for (const std::size_t i : by_start) {
        const ActivitySummary& activity = case_file.activities[i];
        const auto pair = worn.find(activity.shoe);
        if (pair != worn.end()) {
            before[i] = Metres(pair->second);
            pair->second += known_or_zero(activity.distance.value());
        }
    }
    return before;
}

ShoeEffect shoe_effect(Tissue tissue, const Shoe& shoe, Metres worn) {
    switch (tissue) {
    case Tissue::achilles:
    case Tissue::plantar_fascia: return effect_of(achilles_force(shoe), kTendonExponent);
    case Tissue::achilles_insertion: return effect_of(insertion_force(shoe), kTendonExponent);
    case Tissue::calcaneus: return effect_of(heel_force(shoe, worn), kBoneExponent);
    case Tissue::ankle_joint: return effect_of(joint_force(shoe), kJointExponent);
    case Tissue::tibia:
    case Tissue::tibialis_posterior:
    case Tissue::peroneals:
    case Tissue::lateral_ligaments: break;
    }
    return {};
}

}  // namespace footsure::load
