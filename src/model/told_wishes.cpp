// SPDX-License-Identifier: Apache-2.0
#include "model/told_wishes.hpp"

namespace footsure {

namespace {

template <class T>
void tell_part(const std::optional<T>& more, std::optional<T>& part) {
    if (more) {
        part = more;
    }
}

}  // namespace

void tell(const Wishes& more, Wishes& wishes) {
    tell_part(more.days_a_week, wishes.days_a_week);
    if (!more.days.empty()) {
        wishes.days = more.days;
    }
    tell_part(more.time_a_day, wishes.time_a_day);
    tell_part(more.equipment, wishes.equipment);
    tell_part(more.ground, wishes.ground);
    tell_part(more.goal_on, wishes.goal_on);
    tell_part(more.goal_distance, wishes.goal_distance);
    tell_part(more.usual_week, wishes.usual_week);
}

}  // namespace footsure
