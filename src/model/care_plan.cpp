// SPDX-License-Identifier: Apache-2.0
#include "model/care_plan.hpp"

namespace footsure {

std::string_view word(PlanChangeKind kind) {
    switch (kind) {
    case PlanChangeKind::began: return "began";
    case PlanChangeKind::phase: return "phase";
    case PlanChangeKind::progressed: return "progressed";
    case PlanChangeKind::held: return "held";
    case PlanChangeKind::stepped_back: return "stepped_back";
    case PlanChangeKind::stopped: return "stopped";
    case PlanChangeKind::resumed: return "resumed";
    case PlanChangeKind::overrun: return "overrun";
    case PlanChangeKind::missed: return "missed";
    case PlanChangeKind::limited: return "limited";
    case PlanChangeKind::rearranged: return "rearranged";
    case PlanChangeKind::ended: break;
    }
    return "ended";
}

std::string_view word(PlanState state) {
    switch (state) {
    case PlanState::active: return "active";
    case PlanState::stopped: return "stopped";
    case PlanState::maintaining: return "maintaining";
    case PlanState::preventing: break;
    }
    return "preventing";
}

}  // namespace footsure
