// SPDX-License-Identifier: Apache-2.0
#include "model/advice.hpp"

namespace footsure {

std::string_view word(GuardVerdict verdict) {
    switch (verdict) {
    case GuardVerdict::no_run: return "no_run";
    case GuardVerdict::limited: return "limited";
    case GuardVerdict::unknown: break;
    }
    return "unknown";
}

}  // namespace footsure
