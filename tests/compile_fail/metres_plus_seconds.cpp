// SPDX-License-Identifier: Apache-2.0
#include "model/units.hpp"

footsure::Metres further(footsure::Metres distance, footsure::Seconds time) {
#ifdef FOOTSURE_MUST_FAIL
    return distance + time;
#else
    return distance + footsure::MetresPerSecond(1) * time;
#endif
}
