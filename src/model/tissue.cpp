// SPDX-License-Identifier: Apache-2.0
#include "model/tissue.hpp"

namespace footsure {

std::string_view word(Side side) {
    switch (side) {
    case Side::left: return "left";
    case Side::right: return "right";
    case Side::both: return "both";
    case Side::unknown: break;
    }
    return "unknown";
}

std::string_view word(Tissue tissue) {
    switch (tissue) {
    case Tissue::achilles: return "achilles";
    case Tissue::tibia: break;
    }
    return "tibia";
}

std::string_view word(DoseQuality quality) {
    switch (quality) {
    case DoseQuality::speed_cadence_stance: return "speed_cadence_stance";
    case DoseQuality::speed_cadence: return "speed_cadence";
    case DoseQuality::speed_only: return "speed_only";
    case DoseQuality::distance_and_time: return "distance_and_time";
    case DoseQuality::none: break;
    }
    return "none";
}

}  // namespace footsure
