// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

#include <array>

namespace footsure::load {

enum class Surface : std::uint8_t { road, treadmill };

/// Source: EE; no person is faster, so this is a vehicle or a jump of the position.
inline constexpr MetresPerSecond kFastestPerson{12.5};

/// A stretch of movement at one speed; what no sensor gave is absent.
struct Segment {
    MetresPerSecond speed;
    Seconds duration;
    std::optional<Cadence> cadence = {};
    std::optional<Seconds> stance_time = {};
    std::optional<Metres> vertical_oscillation = {};
    std::optional<Degrees> slope = {};
    Surface surface = Surface::road;
};

/// How finely an Activity was cut into Segments, best first.
enum class Grain : std::uint8_t { records, laps, totals, half_of_totals };

using TissueDoses = std::array<TissueDose, kTissues.size()>;

/// Adds up the dose of one Activity, Segment by Segment; allocates nothing.
/// Source: tissue-load-model section 5.
class DoseSum {
public:
    explicit DoseSum(const RunnerTraits& runner);
    /// Standing adds nothing; walking adds as in section 3.7.
    void add(const Segment& segment);

    [[nodiscard]] Metres covered() const { return covered_; }

    [[nodiscard]] Seconds moving() const { return running_ + walking_; }

    [[nodiscard]] TissueDoses doses(Grain grain) const;
    [[nodiscard]] DoseQuality quality(Grain grain) const;

private:
    void add_running(const Segment& segment);
    void add_walking(const Segment& segment);
    void count_inputs(const StepInput& step, Seconds duration);
    [[nodiscard]] StepInput step_of(const Segment& segment) const;
    [[nodiscard]] double force_sd(Tissue tissue, Grain grain) const;

    RunnerTraits runner_;
    EasyKm achilles_running_;
    EasyKm achilles_walking_;
    EasyKm tibia_running_;
    Metres covered_;
    Seconds running_;
    Seconds walking_;
    Seconds with_cadence_;
    Seconds with_stance_;
    Seconds with_slope_;
    Seconds on_hills_;
};

/// An Activity of which only totals are known, as one Segment.
/// Needs: finite values, not negative; zero is "unknown", and not both are zero.
[[nodiscard]] Segment segment_of_totals(Metres distance, Seconds time);

/// No dose, each entry under its Tissue.
[[nodiscard]] TissueDoses no_doses();

}  // namespace footsure::load
