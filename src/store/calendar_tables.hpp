// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

/// The table of what calendars were told, which schema 4 added.
namespace footsure::store {

/// Needs: the table of Runners is there.
[[nodiscard]] Stored<void> create_calendar_tables(Session& session);

}  // namespace footsure::store
