// SPDX-License-Identifier: Apache-2.0
#include "model/protocol.hpp"

namespace footsure {

std::string_view word(SessionKind kind) {
    switch (kind) {
    case SessionKind::run: return "run";
    case SessionKind::walk_run: return "walk_run";
    case SessionKind::strength: return "strength";
    case SessionKind::balance: return "balance";
    case SessionKind::mobility: return "mobility";
    case SessionKind::cross_train: return "cross_train";
    case SessionKind::rest: break;
    }
    return "rest";
}

std::string_view word(Strain strain) {
    switch (strain) {
    case Strain::running: return "running";
    case Strain::impact: return "impact";
    case Strain::tendon_load: return "tendon_load";
    case Strain::eccentric: return "eccentric";
    case Strain::deep_dorsiflexion: return "deep_dorsiflexion";
    case Strain::end_range_plantarflexion: return "end_range_plantarflexion";
    case Strain::stretch: return "stretch";
    case Strain::weight_bearing: return "weight_bearing";
    case Strain::barefoot_balance: return "barefoot_balance";
    case Strain::external_load: return "external_load";
    case Strain::rotation: return "rotation";
    case Strain::resisted_eversion: return "resisted_eversion";
    case Strain::uneven_ground: return "uneven_ground";
    case Strain::everything: break;
    }
    return "everything";
}

std::string_view word(GateTest test) {
    switch (test) {
    case GateTest::at_least: return "at_least";
    case GateTest::at_most: return "at_most";
    case GateTest::share_at_least: return "share_at_least";
    case GateTest::difference_at_most: return "difference_at_most";
    case GateTest::at_least_for_age: break;
    }
    return "at_least_for_age";
}

}  // namespace footsure
