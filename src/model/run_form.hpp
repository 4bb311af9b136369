// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <optional>
#include <string>

namespace footsure {

/// How the Runner ran in one Activity: means over its level running. Absent = not measured.
struct RunForm {
    Seconds measured;       ///< level running that the means are from
    MetresPerSecond speed;  ///< mean there
    std::optional<Cadence> cadence;
    std::optional<Seconds> stance_time;
    std::optional<Metres> vertical_oscillation;
    std::optional<Share> balance;         ///< the left foot's share of the contact time
    std::optional<double> cadence_drift;  ///< last third over first third at like speed, minus 1
    std::optional<double> stance_drift;   ///< as above
    std::string device;  ///< that measured it; stance times of two devices are never compared
};

}  // namespace footsure
