// SPDX-License-Identifier: Apache-2.0
#include "model/urgency.hpp"

void take(footsure::Urgency& urgency, footsure::UrgencyLevel level) {
#ifdef FOOTSURE_MUST_FAIL
    urgency = level;
#else
    urgency.join(level);
#endif
}
