// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

namespace footsure::store {

/// Makes the tables where there are none.
/// Fails: `newer_schema` when a newer program made them; nothing is changed then.
[[nodiscard]] Stored<void> prepare_schema(Session& session);

}  // namespace footsure::store
