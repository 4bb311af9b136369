// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

namespace footsure::advice {

struct GuardFacts {
    const CaseFile& case_file;
    const Knowledge& knowledge;
    LocalInstant now;
    const Advice& advice;  ///< its episodes are already judged
};

/// May the Runner run today: the minimum of the level, illness, the plan of each open Episode
/// (none: no run), the longest-run rule and the load of the tissues. Says what it does not know.
[[nodiscard]] Guard guard_of(const GuardFacts& facts);

}  // namespace footsure::advice
