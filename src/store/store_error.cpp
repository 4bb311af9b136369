// SPDX-License-Identifier: Apache-2.0
#include "store/store_error.hpp"

namespace footsure::store {

std::string_view word(StoreErrorCode code) {
    switch (code) {
    case StoreErrorCode::cannot_open: return "cannot_open";
    case StoreErrorCode::not_a_database: return "not_a_database";
    case StoreErrorCode::newer_schema: return "newer_schema";
    case StoreErrorCode::busy: return "busy";
    case StoreErrorCode::disk_full: return "disk_full";
    case StoreErrorCode::disk_failed: return "disk_failed";
    case StoreErrorCode::read_only: return "read_only";
    case StoreErrorCode::corrupt: return "corrupt";
    case StoreErrorCode::connection_lost: return "connection_lost";
    case StoreErrorCode::constraint: return "constraint";
    case StoreErrorCode::too_large: return "too_large";
    case StoreErrorCode::not_found: return "not_found";
    case StoreErrorCode::failed: break;
    }
    return "failed";
}

}  // namespace footsure::store
