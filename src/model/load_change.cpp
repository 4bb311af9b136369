// SPDX-License-Identifier: Apache-2.0
#include "model/load_change.hpp"

namespace footsure {

bool is_known(const ChangeAccount& account) {
    return account.weeks_of_past > 0 || !account.changes.empty() || !account.judged.empty() ||
           !account.unknown.empty();
}

std::string_view word(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::longest_run: return "longest_run";
    case ChangeKind::volume: return "volume";
    case ChangeKind::frequency: return "frequency";
    case ChangeKind::pace: return "pace";
    case ChangeKind::ascent: return "ascent";
    case ChangeKind::descent: return "descent";
    case ChangeKind::terrain: return "terrain";
    case ChangeKind::shoe: return "shoe";
    case ChangeKind::form: return "form";
    case ChangeKind::rest: return "rest";
    case ChangeKind::long_break: break;
    }
    return "long_break";
}

}  // namespace footsure
