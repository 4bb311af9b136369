// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

namespace footsure::store {

/// Makes the tables where there are none, and brings those of an older program up to date: all in
/// one transaction, so that a killed program leaves them old or new, never between.
/// Fails: `newer_schema` when a newer program made them; nothing is changed then.
[[nodiscard]] Stored<void> prepare_schema(Session& session);

}  // namespace footsure::store
