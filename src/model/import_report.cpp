// SPDX-License-Identifier: Apache-2.0
#include "model/import_report.hpp"

#include <algorithm>

namespace footsure {

std::size_t ImportReport::count(FileOutcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(files, outcome, &FileReport::outcome));
}

std::string_view word(FileOutcome outcome) {
    switch (outcome) {
    case FileOutcome::imported: return "imported";
    case FileOutcome::damaged: return "damaged";
    case FileOutcome::merged: return "merged";
    case FileOutcome::updated: return "updated";
    case FileOutcome::duplicate: return "duplicate";
    case FileOutcome::skipped: return "skipped";
    case FileOutcome::quarantined: break;
    }
    return "quarantined";
}

std::string_view word(ImportStage stage) {
    return stage == ImportStage::renewing ? "renewing" : "importing";
}

}  // namespace footsure
