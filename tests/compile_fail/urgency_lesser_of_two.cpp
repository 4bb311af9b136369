// SPDX-License-Identifier: Apache-2.0
#include "model/urgency.hpp"

footsure::Urgency either(footsure::Urgency a, footsure::Urgency b) {
#ifdef FOOTSURE_MUST_FAIL
    return a < b ? a : b;
#else
    a.join(b);
    return a;
#endif
}
