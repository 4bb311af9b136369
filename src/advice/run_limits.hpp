// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "rehab/rehab.hpp"

namespace footsure::advice {

/// What the ledger allows a plan. Needs: an Advice whose exposures and soreness are known.
[[nodiscard]] rehab::RunLimits run_limits(const CaseFile& case_file, const Advice& advice,
                                          LocalInstant now);

}  // namespace footsure::advice
