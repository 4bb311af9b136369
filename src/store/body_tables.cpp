// SPDX-License-Identifier: Apache-2.0
#include "store/body_tables.hpp"

#include "store/run_tables.hpp"

#include <array>

namespace footsure::store {

namespace {

/// Nothing told of a pair is ever changed: the pairs are what all events together say. No index
/// holds a pair's name, because names may be longer than an entry of an index in PostgreSQL.
constexpr std::array kBodyTables{
    std::string_view{R"(create table shoe_events (
        runner_id text not null references runners,
        number bigint not null,
        shoe text not null check (shoe <> ''),
        kind text not null,
        value text not null,
        at_us bigint not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number)))"},
    std::string_view{R"(create table person_check_ins (
        runner_id text not null references runners,
        number bigint not null,
        at_us bigint not null,
        pain_during_nrs double precision,
        pain_after_nrs double precision,
        pain_morning_nrs double precision,
        stiffness_min double precision,
        soreness_nrs double precision,
        recorded_at_us bigint not null,
        primary key (runner_id, number)))"},
};

}  // namespace

Stored<void> create_body_tables(Session& session) {
    return run_all(session, kBodyTables);
}

Stored<void> migrate_from_2(Session& session) {
    return done(session.run("alter table check_ins add column soreness_nrs double precision"))
        .and_then([&] { return create_body_tables(session); });
}

}  // namespace footsure::store
