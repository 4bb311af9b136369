// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trials.hpp"

#include <string>
#include <vector>

namespace footsure::simulation {

struct Interval {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// Wilson's 95 % interval of a share.
[[nodiscard]] Interval share_of(int count, int all);
/// Median with a 95 % bootstrap interval; those who never came back are infinitely late.
[[nodiscard]] Interval median_of(const std::vector<double>& values, Dice& dice);

struct ReportInput {
    std::vector<std::string> policies;  ///< ours is the first
    std::vector<Trial> trials;
    int days = 0;
};

/// Per trouble and policy: weeks to return, hurt anew, runs above capacity. As Markdown.
[[nodiscard]] std::string results_table(const ReportInput& input);
/// Where another policy returns sooner without hurting more, or hurts less. As Markdown.
[[nodiscard]] std::string losses_table(const ReportInput& input);
/// What all of it rests on.
[[nodiscard]] std::string assumptions(int days);

}  // namespace footsure::simulation
