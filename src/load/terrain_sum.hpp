// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/climb.hpp"
#include "load/dose_sum.hpp"
#include "load/path_shape.hpp"
#include "load/running_part.hpp"

namespace footsure::load {

/// The spread of pace that the slope does not explain.
class PaceUnrest {
public:
    void add(Degrees slope, MetresPerSecond speed, double time);

    /// Relative to the mean speed at like slope.
    [[nodiscard]] double sd() const;

private:
    struct Bin {
        double time = 0;
        double sum = 0;
        double squares = 0;
    };

    /// Bins of slope 2° wide over 25 % either way. Source: EE.
    static constexpr Degrees kBin{2};
    static constexpr Degrees kLowest{-15};
    static constexpr std::size_t kBins = 15;

    std::array<Bin, kBins> bins_{};
};

/// The ground of one Activity's running, Segment by Segment; allocates nothing. As the device says,
/// else as grade and the roughness of track and pace show it, else unknown. A road cannot be told
/// from a good path, nor rough trail from smooth, so only track and trail are inferred.
/// Needs: an Activity and its running part that outlive it.
class TerrainSum {
public:
    TerrainSum(const Activity& activity, const RunningPart& part)
        : activity_(activity), part_(part) {}

    /// Needs: a running Segment and the Record it ends at.
    void add(const Segment& segment, std::size_t record);

    [[nodiscard]] RunTerrain terrain() const;

private:
    void climb(std::size_t record);
    void add_slope(Degrees slope, MetresPerSecond speed, double time);
    [[nodiscard]] Terrain inferred() const;

    const Activity& activity_;
    const RunningPart& part_;
    Climb climb_;
    PathShape path_;
    PaceUnrest pace_;
    Instant measured_at_{};
    double time_ = 0;  ///< of running whose slope is known, s; so the next three
    double hilly_ = 0;
    double steep_ = 0;
    double steep_down_ = 0;
};

}  // namespace footsure::load
