// SPDX-License-Identifier: Apache-2.0
#include "model/soreness.hpp"

namespace footsure {

std::string_view word(SorenessState state) {
    switch (state) {
    case SorenessState::short_history: return "short_history";
    case SorenessState::no_link: return "no_link";
    case SorenessState::linked: return "linked";
    case SorenessState::no_mornings: break;
    }
    return "no_mornings";
}

}  // namespace footsure
