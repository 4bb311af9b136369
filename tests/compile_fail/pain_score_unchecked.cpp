// SPDX-License-Identifier: Apache-2.0
#include "model/units.hpp"

footsure::PainScore from_number(double number) {
#ifdef FOOTSURE_MUST_FAIL
    return footsure::PainScore(number);
#else
    return footsure::PainScore::of(number);
#endif
}
