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

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::longest_run: return "the longest run";
    case ChangeKind::volume: return "the distance of the week";
    case ChangeKind::frequency: return "the number of runs";
    case ChangeKind::pace: return "the pace";
    case ChangeKind::ascent: return "the climbing";
    case ChangeKind::descent: return "the downhill running";
    case ChangeKind::terrain: return "the ground";
    case ChangeKind::shoe: return "the shoes";
    case ChangeKind::form: return "the form";
    case ChangeKind::rest: return "the rest days";
    case ChangeKind::long_break: break;
    }
    return "the start after a break";
}

}  // namespace footsure
