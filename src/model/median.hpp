// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace footsure {

/// The middle value, the mean of the two in the middle of an even count. Needs: at least one.
[[nodiscard]] double median_of(std::vector<double> values);

}  // namespace footsure
