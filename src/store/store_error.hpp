// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace footsure::store {

enum class StoreErrorCode : std::uint8_t {
    cannot_open,     ///< no such folder or server, or no permission
    not_a_database,  ///< the file is something else
    newer_schema,    ///< written by a newer version of this program
    busy,            ///< another program holds the data; trying again may help
    disk_full,
    disk_failed,
    read_only,
    corrupt,          ///< what is stored cannot be what was stored
    connection_lost,  ///< open the store again
    constraint,       ///< a fact that does not fit: no such runner or episode, not text, no number
    too_large,
    not_found,  ///< this runner has no such thing
    failed,     ///< anything else; the detail says what
};

struct StoreError {
    StoreErrorCode code = StoreErrorCode::failed;
    std::string detail;  ///< for a log; holds no stored values
};

[[nodiscard]] std::string_view word(StoreErrorCode code);

template <class T>
using Stored = Result<T, StoreError>;

}  // namespace footsure::store
