// SPDX-License-Identifier: Apache-2.0
#include "model/calendar.hpp"

namespace footsure {

std::string_view word(CalendarStatus status) {
    return status == CalendarStatus::cancelled ? "cancelled" : "confirmed";
}

}  // namespace footsure
