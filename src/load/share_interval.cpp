// SPDX-License-Identifier: Apache-2.0
#include "load/share_interval.hpp"

#include "model/result.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace footsure::load {

namespace {

struct Interval {
    double share = 0;
    double low = 0;
    double high = 0;
};

/// The share with its score interval (Source: Wilson 1927).
Interval wilson(SoreCount count, double z) {
    // Source: Wilson 1927, the factor of z²/4n² under the root.
    constexpr double kQuarter = 0.25;
    const double n = count.mornings;
    const double p = count.sore / n;
    const double spread = z * std::sqrt(p * (1 - p) / n + kQuarter * z * z / (n * n));
    const double centre = p + z * z / (2 * n);
    const double scale = 1 + z * z / n;
    return {p, (centre - spread) / scale, (centre + spread) / scale};
}

/// Correlation of each day with the one before it; 0 where nothing varies.
double lag_one(std::span<const double> values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double variance = 0;
    double together = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        variance += (values[i] - mean) * (values[i] - mean) / n;
        together += i == 0 ? 0 : (values[i - 1] - mean) * (values[i] - mean) / (n - 1);
    }
    return variance > 0 ? together / variance : 0;
}

}  // namespace

double deviations_for(double outside) {
    expects(outside > 0 && outside < 1, "a probability between 0 and 1 stays outside");
    // Source: numerics; 40 deviations leave less outside than a double can hold, and 60 halvings
    // of that stretch leave less than its last digit.
    constexpr double kFarthest = 40;
    constexpr int kHalvings = 60;
    double low = 0;
    double high = kFarthest;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (std::erfc(middle / std::numbers::sqrt2) > outside ? low : high) = middle;
    }
    return (low + high) / 2;
}

ShareDifference difference_of(SoreCount with, SoreCount without, double deviations) {
    expects(with.mornings > 0 && without.mornings > 0, "both sides have a morning");
    const Interval a = wilson(with, deviations);
    const Interval b = wilson(without, deviations);
    const double difference = a.share - b.share;
    return {difference, difference - std::hypot(a.share - a.low, b.high - b.share),
            difference + std::hypot(a.high - a.share, b.share - b.low)};
}

double widening_by_streaks(std::span<const double> sore, std::span<const double> had) {
    expects(sore.size() == had.size(), "each day says both");
    // Source: our choice; keeps the root finite where all days but a few are one long streak.
    constexpr double kMostTogether = 0.9;
    const double both = std::clamp(lag_one(sore) * lag_one(had), 0.0, kMostTogether);
    return std::sqrt((1 + both) / (1 - both));
}

}  // namespace footsure::load
