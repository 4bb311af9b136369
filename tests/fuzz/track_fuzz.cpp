// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

using footsure::Activity;
using footsure::DecodedFile;
using footsure::expects;

namespace {

bool is_finite_or_none(const std::vector<double>& values) {
    return std::none_of(values.begin(), values.end(), [](double v) { return std::isinf(v); });
}

/// What holds for every track, whatever was written.
void check(const Activity& activity) {
    const footsure::Records& records = activity.records;
    expects(records.distance.empty() || records.distance.size() == records.size(),
            "a channel has one value per Record");
    expects(is_finite_or_none(records.distance.raw()) && is_finite_or_none(records.cadence.raw()),
            "values are finite");
    for (const footsure::Leg& leg : activity.legs) {
        expects(!leg.distance || std::isfinite(leg.distance->value()), "a distance is finite");
        expects(!leg.ascent || leg.ascent->value() >= 0, "an ascent is not negative");
        expects(!leg.elapsed || leg.elapsed->value() >= 0, "time does not run backwards");
    }
    for (std::size_t i = 0; i < activity.pauses.size(); ++i) {
        expects(activity.pauses[i].from < activity.pauses[i].until, "a pause lasts");
        expects(i == 0 || activity.pauses[i - 1].until <= activity.pauses[i].from,
                "pauses stand in order");
    }
    expects(activity.legs.size() != 1 || std::is_sorted(records.at.begin(), records.at.end()),
            "the times of a Leg do not go back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr footsure::decode::Limits kLimits{.unpacked_bytes = std::size_t{1} << 20U,
                                               .records = 2'000};
    const auto bytes = std::as_bytes(std::span(data, size));
    const DecodedFile file = footsure::decode::decode(bytes, kLimits);
    check(file.activity);
    return 0;
}
