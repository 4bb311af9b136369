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

/// What one Step adds to the dose of each Tissue, 1 = the easy level Step; by tables, within 1e-5
/// of the powers of `force_ratios`. Source: tissue-load-model sections 3 to 5.
class StepDose {
public:
    explicit StepDose(const StepSetting& setting);

    /// Active peak over that of the easy Step.
    [[nodiscard]] double force(const StepInput& step) const;
    /// Steps of both feet per minute, measured or the population's.
    [[nodiscard]] double cadence(const StepInput& step) const;
    /// `force`: that of the leg, over the easy Step's.
    [[nodiscard]] PerTissue doses(double force, MetresPerSecond speed, Degrees slope) const;

private:
    StepSetting setting_;
    double surface_ = 1;   ///< factor of the Achilles force
    double fascia_ = 1;    ///< of the plantar fascia, from strike
    double impact_ = 1;    ///< of the impact, from strike
    double peroneal_ = 1;  ///< Steps count so often
    double ligament_ = 1;  ///< Steps count so often
};

/// How often a Step on this ground may catch the ankle, 1 = road.
/// Source: tissue-load-model section 3.6 (range of technical trail 4–12) [G].
[[nodiscard]] double catches(Terrain ground);

/// Factor of the Achilles force on this ground against road. Source: tissue-load-model section 3.2.
[[nodiscard]] double ground_force(Terrain ground);

}  // namespace footsure::load
