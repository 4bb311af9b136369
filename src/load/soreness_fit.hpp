// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/soreness_series.hpp"

namespace footsure::load {

/// A Morning whose load is known.
struct LoadedMorning {
    Day day;
    double soreness = 0;
    double load = 0;
};

/// The line of soreness over load within one Runner, and what is usual for her.
struct SorenessFit {
    double correlation = 0;  ///< of own mornings alone
    double low = 0;          ///< its 95 % interval
    double high = 0;
    double slope = 0;  ///< drawn toward the population's by how little own data there are
    double mean_load = 0;
    double mean_soreness = 0;
    double soreness_sd = 0;
    double residual_sd = 0;  ///< around the line
    double median = 0;
    double usual_high = 0;  ///< own 90th percentile

    [[nodiscard]] double at(double load) const {
        return mean_soreness + slope * (load - mean_load);
    }
};

/// Needs: mornings by day. Gives: nothing when either hardly varies.
[[nodiscard]] std::optional<SorenessFit> soreness_fit(std::span<const LoadedMorning> mornings);

}  // namespace footsure::load
