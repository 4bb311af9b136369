// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/rehab.hpp"

#include <string>

namespace footsure::rehab {

struct ProtocolChoice {
    const ProtocolDefinition* protocol = nullptr;  ///< none fits
    std::string why;                               ///< one sentence
};

/// The protocol of the likeliest causes that have one, by what the Runner has, has time for and
/// how irritable it was when it began.
/// - A cause that a clinician named leads.
/// - Where the likeliest cause has none, the protocol `unclear`, if there is one.
[[nodiscard]] ProtocolChoice choose_protocol(const EpisodeFacts& facts, const PlanFacts& plan);

}  // namespace footsure::rehab
