// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"
#include "validate/statistics.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace footsure::validate {

/// How well one load score tells the day of an injury from a healthy day of these athletes.
struct LogScore {
    std::string of;
    int rows = 0;  ///< on which it is defined
    int injuries = 0;
    double auc = 0;
    Interval interval;     ///< athletes are drawn; a row of an unknown athlete is one of its own
    double published = 0;  ///< NaN: none
    double gain = 0;       ///< its AUC less that of last week's km on the same rows
    Interval gain_interval;
};

/// Needs: the folder lovdal2021. Uses only rows of `sample` random; the others are selected.
[[nodiscard]] Result<std::vector<LogScore>, std::string>
log_scores(const std::filesystem::path& lovdal);
[[nodiscard]] std::string text_of(const std::vector<LogScore>& scores);

}  // namespace footsure::validate
