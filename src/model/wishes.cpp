// SPDX-License-Identifier: Apache-2.0
#include "model/wishes.hpp"

#include <algorithm>

namespace footsure {

namespace {

constexpr std::array<std::string_view, 16> kWords{
    "none", "wall",   "chair", "towel", "step",    "band", "weight", "ball",
    "foam", "roller", "rope",  "box",   "machine", "bike", "pool",   "brace"};

bool in_every_home(Equipment equipment) {
    return equipment <= Equipment::step;
}

template <class T>
void tell_part(const std::optional<T>& more, std::optional<T>& part) {
    if (more) {
        part = more;
    }
}

}  // namespace

std::string_view word(Equipment equipment) {
    return kWords.at(static_cast<std::size_t>(equipment));
}

std::optional<Equipment> equipment_named(std::string_view word) {
    const auto* const found = std::ranges::find(kWords, word);
    return found == kWords.end() ? std::nullopt
                                 : std::optional(static_cast<Equipment>(found - kWords.begin()));
}

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

bool has(const Wishes& wishes, Equipment equipment) {
    return in_every_home(equipment) ||
           (wishes.equipment &&
            std::ranges::find(*wishes.equipment, equipment) != wishes.equipment->end());
}

}  // namespace footsure
