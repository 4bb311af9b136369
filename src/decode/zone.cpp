// SPDX-License-Identifier: Apache-2.0
#include "decode/zone.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace footsure::decode {

UtcOffset offset_at(GeoDegrees longitude) {
    constexpr double kDegreesAnHour = 15;
    const double hours = std::round(longitude.value() / kDegreesAnHour);
    return std::chrono::hours(static_cast<int>(hours));
}

void complete_offset(Activity& activity) {
    if (activity.local_offset) {
        if (activity.offset_quality == OffsetQuality::unknown) {
            activity.offset_quality = OffsetQuality::recorded;
        }
        return;
    }
    const std::vector<double>& longitudes = activity.records.longitude.raw();
    const auto first =
        std::ranges::find_if(longitudes, [](double value) { return std::isfinite(value); });
    if (first != longitudes.end()) {
        activity.local_offset = offset_at(GeoDegrees(*first));
        activity.offset_quality = OffsetQuality::position;
    }
}

}  // namespace footsure::decode
