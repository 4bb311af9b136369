// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/record_table.hpp"
#include "model/activity.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace footsure::decode {

/// For each Record the place of its Leg in the Activity.
using LegOfRecord = std::vector<std::uint32_t>;

/// Which Legs get a distance from their Records when they give none themselves.
enum class MeasuredLegs : std::uint8_t { all, on_foot_or_unknown };

/// Fills what a Leg does not say itself from its Records: start, elapsed time, distance and the
/// means of heart rate, cadence, power and the running dynamics.
/// Gives: how many Legs got their distance that way.
/// A Record weighs the time until the next one, at least 1 s and at most 10 s; zero is no value.
std::size_t complete_legs(const RecordTable& records, const LegOfRecord& leg_of,
                          MeasuredLegs measured, std::vector<Leg>& legs);

/// Warnings about Records without time and a clock that goes back or leaps; empty when all is well.
[[nodiscard]] std::vector<std::string> clock_warnings(const RecordTable& records);

}  // namespace footsure::decode
