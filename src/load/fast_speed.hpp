// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/dose_sum.hpp"
#include "load/mean.hpp"

#include <algorithm>

namespace footsure::load {

/// How fast the Runner was in the fastest tenth of the running time.
class FastSpeed {
public:
    void add(const Segment& segment);

    /// The speed that was reached in it; absent when the running is too short.
    [[nodiscard]] std::optional<MetresPerSecond> value() const;

private:
    /// Bins of 0.05 m/s up to the fastest person. Source: EE, finer than watches are.
    static constexpr double kBinsPerSpeed = 20;
    static constexpr std::size_t kBins = 250;

    std::array<Mean, kBins> speeds_{};
    double running_ = 0;  ///< s
};

}  // namespace footsure::load
