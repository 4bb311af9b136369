// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace footsure::merge {

/// Calls `take` with the member pointer of each channel of Records.
template <class F>
void for_each_channel(F take) {
    constexpr auto kChannels = std::tuple(
        &Records::latitude, &Records::longitude, &Records::altitude, &Records::distance,
        &Records::speed, &Records::heart_rate, &Records::cadence, &Records::stance_time,
        &Records::vertical_oscillation, &Records::stance_time_balance, &Records::step_length,
        &Records::vertical_ratio, &Records::stance_share, &Records::power);
    std::apply([&take](auto... channel) { (take(channel), ...); }, kChannels);
}

[[nodiscard]] inline std::size_t present(std::span<const double> values) {
    return static_cast<std::size_t>(
        std::ranges::count_if(values, [](double value) { return !std::isnan(value); }));
}

/// The values at `picked`; empty when there is none among them.
[[nodiscard]] std::vector<double> pick(std::span<const double> values,
                                       std::span<const std::size_t> picked);

/// The Records at `picked`, in that order.
[[nodiscard]] Records pick(const Records& records, std::span<const std::size_t> picked);

/// For each instant the index of the nearest of `at`, or `at.size()` when none is near.
[[nodiscard]] std::vector<std::size_t> nearest(std::span<const Instant> instants,
                                               std::span<const Instant> at);

/// Moves all times of an Activity.
void shift(Activity& activity, std::chrono::microseconds by);

}  // namespace footsure::merge
