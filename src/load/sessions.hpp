// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/step_dose.hpp"
#include "model/case_file.hpp"

#include <vector>

namespace footsure::load {

/// What one Activity did to each leg, at its end.
struct SessionDose {
    Instant at;
    PerTissue left{};  ///< easy-km; NaN: not known
    PerTissue right{};
    PerTissue log_sd{};
};

/// Every Activity up to `now` that loads something, by its end. Doses are those of the summaries,
/// with the shoe's part, and brought to one scale where devices differ.
[[nodiscard]] std::vector<SessionDose> sessions_until(const CaseFile& case_file, Instant now);

}  // namespace footsure::load
