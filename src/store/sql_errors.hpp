// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store_error.hpp"

#include <string_view>

/// The one place that says what an error of a database library means to us.
namespace footsure::store::sql {

/// Needs: a result code of SQLite, plain or extended.
[[nodiscard]] StoreErrorCode code_of_sqlite(int result);
/// Needs: the five characters of an SQLSTATE; anything else is `failed`.
[[nodiscard]] StoreErrorCode code_of_sqlstate(std::string_view state);

}  // namespace footsure::store::sql
