// SPDX-License-Identifier: Apache-2.0
#include "merge/running_cadence.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <vector>

namespace footsure::merge {

namespace {

constexpr double kFewestSteps = 120;

}  // namespace

double steps_per_cycle(std::span<const double> cadences) {
    std::vector<double> moving;
    std::ranges::copy_if(cadences, std::back_inserter(moving), [](double v) { return v > 0; });
    if (moving.empty()) {
        return 1;
    }
    const auto middle = moving.begin() + static_cast<std::ptrdiff_t>(moving.size() / 2);
    std::ranges::nth_element(moving, middle);
    return *middle < kFewestSteps ? 2 : 1;
}

void count_steps(Activity& activity) {
    const auto& raw = activity.records.cadence.raw();
    double factor = steps_per_cycle(raw);
    for (Leg& leg : activity.legs) {
        if (leg.average_cadence) {
            const double mean = leg.average_cadence->value();
            factor = raw.empty() ? steps_per_cycle(std::span(&mean, 1)) : factor;
            leg.average_cadence = *leg.average_cadence * factor;
        }
    }
    if (factor > 1 && !raw.empty()) {
        std::vector<double> steps(raw);
        std::ranges::for_each(steps, [&](double& value) { value *= factor; });
        activity.records.cadence = Column<Cadence>(std::move(steps));
    }
}

}  // namespace footsure::merge
