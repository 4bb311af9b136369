// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace footsure::decode {

/// When an outing took place, as its summaries say.
struct ClockWindow {
    Instant from;
    Instant until;
};

/// Times of the device's clock that were moved by `by`.
struct ClockShift {
    Instant from;
    Instant until;
    Instant::duration by{};
};

struct ClockRepair {
    std::size_t jumps = 0;  ///< places where the clock leapt or went back far
    std::size_t moved = 0;  ///< Records put back in line
    std::size_t held = 0;   ///< Records a few seconds before the one before them, now at its time
    std::vector<ClockShift> shifts;
};

/// Puts Record times back in line where the clock jumped: by days, or back by more than the few
/// seconds that clocks are corrected by. The longest stretch within the window keeps its times
/// and so does every other that fits; the rest moves between them, spread over the room there is.
/// Afterwards no time lies before the one before it, unless there are too many jumps to repair.
ClockRepair repair_clock(std::span<Instant> at, const std::optional<ClockWindow>& window);

/// The same moment on the repaired line.
[[nodiscard]] Instant repaired(const ClockRepair& repair, Instant at);

}  // namespace footsure::decode
