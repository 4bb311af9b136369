// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "policy_footsure.hpp"
#include "report.hpp"

#include <cstdint>

namespace footsure::simulation {

enum class Against : std::uint8_t { all, nobody };

struct PlannerTrials {
    ReportInput results;
    FootsureTally tally;
};

/// So many persons, numbers from 0 on, under our planner and the others; on two threads. The
/// result does not depend on which thread did what.
[[nodiscard]] PlannerTrials try_planner(std::uint32_t persons, int days, Against against,
                                        const Knowledge& knowledge);

}  // namespace footsure::simulation
