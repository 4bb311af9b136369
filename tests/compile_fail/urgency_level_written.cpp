// SPDX-License-Identifier: Apache-2.0
#include "model/urgency.hpp"

footsure::UrgencyLevel calm(footsure::Urgency& urgency) {
#ifdef FOOTSURE_MUST_FAIL
    urgency.level() = footsure::UrgencyLevel::self_care;
#endif
    return urgency.level();
}
