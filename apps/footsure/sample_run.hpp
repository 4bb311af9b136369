// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/time.hpp"
#include "model/units.hpp"

#include <cstdint>
#include <vector>

namespace footsure::app {

/// Random numbers that are the same with every compiler and library (SplitMix64).
class SampleRandom {
public:
    explicit SampleRandom(std::uint64_t seed) : state_(seed) {}

    /// Evenly spread over [0, 1).
    double uniform();
    /// About normal with mean 0 and standard deviation 1, never beyond 3.5.
    double normal();

private:
    std::uint64_t state_;
};

/// A stretch of a run at one intended pace.
struct Stretch {
    Metres length;
    MetresPerSecond speed;
};

/// What the sample runner sets out to do.
struct PlannedRun {
    Instant start;
    std::vector<Stretch> stretches;
    double hilliness = 1;  ///< 1 is her usual, nearly level loop
    Share balance{0.5};    ///< the left foot's share of contact time
    std::uint64_t seed = 0;
};

/// What her watch would have recorded, one Record in five seconds.
[[nodiscard]] Activity record_run(const PlannedRun& plan);

}  // namespace footsure::app
