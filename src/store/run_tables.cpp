// SPDX-License-Identifier: Apache-2.0
#include "store/run_tables.hpp"

#include "store/rows.hpp"
#include "wire/wire.hpp"

#include <array>
#include <optional>
#include <string>

namespace footsure::store {

namespace {

/// `bytes` stand last in their row: SQLite walks a row from its start, and what stands behind a
/// large value is only found by reading all of it. No index holds a path, because paths may be
/// longer than an entry of an index in PostgreSQL.
constexpr std::array kRunTables{
    std::string_view{R"(create table originals (
        runner_id text not null references runners,
        content_id text not null check (content_id <> ''),
        packing text not null,
        unpacked_size bigint not null,
        path text not null,
        imported_at_us bigint not null,
        bytes bytea not null,
        primary key (runner_id, content_id)))"},
    std::string_view{R"(create table activities (
        runner_id text not null references runners,
        activity_id text not null check (activity_id <> ''),
        started_at_us bigint not null,
        visibility text not null default 'shown',
        visibility_at_us bigint,
        program text not null,
        knowledge text not null,
        summary text not null,
        primary key (runner_id, activity_id)))"},
    std::string_view{R"(create index activities_by_start
        on activities (runner_id, started_at_us, activity_id))"},
    std::string_view{R"(create table recordings (
        runner_id text not null,
        recording_id text not null check (recording_id <> ''),
        content_id text not null,
        number bigint not null check (number > 0),
        activity_id text not null,
        path text not null,
        format text not null,
        started_at_us bigint not null,
        elapsed_s double precision,
        distance_m double precision,
        hints text not null,
        primary key (runner_id, recording_id),
        unique (runner_id, content_id, number),
        foreign key (runner_id, content_id) references originals,
        foreign key (runner_id, activity_id) references activities))"},
    std::string_view{R"(create index recordings_by_start
        on recordings (runner_id, started_at_us, recording_id))"},
    std::string_view{R"(create index recordings_by_activity
        on recordings (runner_id, activity_id, recording_id))"},
    std::string_view{R"(create table kept_apart (
        runner_id text not null,
        recording_id text not null,
        other_id text not null check (other_id <> recording_id),
        at_us bigint not null,
        primary key (runner_id, recording_id, other_id),
        foreign key (runner_id, recording_id) references recordings,
        foreign key (runner_id, other_id) references recordings))"},
    std::string_view{R"(create table corrections (
        runner_id text not null,
        number bigint not null,
        activity_id text not null,
        at_us bigint not null,
        value text not null,
        primary key (runner_id, number),
        foreign key (runner_id, activity_id) references activities))"},
    std::string_view{R"(create index corrections_by_activity
        on corrections (runner_id, activity_id, number))"},
    std::string_view{R"(create table set_aside (
        runner_id text not null references runners,
        aside_key text not null check (aside_key <> ''),
        kind text not null,
        path text not null,
        reason text not null,
        program text not null,
        at_us bigint not null,
        packing text not null,
        unpacked_size bigint not null,
        bytes bytea not null,
        primary key (runner_id, aside_key)))"},
    std::string_view{R"(create index set_aside_by_kind on set_aside (runner_id, kind))"},
};

/// Schema 1: originals (runner_id, activity_id, bytes, file_name, imported_at_us) and activities
/// (runner_id, activity_id, started_at_us, summary, program, knowledge), one for one.
constexpr std::array kMoveAway{
    std::string_view{"drop index activities_by_start"},
    std::string_view{"alter table activities rename to activities_1"},
    std::string_view{"alter table originals rename to originals_1"},
};

constexpr std::array kTakeOver{
    std::string_view{"insert into originals (runner_id, content_id, packing, unpacked_size, path, "
                     "imported_at_us, bytes) select runner_id, activity_id, 'plain', "
                     "length(bytes), file_name, imported_at_us, bytes from originals_1"},
    std::string_view{"insert into activities (runner_id, activity_id, started_at_us, program, "
                     "knowledge, summary) select runner_id, activity_id, started_at_us, program, "
                     "knowledge, summary from activities_1"},
};

constexpr std::array kClearAway{
    std::string_view{"drop table activities_1"},
    std::string_view{"drop table originals_1"},
};

/// How long and far a run was, as its summary says; nothing where it cannot be read, so that one
/// bad row does not lock a Runner out.
struct Extent {
    std::optional<double> elapsed;
    std::optional<double> distance;
};

Extent extent_of(std::string_view summary) {
    const auto read = wire::read_summary(summary);
    return read ? Extent{read->elapsed.value(), read->distance.value()} : Extent{};
}

Stored<void> add_recordings(Session& session) {
    auto rows = session.run("select a.runner_id, a.activity_id, a.started_at_us, a.summary, o.path "
                            "from activities a join originals o on o.runner_id = a.runner_id and "
                            "o.content_id = a.activity_id");
    Stored<void> added;
    auto read = for_each_row(std::move(rows), "activities", [&](sql::Row& row) {
        const std::string runner = row.text(0);
        const std::string id = row.text(1);
        const std::int64_t started_at = row.integer(2);
        const Extent extent = extent_of(row.text(3));
        const std::string path = row.text(4);
        if (row.sound() && added) {
            added = done(session.run(
                "insert into recordings (runner_id, recording_id, content_id, number, "
                "activity_id, path, format, started_at_us, elapsed_s, distance_m, hints) "
                "values ($1, $2, $2, 1, $2, $3, 'unknown', $4, $5, $6, '{}')",
                {runner, id, path, started_at, sql::or_null(extent.elapsed),
                 sql::or_null(extent.distance)}));
        }
    });
    return added ? std::move(read) : std::move(added);
}

}  // namespace

Stored<void> run_all(Session& session, std::span<const std::string_view> statements) {
    for (const std::string_view statement : statements) {
        if (auto made = done(session.run(statement)); !made) {
            return made;
        }
    }
    return {};
}

Stored<void> create_run_tables(Session& session) {
    return run_all(session, kRunTables);
}

Stored<void> migrate_from_1(Session& session) {
    return run_all(session, kMoveAway)
        .and_then([&] { return run_all(session, kRunTables); })
        .and_then([&] { return run_all(session, kTakeOver); })
        .and_then([&] { return add_recordings(session); })
        .and_then([&] { return run_all(session, kClearAway); });
}

}  // namespace footsure::store
