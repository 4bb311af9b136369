// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace footsure::load {

/// The middle value, the mean of the two in the middle of an even count. Needs: at least one.
[[nodiscard]] double median_of(std::vector<double> values);
/// Of a sample; 0 for fewer than two values.
[[nodiscard]] double sd_of(const std::vector<double>& values);

}  // namespace footsure::load
