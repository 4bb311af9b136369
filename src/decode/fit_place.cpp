// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_place.hpp"

#include "decode/zone.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::decode {
namespace {

std::optional<UtcOffset> offset_of_place(const Column<GeoDegrees>& longitude) {
    const auto& values = longitude.raw();
    const auto first = std::ranges::find_if(values, [](double v) { return !std::isnan(v); });
    if (first == values.end()) {
        return std::nullopt;
    }
    return offset_at(GeoDegrees(*first));
}

/// A ride or run in a made-up world has coordinates, but its runner is at home.
bool is_virtual(const std::vector<Leg>& legs) {
    return std::ranges::any_of(legs, [](const Leg& leg) {
        return leg.sub_sport == "virtual_activity" || leg.sub_sport == "indoor_cycling";
    });
}

/// Devices leave zero where they never set it, so a zero far from Greenwich says nothing.
bool is_believable(UtcOffset setting, const std::optional<UtcOffset>& place) {
    constexpr std::chrono::hours kFarthestFromSun{3};
    return setting.count() != 0 || !place || std::chrono::abs(*place) <= kFarthestFromSun;
}

}  // namespace

void settle_offset(const FitNotes& notes, Activity& activity) {
    const auto place =
        is_virtual(activity.legs) ? std::nullopt : offset_of_place(activity.records.longitude);
    if (notes.activity_offset || notes.correlation_offset) {
        activity.local_offset =
            notes.activity_offset ? notes.activity_offset : notes.correlation_offset;
        activity.offset_quality = OffsetQuality::recorded;
    } else if (notes.settings_offset && is_believable(*notes.settings_offset, place)) {
        activity.local_offset = notes.settings_offset;
        activity.offset_quality = OffsetQuality::setting;
    } else if (place) {
        activity.local_offset = place;
        activity.offset_quality = OffsetQuality::position;
    }
}

}  // namespace footsure::decode
