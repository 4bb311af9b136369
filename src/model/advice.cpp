// SPDX-License-Identifier: Apache-2.0
#include "model/advice.hpp"

namespace footsure {

const CarePlan* plan_in(const Help& help) {
    const std::optional<CarePlan>* plan = nullptr;
    if (const auto* routine = std::get_if<RoutineHelp>(&help)) {
        plan = &routine->plan;
    } else if (const auto* self_care = std::get_if<SelfCareHelp>(&help)) {
        plan = &self_care->plan;
    }
    return plan == nullptr || !*plan ? nullptr : &**plan;
}

std::string_view word(GuardVerdict verdict) {
    switch (verdict) {
    case GuardVerdict::no_run: return "no_run";
    case GuardVerdict::limited: return "limited";
    case GuardVerdict::unknown: break;
    }
    return "unknown";
}

}  // namespace footsure
