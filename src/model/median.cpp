// SPDX-License-Identifier: Apache-2.0
#include "model/median.hpp"

#include "model/result.hpp"

#include <algorithm>

namespace footsure {

double median_of(std::vector<double> values) {
    expects(!values.empty(), "a median needs a value");
    std::ranges::sort(values);
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

}  // namespace footsure
