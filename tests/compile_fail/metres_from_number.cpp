// SPDX-License-Identifier: Apache-2.0
#include "model/units.hpp"

footsure::Metres from_number(double number) {
#ifdef FOOTSURE_MUST_FAIL
    return number;
#else
    return footsure::Metres(number);
#endif
}
