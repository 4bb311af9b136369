// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::rehab {

enum class BoneInjury : std::uint8_t { unlikely, possible };

/// What rules a medicine out now.
struct Blocked {
    std::string text;  ///< sentences: what holds first, then what nobody knows
    Certainty certainty = Certainty::read;
    std::vector<SourceId> sources;
};

/// Every MedicineBlock of the medicine that holds or is open; nothing when it may be taken.
[[nodiscard]] std::optional<Blocked> blocked(std::string_view medicine,
                                             std::span<const Finding> findings, BoneInjury bone,
                                             const Knowledge& knowledge);

}  // namespace footsure::rehab
