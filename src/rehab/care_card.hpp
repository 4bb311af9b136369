// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

namespace footsure::rehab {

enum class CareExtent : std::uint8_t { full, protective };

/// The card of the likeliest Condition that has one and fits well enough, its hours made dates.
/// Gives: nothing when no such Condition has a card, or none of its lines holds now.
[[nodiscard]] std::optional<Care> care_card(const HelpFacts& facts, CareExtent extent,
                                            const Knowledge& knowledge);

}  // namespace footsure::rehab
