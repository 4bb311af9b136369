// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

namespace footsure::load {

/// What goes with sore mornings after days with runs, strongest evidence first; what cannot be
/// compared stands last and has no difference.
struct SoreDayReport {
    std::vector<SoreDays> companions;
    int mornings = 0;  ///< with a soreness told, after a day with a run
};

/// A morning is sore from 3 of 10. Facts after `now` are ignored.
[[nodiscard]] SoreDayReport sore_day_report(const CaseFile& case_file, LocalInstant now);

}  // namespace footsure::load
