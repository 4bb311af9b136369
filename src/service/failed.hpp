// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

namespace footsure::service {

/// Passes on why a call of the store failed.
template <class T>
[[nodiscard]] Failure<store::StoreError> failed(const store::Stored<T>& result) {
    return Failure<store::StoreError>(result.error());
}

[[nodiscard]] inline Failure<store::StoreError> failed(store::StoreErrorCode code,
                                                       const char* detail) {
    return Failure<store::StoreError>(store::StoreError{code, detail});
}

}  // namespace footsure::service
