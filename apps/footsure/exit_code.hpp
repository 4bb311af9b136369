// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace footsure::app {

// What the program ends with (DESIGN, section 4).
inline constexpr int kFine = 0;
inline constexpr int kFailure = 1;
inline constexpr int kUsage = 2;
inline constexpr int kNothingFound = 3;
inline constexpr int kPartly = 4;
inline constexpr int kBusy = 5;
inline constexpr int kRoutine = 20;
inline constexpr int kWithinDays = 21;
inline constexpr int kSameDay = 22;
inline constexpr int kEmergency = 23;

}  // namespace footsure::app
