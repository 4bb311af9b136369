// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/step_peaks.hpp"
#include "model/tissue.hpp"

#include <array>

namespace footsure::load {

/// One value for each Tissue, in the order of kTissues.
using PerTissue = std::array<double, kTissues.size()>;

/// Fatigue exponent b: dose grows with force to its power.
/// Source: tissue-load-model section 4: tendons 7 (5–10) [A], bone 6.6 (5–9) [G], joint 5 (3–12)
/// [G], ligaments 1.
inline constexpr PerTissue kFatigueExponents{7, 6.6, 7, 7, 7, 7, 6.6, 5, 1};

/// The three that Tissues share.
inline constexpr double kTendonExponent = kFatigueExponents[index_of(Tissue::achilles)];
inline constexpr double kBoneExponent = kFatigueExponents[index_of(Tissue::tibia)];
inline constexpr double kJointExponent = kFatigueExponents[index_of(Tissue::ankle_joint)];

/// Steps of one leg in an easy kilometre. Source: tissue-load-model section 5, reference.
inline constexpr double kEasySteps = 466;
/// A brisk walking step where no cadence was recorded. Source: EE.
inline constexpr Metres kWalkingStep{0.75};

/// No Step counts as a force beyond this multiple of the easy Step.
/// Source: tissue-load-model section 5, last line (EE).
inline constexpr double kMostForce = 1.6;

/// What of the runner and the ground is the same for many Steps.
struct StepSetting {
    std::optional<Metres> height;
    Share forefoot_strike = kUnknownStrike;
    Terrain ground = Terrain::unknown;
};

/// The forces of one Step over those of the easy level Step, where force is what a Tissue feels.
/// For the peroneals and the ligaments the ground is left out: see `ground_counts`.
/// Needs: running inside the ranges of tissue-load-model section 1.
[[nodiscard]] PerTissue force_ratios(const StepInput& step, const StepSetting& setting);

/// Timing as measured; a stance time is only of use with its cadence.
struct StepTiming {
    std::optional<Cadence> cadence;
    std::optional<Seconds> stance_time;
};

/// One leg's Step as its tissues feel it.
struct LegStep {
    double force = 1;  ///< active peak over that of the easy Step
    MetresPerSecond speed;
    Degrees slope;
};

/// What one Step adds to the dose of each Tissue, 1 = the easy level Step; by tables, within 1e-5
/// of the powers of `force_ratios`. Source: tissue-load-model sections 3 to 5.
class StepDose {
public:
    explicit StepDose(const StepSetting& setting);

    /// Active peak over that of the easy Step.
    [[nodiscard]] double force(MetresPerSecond speed, Degrees slope,
                               const StepTiming& timing) const;
    /// The population's steps of both feet per minute.
    [[nodiscard]] Cadence cadence(MetresPerSecond speed, Degrees slope) const;
    /// Adds `times` Steps. `force`: that of the leg, over the easy Step's.
    void add(const LegStep& step, double times, PerTissue& doses) const;

private:
    StepSetting setting_;
    // Achilles force over that of the easy Step: force × (lever_ + lever_per_speed_ × speed), by
    // the ground's factor; the same for the others.
    double easy_force_ = 1;
    double lever_ = 0;
    double lever_per_speed_ = 0;
    double joint_per_force_ = 0;
    double joint_per_achilles_ = 0;
    double tibia_ = 0;
    double tibia_per_force_ = 0;
    double tibia_per_speed_ = 0;
    double fascia_ = 1;   ///< of the plantar fascia, from strike
    double impact_ = 1;   ///< of the impact, from strike
    double catches_ = 1;  ///< Steps count so often for peroneals and ligaments
};

/// How often a Step on this ground may catch the ankle, 1 = road.
/// Source: tissue-load-model section 3.6 (range of technical trail 4–12) [G].
[[nodiscard]] double catches(Terrain ground);

/// Factor of the Achilles force on this ground against road. Source: tissue-load-model section 3.2.
[[nodiscard]] double ground_force(Terrain ground);

}  // namespace footsure::load
