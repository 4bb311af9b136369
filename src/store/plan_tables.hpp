// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

/// What a CarePlan needs of the Runner, which schema 4 added: the signs and measures of check-ins,
/// and wishes.
namespace footsure::store {

/// Needs: a transaction that keeps others out, and tables of schema 3, new or old.
[[nodiscard]] Stored<void> migrate_from_3(Session& session);

}  // namespace footsure::store
