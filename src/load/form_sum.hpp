// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/mean.hpp"
#include "load/running_part.hpp"
#include "load/step_channels.hpp"

namespace footsure::load {

/// Means over the level running of one Activity, Segment by Segment; allocates nothing there.
/// Where no altitude was recorded the ground counts as level.
/// Needs: an Activity that outlives it.
class FormSum {
public:
    FormSum(const Activity& activity, const RunningPart& part);

    /// Needs: the Record that the Segment ends at.
    void add(const Segment& segment, std::size_t record);

    /// `measured` is zero when steps were counted for too short a time.
    [[nodiscard]] RunForm form() const;

private:
    struct Bin {
        Mean cadence;
        Mean stance_time;
    };

    /// Bins of speed 0.2 m/s wide over the accepted 1.8 to 6.5 m/s. Source: EE for the width, over
    /// which stance time changes by about 3 % and cadence by 1 %.
    static constexpr MetresPerSecond kBin{0.2};
    static constexpr std::size_t kBins = 24;
    using Third = std::array<Bin, kBins>;

    void add_to_third(Third& third, const Segment& segment, const StepReading& reading);
    [[nodiscard]] std::optional<double> drift(Mean Bin::* channel) const;

    StepChannels channels_;
    const std::vector<Instant>& at_;
    Instant first_ends_ = Instant::min();
    Instant last_begins_ = Instant::max();
    Mean speed_;
    Mean cadence_;
    Mean stance_time_;
    Mean oscillation_;
    Mean balance_;
    Third first_{};
    Third last_{};
};

}  // namespace footsure::load
