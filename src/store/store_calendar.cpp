// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <limits>

namespace footsure::store {

namespace {

using sql::Access;

constexpr std::string_view kTable = "calendar_entries";
constexpr std::array kStatuses{CalendarStatus::confirmed, CalendarStatus::cancelled};

int read_sequence(sql::Row& row, std::size_t column) {
    const std::int64_t sequence = row.integer(column);
    if (sequence < 0 || sequence > std::numeric_limits<int>::max()) {
        row.reject();
        return 0;
    }
    return static_cast<int>(sequence);
}

CalendarEntry read_entry(sql::Row& row) {
    CalendarEntry entry;
    entry.uid = row.text(0);
    entry.sequence = read_sequence(row, 1);
    entry.status = read_word(row, row.text(2), kStatuses);
    entry.on = read_day(row, 3);
    entry.summary = row.text(4);
    entry.description = row.text(5);
    entry.published_at = read_instant(row, 6);
    return entry;
}

Stored<void> insert(Session& session, const RunnerId& runner, const CalendarEntry& entry) {
    const std::string day = format_day(entry.on);
    return done(
        session.run("insert into calendar_entries (runner_id, uid, sequence, status, day, summary, "
                    "description, published_at_us) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                    {runner.text(), entry.uid, std::int64_t{entry.sequence}, word(entry.status),
                     day, entry.summary, entry.description, microseconds(entry.published_at)}));
}

}  // namespace

Stored<CalendarFeed> Store::calendar_entries(const RunnerId& runner) {
    return read_all(
        session_->run("select uid, sequence, status, day, summary, description, published_at_us "
                      "from calendar_entries where runner_id = $1 order by day, uid",
                      {runner.text()}),
        kTable, read_entry);
}

Stored<void> Store::put_calendar_entries(const RunnerId& runner, const CalendarFeed& entries) {
    return session_->in_transaction(Access::write, [&]() -> Stored<void> {
        auto put = done(
            session_->run("delete from calendar_entries where runner_id = $1", {runner.text()}));
        for (std::size_t i = 0; put && i < entries.size(); ++i) {
            put = insert(*session_, runner, entries[i]);
        }
        return put;
    });
}

}  // namespace footsure::store
