// SPDX-License-Identifier: Apache-2.0
#include "footsure/amounts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace footsure::app {

namespace {

constexpr int kSecondsPerMinute = 60;

}  // namespace

std::string time_words(Seconds time) {
    const auto minutes = static_cast<int>(std::floor(time.value() / kSecondsPerMinute + 1e-4));
    return minutes < kSecondsPerMinute ? fmt::format("{} min", minutes)
                                       : fmt::format("{} h {:02} min", minutes / kSecondsPerMinute,
                                                     minutes % kSecondsPerMinute);
}

std::string distance_words(Metres distance) {
    return fmt::format("{:.1f} km", std::floor(distance.value() / 100 + 1e-4) / 10);
}

std::string mark(Certainty certainty) {
    if (certainty == Certainty::read || certainty == Certainty::derived) {
        return "";
    }
    return fmt::format(" [{}]", certainty == Certainty::expert_estimate ? "expert estimate"
                                                                        : word(certainty));
}

}  // namespace footsure::app
