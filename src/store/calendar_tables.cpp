// SPDX-License-Identifier: Apache-2.0
#include "store/calendar_tables.hpp"

namespace footsure::store {

Stored<void> create_calendar_tables(Session& session) {
    return done(session.run(R"(create table calendar_entries (
        runner_id text not null references runners,
        uid text not null check (uid <> ''),
        sequence bigint not null check (sequence >= 0),
        status text not null,
        day text not null,
        summary text not null,
        description text not null,
        published_at_us bigint not null,
        primary key (runner_id, uid)))"));
}

}  // namespace footsure::store
