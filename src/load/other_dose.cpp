// SPDX-License-Identifier: Apache-2.0
#include "load/known_value.hpp"
#include "load/outing.hpp"
#include "load/step_dose.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace footsure::load {

namespace {

// Every number is of one leg, in body weights on the scale of the model, and counts against the
// easy Step of section 5.

/// Source: tissue-load-model section 5, reference.
constexpr BodyWeights kEasyVertical{2.412};
constexpr BodyWeights kEasyAchilles{4.32};
constexpr BodyWeights kEasyTibia{7.73};
/// Joint force = vertical force + 1.1 × Achilles force. Source: tissue-load-model section 3.4.
constexpr double kJointPerAchilles = 1.1;
/// The tibia carries the vertical force and what the calf pulls: the share of the Achilles force
/// that gives 7.73 for the easy Step. Source: EE, from tissue-load-model section 5.
constexpr double kTibiaPerAchilles =
    (kEasyTibia.value() - kEasyVertical.value()) / kEasyAchilles.value();
/// Impact of a landing on the forefoot against one on the heel.
/// Source: tissue-load-model section 3.8 [G].
constexpr double kForefootImpact = 0.5;

/// The lowest, likeliest and highest force of one contact.
struct ForceRange {
    BodyWeights low;
    BodyWeights likely;
    BodyWeights high;
};

/// The edges of each tier, and between them their geometric mean.
/// Source: baxter2021 for 0.5 and 7.3 [A]; exercises.md for the edges between tiers (EE).
constexpr std::array kTierForces{ForceRange{BodyWeights(0), BodyWeights(0), BodyWeights(0)},
                                 ForceRange{BodyWeights(0.5), BodyWeights(0.87), BodyWeights(1.5)},
                                 ForceRange{BodyWeights(1.5), BodyWeights(2.12), BodyWeights(3)},
                                 ForceRange{BodyWeights(3), BodyWeights(3.87), BodyWeights(5)},
                                 ForceRange{BodyWeights(5), BodyWeights(6.04), BodyWeights(7.3)}};
/// Vertical force under one leg. Source: EE; standing on one or two legs bears body weight or half
/// of it; hops land with about 1.5 to 2 times the force of standing up to that of a fast run and
/// more, and nothing we read measured ours.
constexpr ForceRange kStandingOnOne{BodyWeights(1), BodyWeights(1), BodyWeights(1.2)};
constexpr ForceRange kStandingOnTwo{BodyWeights(0), BodyWeights(0.5), BodyWeights(0.6)};
constexpr ForceRange kHopOnOne{BodyWeights(2), BodyWeights(3), BodyWeights(4.5)};
constexpr ForceRange kHopOnTwo{BodyWeights(1), BodyWeights(1.7), BodyWeights(2.5)};

/// Walking at 1.4 m/s, ±20 %. Source: tissue-load-model section 3.7 [G].
constexpr ForceRange kWalkingAchilles{BodyWeights(2.4), BodyWeights(3), BodyWeights(3.6)};
/// Source: EE; a walking Step bears a little more than body weight at its peak.
constexpr ForceRange kWalkingVertical{BodyWeights(1), BodyWeights(1.15), BodyWeights(1.3)};
constexpr MetresPerSecond kWalkingSpeed{1.4};
/// Impact of a walking Step against an easy one: (1.4 / 3)^0.7, and ±30 % as no study was read.
/// Source: tissue-load-model section 3.8 [G], EE for walking.
constexpr std::array kWalkingImpact{0.41, 0.59, 0.77};

/// What an hour of jumping and turning loads a leg with, and the factor of its band. Source: EE; a
/// player covers 6 to 8 km an hour, mostly below an easy run, and each sprint, stop and jump counts
/// for several easy Steps; rope skipping by the tier of EX-55 comes to about 7 an hour.
constexpr EasyKm kPlayPerHour{8};
constexpr double kPlayBand = 2;
/// How often the outer ligaments may be caught, against a road: as on a technical trail.
/// Source: tissue-load-model section 3.6, T 8 (4–12) against 1 (EE for play).
constexpr std::array kPlayTwists{4.0, 8.0, 12.0};
/// Source: SI.
constexpr Seconds kHour{3600};

/// FIT's words of sports in which no foot strikes the ground with more than walking about.
constexpr auto kWithoutImpact = std::to_array<std::string_view>(
    {"cycling",        "swimming",      "rowing",     "e_biking",     "paddling",
     "kayaking",       "canoeing",      "rafting",    "elliptical",   "meditation",
     "breathing",      "driving",       "flying",     "motorcycling", "boating",
     "sailing",        "diving",        "snorkeling", "pool_apnea",   "video_gaming",
     "indoor_cycling", "indoor_rowing", "spin",       "lap_swimming", "open_water"});
/// FIT's words of sports with jumps, sprints and turns, and two that FIT lacks.
constexpr auto kWithTurns = std::to_array<std::string_view>(
    {"soccer", "basketball", "tennis", "american_football", "racket", "team_sport", "rugby",
     "lacrosse", "volleyball", "jump_rope", "handball", "badminton", "squash", "padel"});
constexpr auto kOnFoot = std::to_array<std::string_view>({"walking", "hiking"});

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool among(std::span<const std::string_view> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// A dose of one leg with its band.
struct Band {
    double low = 0;
    double likely = 0;
    double high = 0;

    Band& operator+=(const Band& more) {
        low += more.low;
        likely += more.likely;
        high += more.high;
        return *this;
    }
};

constexpr Band kUnknownBand{kUnknown, kUnknown, kUnknown};

using Doses = std::array<Band, kTissues.size()>;

Doses unknown_doses() {
    Doses doses;
    doses.fill(kUnknownBand);
    return doses;
}

double fatigue(double of_easy, double exponent) {
    return std::pow(std::clamp(of_easy, 0.0, kMostForce), exponent);
}

/// The forces of one contact, one edge of their band.
struct Contact {
    BodyWeights achilles;
    BodyWeights vertical;
    double impact = 0;  ///< of an easy Step's
};

double joint_of_easy(const Contact& contact) {
    return (contact.vertical + contact.achilles * kJointPerAchilles) /
           (kEasyVertical + kEasyAchilles * kJointPerAchilles);
}

/// Dose of a single contact; nothing where the evidence gives no load but in running.
double dose_of(Tissue tissue, const Contact& contact) {
    switch (tissue) {
    case Tissue::achilles:
    case Tissue::achilles_insertion:
    case Tissue::plantar_fascia:
        return fatigue(contact.achilles / kEasyAchilles, kTendonExponent) / kEasySteps;
    case Tissue::tibia:
        return fatigue((contact.vertical + contact.achilles * kTibiaPerAchilles) / kEasyTibia,
                       kBoneExponent) /
               kEasySteps;
    case Tissue::calcaneus:
        return fatigue((contact.impact + joint_of_easy(contact)) / 2, kBoneExponent) / kEasySteps;
    case Tissue::ankle_joint: return fatigue(joint_of_easy(contact), kJointExponent) / kEasySteps;
    case Tissue::tibialis_posterior:
    case Tissue::peroneals:
    case Tissue::lateral_ligaments: break;
    }
    return kUnknown;
}

/// The same contact at both edges of what is known, and where it likely lies.
struct ContactRange {
    Contact low;
    Contact likely;
    Contact high;
};

Doses doses_of(const ContactRange& contact, double contacts) {
    Doses doses;
    for (const Tissue tissue : kTissues) {
        doses[index_of(tissue)] = {contacts * dose_of(tissue, contact.low),
                                   contacts * dose_of(tissue, contact.likely),
                                   contacts * dose_of(tissue, contact.high)};
    }
    return doses;
}

const ForceRange& vertical_of(const ExerciseDefinition& exercise) {
    if (exercise.impact == Impact::hop) {
        return exercise.one_leg ? kHopOnOne : kHopOnTwo;
    }
    return exercise.one_leg ? kStandingOnOne : kStandingOnTwo;
}

Contact contact_of(const ExerciseDefinition& exercise, BodyWeights ForceRange::* edge) {
    const BodyWeights vertical = vertical_of(exercise).*edge;
    const BodyWeights achilles = kTierForces.at(static_cast<std::size_t>(exercise.tier)).*edge;
    const double impact =
        exercise.impact == Impact::hop ? kForefootImpact * (vertical / kEasyVertical) : 0;
    return {achilles, vertical, impact};
}

Doses doses_of(const ExerciseDefinition& exercise, const ExerciseDone& done) {
    const bool loads = exercise.tier != LoadTier::none;
    if (loads && (done.sets <= 0 || done.repetitions <= 0)) {
        return unknown_doses();
    }
    const double contacts =
        loads ? static_cast<double>(done.sets) * static_cast<double>(done.repetitions) : 0;
    return doses_of({contact_of(exercise, &ForceRange::low),
                     contact_of(exercise, &ForceRange::likely),
                     contact_of(exercise, &ForceRange::high)},
                    contacts);
}

/// Nothing where neither distance nor time is known.
Doses walking_doses(const ActivitySummary& summary) {
    const double distance = known_or_zero(summary.distance.value());
    const Metres walked = distance > 0 ? Metres(distance) : kWalkingSpeed * running_time(summary);
    if (!(walked.value() > 0)) {
        return unknown_doses();
    }
    const auto [low, likely, high] = kWalkingImpact;
    return doses_of({{kWalkingAchilles.low, kWalkingVertical.low, low},
                     {kWalkingAchilles.likely, kWalkingVertical.likely, likely},
                     {kWalkingAchilles.high, kWalkingVertical.high, high}},
                    walked / kWalkingStep / 2);
}

Doses play_doses(const ActivitySummary& summary) {
    const Seconds time = running_time(summary);
    if (!(time.value() > 0)) {
        return unknown_doses();
    }
    const double played = kPlayPerHour.value() * (time / kHour);
    Doses doses;
    doses.fill({played / kPlayBand, played, played * kPlayBand});
    Band& twists = doses[index_of(Tissue::lateral_ligaments)];
    const auto [low, likely, high] = kPlayTwists;
    twists = {twists.low * low, twists.likely * likely, twists.high * high};
    return doses;
}

Doses doses_of_sport(const ActivitySummary& summary) {
    if (among(kWithoutImpact, summary.sport)) {
        return {};
    }
    if (among(kOnFoot, summary.sport)) {
        return walking_doses(summary);
    }
    return among(kWithTurns, summary.sport) ? play_doses(summary) : unknown_doses();
}

void add(Doses& sum, const Doses& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += more[i];
    }
}

/// What each leg did.
struct BothLegs {
    Doses left{};
    Doses right{};
};

/// An exercise that nobody defined makes the whole unknown, never smaller.
BothLegs doses_of_exercises(const ActivitySummary& summary,
                            std::span<const ExerciseDefinition> exercises) {
    BothLegs legs;
    for (const ExerciseDone& done : summary.exercises) {
        const auto known = std::ranges::find(exercises, done.exercise, &ExerciseDefinition::id);
        const Doses doses = known == exercises.end() ? unknown_doses() : doses_of(*known, done);
        if (done.side != Side::right) {
            add(legs.left, doses);
        }
        if (done.side != Side::left) {
            add(legs.right, doses);
        }
    }
    return legs;
}

TissueDose mean_of(Tissue tissue, const Band& left, const Band& right) {
    const double both = left.likely + right.likely;
    return {.tissue = tissue,
            .dose = EasyKm(both / 2),
            .low = EasyKm((left.low + right.low) / 2),
            .high = EasyKm((left.high + right.high) / 2),
            .left_share = Share(both > 0 ? left.likely / both : 0.5)};
}

}  // namespace

void dose_without_running(ActivitySummary& summary, std::span<const ExerciseDefinition> exercises) {
    if (is_run(summary)) {
        return;
    }
    BothLegs legs;
    if (summary.exercises.empty()) {
        legs.left = doses_of_sport(summary);
        legs.right = legs.left;
    } else {
        legs = doses_of_exercises(summary, exercises);
    }
    for (const Tissue tissue : kTissues) {
        const std::size_t i = index_of(tissue);
        summary.doses[i] = mean_of(tissue, legs.left[i], legs.right[i]);
    }
    const bool known = !std::isnan(legs.left[index_of(Tissue::achilles)].likely +
                                   legs.right[index_of(Tissue::achilles)].likely);
    summary.quality = known ? DoseQuality::distance_and_time : DoseQuality::none;
}

}  // namespace footsure::load
