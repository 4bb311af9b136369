// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace footsure::app {

/// What the program ends with (DESIGN, section 4).
enum ExitCode : int {
    kFine = 0,
    kFailure = 1,
    kUsage = 2,
    kNothingFound = 3,
    kPartly = 4,
    kBusy = 5,
    kRoutine = 20,
    kWithinDays = 21,
    kSameDay = 22,
    kEmergency = 23,
};

}  // namespace footsure::app
