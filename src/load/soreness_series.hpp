// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

namespace footsure::load {

/// A day on which the soreness of the morning was told.
struct Morning {
    Day day;
    double soreness = 0;         ///< 0 to 10, the first told of that day
    std::optional<double> load;  ///< moving average of the days before; absent: not known
};

/// Mornings and daily load in the Runner's calendar. Load is session exertion times minutes where
/// nearly every session has it, else the dose of the Achilles tendon; only one of the two.
struct SorenessSeries {
    std::vector<Morning> mornings;        ///< of the last half year, by day
    std::optional<double> tomorrow;       ///< the moving average if nothing more is done today
    double tomorrow_per_load = 0;         ///< what one unit of load today adds to it
    std::optional<double> load_per_dose;  ///< load of one easy-km; absent: too few runs tell
    int loaded_days = 0;                  ///< days with load from shortly before the mornings on
};

/// Facts after `now` are ignored; their order does not matter.
[[nodiscard]] SorenessSeries soreness_series(const CaseFile& case_file, LocalInstant now);

/// The last days, today's morning included, that show how it is now and are kept out of what is
/// usual. Source: EE; they must not move the yardstick that they are held against.
inline constexpr std::chrono::days kRecentDays{3};

}  // namespace footsure::load
