// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

namespace footsure::store {

namespace {

using sql::Access;

/// File names come from anywhere; what is no text in them must not stop an import.
std::string summary_text(ActivitySummary summary) {
    summary.from = sql::storable(summary.from);
    return wire::write_summary(summary);
}

Stored<std::vector<ActivityId>> read_ids(Stored<sql::Rows> rows) {
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    std::vector<ActivityId> ids;
    for (sql::Row& row : *rows) {
        ids.emplace_back(row.text(0));
        if (!row.sound()) {
            return unreadable("activities");
        }
    }
    return ids;
}

}  // namespace

Stored<ImportOutcome> Store::put_activity(const RunnerId& runner, const NewActivity& activity) {
    ActivitySummary summary = activity.summary;
    summary.id = activity_id(activity.bytes);
    const std::string file_name = sql::storable(activity.file_name);
    return session_->in_transaction(Access::write, [&]() -> Stored<ImportOutcome> {
        const auto original =
            session_->run("insert into originals "
                          "(runner_id, activity_id, bytes, file_name, imported_at_us) "
                          "values ($1, $2, $3, $4, $5) "
                          "on conflict (runner_id, activity_id) do nothing returning activity_id",
                          {runner.text(), summary.id.text(), activity.bytes, file_name,
                           microseconds(activity.imported_at)});
        if (!original) {
            return Failure<StoreError>(original.error());
        }
        if (original->empty()) {
            return ImportOutcome::duplicate;
        }
        const std::string text = summary_text(summary);
        return session_
            ->run("insert into activities "
                  "(runner_id, activity_id, started_at_us, summary, program, knowledge) "
                  "values ($1, $2, $3, $4, $5, $6)",
                  {runner.text(), summary.id.text(), microseconds(summary.started_at), text,
                   activity.under.program, activity.under.knowledge})
            .map([](const sql::Rows&) { return ImportOutcome::imported; });
    });
}

Stored<std::vector<std::byte>> Store::original_bytes(const RunnerId& runner,
                                                     const ActivityId& activity) {
    auto rows =
        session_->run("select bytes from originals where runner_id = $1 and activity_id = $2",
                      {runner.text(), activity.text()});
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    if (rows->empty()) {
        return failure(StoreErrorCode::not_found, "no such activity");
    }
    sql::Row& row = rows->front();
    auto bytes = row.blob(0);
    if (!row.sound() || activity_id(bytes) != activity) {
        return failure(StoreErrorCode::corrupt, "the bytes are no longer those that came");
    }
    return bytes;
}

Stored<std::vector<ActivityId>> Store::activity_ids(const RunnerId& runner) {
    return read_ids(session_->run("select activity_id from activities where runner_id = $1 "
                                  "order by started_at_us, activity_id",
                                  {runner.text()}));
}

Stored<std::vector<ActivityId>> Store::stale_activity_ids(const RunnerId& runner,
                                                          const ComputedUnder& under) {
    return read_ids(session_->run("select activity_id from activities where runner_id = $1 "
                                  "and (program <> $2 or knowledge <> $3) "
                                  "order by started_at_us, activity_id",
                                  {runner.text(), under.program, under.knowledge}));
}

Stored<void> Store::replace_summary(const RunnerId& runner, const ActivitySummary& summary,
                                    const ComputedUnder& under) {
    const std::string text = summary_text(summary);
    const auto replaced = session_->run(
        "update activities set started_at_us = $3, summary = $4, program = $5, knowledge = $6 "
        "where runner_id = $1 and activity_id = $2 returning activity_id",
        {runner.text(), summary.id.text(), microseconds(summary.started_at), text, under.program,
         under.knowledge});
    if (replaced && replaced->empty()) {
        return failure(StoreErrorCode::not_found, "no such activity");
    }
    return done(replaced);
}

}  // namespace footsure::store
