// SPDX-License-Identifier: Apache-2.0
#include "model/advice.hpp"

#include <utility>

footsure::Help help_with(footsure::Appointment appointment) {
#ifdef FOOTSURE_MUST_FAIL
    footsure::UrgentHelp help;
#else
    footsure::RoutineHelp help;
#endif
    help.appointment = std::move(appointment);
    return help;
}
