// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

#include <vector>

namespace footsure::rehab {

/// When the danger screens of an Episode were answered. A screen left out, answered "unknown" or
/// too long ago is open, and while one is open nothing goes on.
/// Source: evidence_triage, policy 8.
class DangerLine {
public:
    DangerLine(const EpisodeFacts& facts, const PlanFacts& plan);

    /// Whether every screen has an answer that still counts at that moment.
    [[nodiscard]] bool is_answered(Instant at) const;

private:
    std::vector<std::vector<Instant>> screens_;  ///< when each was answered, soonest first
    Instant early_until_;
    double early_hours_ = 0;
    double late_hours_ = 0;
};

}  // namespace footsure::rehab
