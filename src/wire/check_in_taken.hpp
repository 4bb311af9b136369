// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"
#include "model/case_file.hpp"
#include "model/urgency.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace footsure::wire {

/// Whether the danger signs were asked about; without an open Episode that is not needed.
enum class DangerLine : std::uint8_t { not_needed, answered, open };

/// What `footsure checkin` stored, and how soon each open Episode must be seen now.
struct CheckInTaken {
    CheckIn check_in;
    UtcOffset offset{0};
    std::vector<std::pair<EpisodeId, Urgency>> levels;
    DangerLine danger = DangerLine::not_needed;
    std::vector<std::pair<EpisodeId, PlanChange>> changes;  ///< of the plans, since before it
};

}  // namespace footsure::wire
