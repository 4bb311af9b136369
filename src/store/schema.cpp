// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "store/body_tables.hpp"
#include "store/calendar_tables.hpp"
#include "store/plan_tables.hpp"
#include "store/run_tables.hpp"

#include <array>
#include <optional>

namespace footsure::store {

namespace {

constexpr std::int64_t kSchemaVersion = 4;

/// One text for both databases: SQLite knows `bytea` and `bigint` by no name and keeps what it is
/// given. Every key starts with the runner, so no join can cross from one Runner to another.
/// `number` counts all that one Runner ever told, across tables: the order of telling.
constexpr std::array kTables{
    std::string_view{R"(create table schema_version (version bigint primary key))"},
    std::string_view{R"(create table runners (
        runner_id text primary key check (runner_id <> ''),
        age_years double precision,
        sex text,
        body_mass_kg double precision,
        height_m double precision,
        told bigint not null default 0))"},
    std::string_view{R"(create table episodes (
        runner_id text not null references runners,
        episode_id text not null check (episode_id <> ''),
        number bigint not null,
        side text not null,
        started_on text,
        ended_on text,
        notes text not null,
        recorded_at_us bigint not null,
        primary key (runner_id, episode_id)))"},
    std::string_view{R"(create table check_ins (
        runner_id text not null,
        number bigint not null,
        episode_id text not null,
        at_us bigint not null,
        pain_during_nrs double precision,
        pain_after_nrs double precision,
        pain_morning_nrs double precision,
        stiffness_min double precision,
        recorded_at_us bigint not null,
        soreness_nrs double precision,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes))"},
    std::string_view{R"(create table answers (
        runner_id text not null references runners,
        number bigint not null,
        episode_id text,
        check_in_number bigint,
        question_id text not null check (question_id <> ''),
        value text not null,
        at_us bigint not null,
        corrects bigint not null,
        incomplete bigint not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes,
        foreign key (runner_id, check_in_number) references check_ins))"},
    std::string_view{R"(create table seen (
        runner_id text not null,
        number bigint not null,
        episode_id text not null,
        seen_on text not null,
        seen_by text not null,
        clears text not null,
        finding text,
        limits text not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes))"},
};

Stored<void> create_tables(Session& session) {
    if (auto made = run_all(session, kTables); !made) {
        return made;
    }
    if (auto made = create_run_tables(session); !made) {
        return made;
    }
    if (auto made = create_body_tables(session); !made) {
        return made;
    }
    if (auto made = migrate_from_3(session); !made) {
        return made;
    }
    if (auto made = create_calendar_tables(session); !made) {
        return made;
    }
    return done(session.run("insert into schema_version (version) values ($1)", {kSchemaVersion}));
}

Stored<std::int64_t> read_version(Session& session) {
    auto rows = session.run("select version from schema_version");
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    if (rows->size() != 1) {
        return unreadable("schema_version");
    }
    const std::int64_t version = rows->front().integer(0);
    if (version > kSchemaVersion) {
        return failure(StoreErrorCode::newer_schema,
                       "the data has schema " + std::to_string(version) +
                           ", this program knows up to " + std::to_string(kSchemaVersion));
    }
    return version < 1 ? Stored<std::int64_t>(unreadable("schema_version")) : version;
}

/// No version where there are no tables yet.
Stored<std::optional<std::int64_t>> version_there(Session& session) {
    auto there = session.has_table("schema_version");
    if (!there) {
        return Failure<StoreError>(std::move(there.error()));
    }
    if (!*there) {
        return std::optional<std::int64_t>();
    }
    return read_version(session).map([](std::int64_t version) { return std::optional(version); });
}

Stored<void> bring_up(Session& session, std::optional<std::int64_t> version) {
    if (!version) {
        return create_tables(session);
    }
    if (*version == kSchemaVersion) {
        return {};
    }
    Stored<void> brought;
    if (*version == 1) {
        brought = migrate_from_1(session);
    }
    if (brought && *version <= 2) {
        brought = migrate_from_2(session);
    }
    return brought.and_then([&] { return migrate_from_3(session); })
        .and_then([&] { return create_calendar_tables(session); })
        .and_then([&] {
            return done(session.run("update schema_version set version = $1", {kSchemaVersion}));
        });
}

}  // namespace

Stored<void> prepare_schema(Session& session) {
    const auto version = version_there(session);
    if (!version) {
        return Failure<StoreError>(version.error());
    }
    if (*version == kSchemaVersion) {
        return {};
    }
    return session.in_transaction(sql::Access::schema, [&]() -> Stored<void> {
        // Asked again: another program may have made the tables while this one waited.
        const auto now = version_there(session);
        return now ? bring_up(session, *now) : Failure<StoreError>(now.error());
    });
}

}  // namespace footsure::store
