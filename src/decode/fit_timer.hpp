// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_notes.hpp"
#include "model/activity.hpp"

#include <span>
#include <vector>

namespace footsure::decode {

/// The times in which the timer stood, from its stops and starts and the times of the Records.
/// A start while it runs means nothing. A stop while it stands shows that a start went missing:
/// the timer ran again from the first Record after the stop before. A stop that nothing follows
/// lasts to the last Record.
[[nodiscard]] std::vector<Pause> pauses_of(std::vector<TimerEvent> events,
                                           std::span<const Instant> records);

}  // namespace footsure::decode
