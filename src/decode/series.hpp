// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/record_table.hpp"
#include "decode/track_content.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace footsure::decode {

/// One value of a series; `from` equals `until` for an instant.
struct SeriesValue {
    Instant from;
    Instant until;
    double value = 0;
};

enum class SeriesKind : std::uint8_t {
    level,   ///< holds after `from` up to `until`
    amount,  ///< comes about evenly from `from` to `until`; the Record gets the sum so far
};

/// The values of one channel by time, not overlapping.
struct Series {
    RecordSlot slot{};
    SeriesKind kind = SeriesKind::level;
    std::vector<SeriesValue> values;
};

/// Orders the values by time and drops those that begin within another.
void put_in_order(Series& series);

/// Lays series out as Records of the current Leg, one for each instant at which a value ends.
/// Needs: series in order.
void lay_out(std::span<const Series> series, TrackContent& content);

}  // namespace footsure::decode
