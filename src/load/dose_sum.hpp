// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/dose_band.hpp"
#include "load/load.hpp"
#include "load/step_dose.hpp"

#include <array>
#include <optional>

namespace footsure::load {

/// Source: EE; no person is faster, so this is a vehicle or a jump of the position.
inline constexpr MetresPerSecond kFastestPerson{12.5};

/// A stretch of movement at one speed; what no sensor gave is absent.
struct Segment {
    MetresPerSecond speed;
    Seconds duration;
    std::optional<Cadence> cadence = {};
    std::optional<Seconds> stance_time = {};
    std::optional<Metres> vertical_oscillation = {};
    std::optional<Share> balance = {};  ///< the left foot's share of the contact time
    std::optional<Degrees> slope = {};
    Terrain ground = Terrain::unknown;
};

using TissueDoses = std::array<TissueDose, kTissues.size()>;

/// Adds up the dose of one Activity, Segment by Segment; allocates nothing.
/// Source: tissue-load-model section 5.
class DoseSum {
public:
    explicit DoseSum(const RunnerTraits& runner);
    /// Standing adds nothing; walking adds as in section 3.7.
    void add(const Segment& segment);

    [[nodiscard]] Metres covered() const { return covered_; }

    [[nodiscard]] Seconds moving() const { return inputs_.running + inputs_.walking; }

    [[nodiscard]] Seconds running() const { return inputs_.running; }

    /// What was not used as it came: stance times, cadences and speeds.
    [[nodiscard]] const Cleaned& cleaned() const { return cleaned_; }

    [[nodiscard]] TissueDoses doses(Grain grain) const;
    [[nodiscard]] DoseQuality quality(Grain grain) const;

private:
    void add_running(const Segment& segment, const StepTiming& timing);
    void add_walking(const Segment& segment);
    void count_inputs(const StepTiming& timing, const Segment& segment);
    void stand_on(Terrain ground, Seconds duration);

    StepSetting setting_;
    StepDose step_dose_;
    PerTissue both_{};  ///< easy-km of each leg, where nothing tells the legs apart
    PerTissue left_{};
    PerTissue right_{};
    PerTissue walked_{};  ///< part of both_
    Metres covered_;
    InputTimes inputs_;
    Cleaned cleaned_;
};

/// An Activity of which only totals are known, as one Segment.
/// Needs: finite values, not negative; zero is "unknown", and not both are zero.
[[nodiscard]] Segment segment_of_totals(Metres distance, Seconds time);

/// No dose, each entry under its Tissue.
[[nodiscard]] TissueDoses no_doses();

}  // namespace footsure::load
