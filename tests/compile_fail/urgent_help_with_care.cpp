// SPDX-License-Identifier: Apache-2.0
#include "model/advice.hpp"

#include <utility>

footsure::Help help_with(footsure::Care care) {
#ifdef FOOTSURE_MUST_FAIL
    footsure::UrgentHelp help;
#else
    footsure::ProtectedWait help;
#endif
    help.care = std::move(care);
    return help;
}
