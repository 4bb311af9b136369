// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

/// The tables of shoes and of check-ins about the whole person, which schema 3 added.
namespace footsure::store {

/// Needs: the table of Runners is there.
[[nodiscard]] Stored<void> create_body_tables(Session& session);

/// Needs: a transaction that keeps others out, and tables of schema 2.
[[nodiscard]] Stored<void> migrate_from_2(Session& session);

}  // namespace footsure::store
