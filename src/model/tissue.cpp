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

Side side_of(std::string_view text) {
    for (const auto side : {Side::left, Side::right, Side::both}) {
        if (word(side) == text) {
            return side;
        }
    }
    return Side::unknown;
}

std::string_view word(Tissue tissue) {
    switch (tissue) {
    case Tissue::achilles: return "achilles";
    case Tissue::tibia: return "tibia";
    case Tissue::achilles_insertion: return "achilles_insertion";
    case Tissue::plantar_fascia: return "plantar_fascia";
    case Tissue::tibialis_posterior: return "tibialis_posterior";
    case Tissue::peroneals: return "peroneals";
    case Tissue::calcaneus: return "calcaneus";
    case Tissue::ankle_joint: return "ankle_joint";
    case Tissue::lateral_ligaments: break;
    }
    return "lateral_ligaments";
}

std::string_view name_of(Tissue tissue) {
    switch (tissue) {
    case Tissue::achilles: return "Achilles tendon";
    case Tissue::tibia: return "tibia and fibula";
    case Tissue::achilles_insertion: return "Achilles insertion";
    case Tissue::plantar_fascia: return "plantar fascia";
    case Tissue::tibialis_posterior: return "tibialis posterior";
    case Tissue::peroneals: return "peroneal tendons";
    case Tissue::calcaneus: return "heel and tarsal bones";
    case Tissue::ankle_joint: return "ankle joint surface";
    case Tissue::lateral_ligaments: break;
    }
    return "outer ligaments";
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
