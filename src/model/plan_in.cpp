// SPDX-License-Identifier: Apache-2.0
#include "model/plan_in.hpp"

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

}  // namespace footsure
