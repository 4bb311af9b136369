// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <filesystem>
#include <string>

namespace footsure::validate {

/// Right over left of each measured runner-speed: the force against one over the stance time.
struct SideRatios {
    int pairs = 0;
    double correlation = 0;  ///< of the two logarithms
    double slope = 0;        ///< measured over predicted logarithm; 1 = as the rule says
    double error = 0;        ///< median of |predicted / measured - 1| in percent
    double no_model = 0;     ///< the same for "both sides alike"
    double spread = 0;       ///< SD of the measured ratio in percent
};

/// Needs: the folder of the biomechanics tables.
[[nodiscard]] Result<SideRatios, std::string> side_ratios(const std::filesystem::path& biomech);
[[nodiscard]] std::string text_of(const SideRatios& ratios);

}  // namespace footsure::validate
