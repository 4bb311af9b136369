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

}  // namespace

std::string_view word(Equipment equipment) {
    return kWords.at(static_cast<std::size_t>(equipment));
}

std::optional<Equipment> equipment_named(std::string_view word) {
    const auto* const found = std::ranges::find(kWords, word);
    return found == kWords.end() ? std::nullopt
                                 : std::optional(static_cast<Equipment>(found - kWords.begin()));
}

bool has(const Wishes& wishes, Equipment equipment) {
    return in_every_home(equipment) ||
           (wishes.equipment &&
            std::ranges::find(*wishes.equipment, equipment) != wishes.equipment->end());
}

}  // namespace footsure
