// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan_laws.hpp"
#include "policy.hpp"

#include <memory>

namespace footsure::simulation {

/// How often the planner was asked and what it had to say.
struct FootsureTally {
    LawBook laws;
    long days = 0;
    long asked = 0;
    long with_plan = 0;
    long too_urgent = 0;  ///< for a plan
};

/// Our planner: what is told becomes a CaseFile, what `advise` plans for today is the offer.
/// Every plan is checked against the laws. To save time the answer of yesterday stands on a day
/// without a run, when no run, measures or visit were told since.
[[nodiscard]] std::unique_ptr<Policy>
footsure_policy(const RunnerFacts& facts, const Knowledge& knowledge, FootsureTally& tally);

}  // namespace footsure::simulation
