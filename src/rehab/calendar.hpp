// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"

namespace footsure::rehab {

/// The next two weeks of all open Episodes together.
struct Calendar {
    std::vector<PlannedDay> days;
    std::vector<Limit> limits;
};

/// Needs: a Course of every open Episode; one without a protocol stands for "no plan".
[[nodiscard]] Calendar calendar_of(std::span<const Course> courses, const PlanFacts& facts);

/// The days as one Episode sees them: the Sessions that serve it, and rests.
[[nodiscard]] std::vector<PlannedDay> days_of(const EpisodeId& episode, const Calendar& calendar);

}  // namespace footsure::rehab
