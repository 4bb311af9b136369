// SPDX-License-Identifier: Apache-2.0
#include "load/fast_speed.hpp"

#include "load/step_peaks.hpp"

#include <algorithm>

namespace footsure::load {

namespace {

constexpr Share kFastPart{0.1};  // Source: our definition, a tenth
/// Source: EE; a tenth of less is a few seconds.
constexpr Seconds kLeastRunning{60};

}  // namespace

void FastSpeed::add(const Segment& segment) {
    if (!(segment.speed >= kRunningSpeed.low) || segment.speed > kFastestPerson) {
        return;
    }
    const double place = segment.speed.value() * kBinsPerSpeed;
    speeds_[std::min(static_cast<std::size_t>(place), kBins - 1)].add(segment.speed.value(),
                                                                      segment.duration.value());
    running_ += segment.duration.value();
}

std::optional<MetresPerSecond> FastSpeed::value() const {
    if (running_ < kLeastRunning.value()) {
        return std::nullopt;
    }
    double faster = 0;
    for (std::size_t bin = kBins; bin-- > 0;) {
        faster += speeds_[bin].weight();
        if (speeds_[bin].weight() > 0 && faster >= kFastPart.value() * running_) {
            return MetresPerSecond(speeds_[bin].value());
        }
    }
    return std::nullopt;
}

}  // namespace footsure::load
