// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace footsure::load {

/// Of a sample; 0 for fewer than two values.
[[nodiscard]] double sd_of(const std::vector<double>& values);

}  // namespace footsure::load
