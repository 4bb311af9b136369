// SPDX-License-Identifier: Apache-2.0
#include "model/units.hpp"

footsure::Probability from_number(double number) {
#ifdef FOOTSURE_MUST_FAIL
    return footsure::Probability(number);
#else
    return footsure::Probability::of(number);
#endif
}
