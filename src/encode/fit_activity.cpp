// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/fit_fields.hpp"
#include "model/result.hpp"

#include <algorithm>
#include <utility>

namespace footsure::encode {

namespace {

Instant last_moment(const Activity& activity) {
    Instant last = *activity.started_at;
    for (const Leg& leg : activity.legs) {
        last = std::max(last, end_of(leg.started_at, leg.elapsed, leg.timer).value_or(last));
    }
    if (!activity.pauses.empty()) {
        last = std::max(last, activity.pauses.back().until);
    }
    return activity.records.at.empty() ? last : std::max(last, activity.records.at.back());
}

}  // namespace

std::vector<std::byte> fit_activity(const Activity& activity) {
    expects(activity.started_at.has_value(), "an encoded Activity has a start");
    expects(!activity.legs.empty(), "an encoded Activity has a Leg");
    const Instant end = last_moment(activity);
    FitFile file;
    write_maker(file, activity);
    write_devices(file, activity);
    write_records(file, activity, end);
    write_laps(file, activity);
    write_legs(file, activity);
    write_activity(file, activity, end);
    return std::move(file).finish();
}

}  // namespace footsure::encode
