// SPDX-License-Identifier: Apache-2.0
#include "load/statistics.hpp"

#include <cmath>

namespace footsure::load {

double sd_of(const std::vector<double>& values) {
    if (values.size() < 2) {
        return 0;
    }
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace footsure::load
