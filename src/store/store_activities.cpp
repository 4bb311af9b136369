// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store/rows.hpp"
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

ActivityId read_id(sql::Row& row) {
    return ActivityId(row.text(0));
}

/// What a statement changed that gives back the row it changed.
Stored<void> not_nothing(const Stored<sql::Rows>& changed) {
    if (changed && changed->empty()) {
        return failure(StoreErrorCode::not_found, "no such activity");
    }
    return done(changed);
}

}  // namespace

Stored<void> Store::put_activity(const RunnerId& runner, const ActivitySummary& summary,
                                 const ComputedUnder& under) {
    const std::string text = summary_text(summary);
    return session_->in_transaction(Access::write, [&] {
        return done(session_->run(
            "insert into activities "
            "(runner_id, activity_id, started_at_us, program, knowledge, summary) "
            "values ($1, $2, $3, $4, $5, $6) on conflict (runner_id, activity_id) do update set "
            "started_at_us = excluded.started_at_us, program = excluded.program, "
            "knowledge = excluded.knowledge, summary = excluded.summary",
            {runner.text(), summary.id.text(), microseconds(summary.started_at), under.program,
             under.knowledge, text}));
    });
}

Stored<ActivitySummary> Store::activity(const RunnerId& runner, const ActivityId& activity) {
    return read_one(session_->run(kActivity, {runner.text(), activity.text()}), "activities",
                    [](sql::Row& row) { return read_summary(row, 0); });
}

Stored<void> Store::remove_activity(const RunnerId& runner, const ActivityId& activity,
                                    const ActivityId& into) {
    if (activity == into) {
        return failure(StoreErrorCode::constraint, "an activity cannot go into itself");
    }
    return session_->in_transaction(Access::write, [&] {
        return session_
            ->run("select 1 from activities where runner_id = $1 and activity_id = $2",
                  {runner.text(), into.text()})
            .and_then([&](const sql::Rows& there) -> Stored<void> {
                return there.empty() ? failure(StoreErrorCode::constraint, "nothing to go into")
                                     : Stored<void>();
            })
            .and_then([&] {
                return done(session_->run("update corrections set activity_id = $3 "
                                          "where runner_id = $1 and activity_id = $2",
                                          {runner.text(), activity.text(), into.text()}));
            })
            .and_then([&] {
                return not_nothing(session_->run("delete from activities where runner_id = $1 and "
                                                 "activity_id = $2 returning activity_id",
                                                 {runner.text(), activity.text()}));
            });
    });
}

Stored<std::vector<ActivityId>> Store::activity_ids(const RunnerId& runner) {
    return read_all(session_->run("select activity_id from activities where runner_id = $1 "
                                  "order by started_at_us, activity_id",
                                  {runner.text()}),
                    "activities", read_id);
}

Stored<std::vector<ActivityId>> Store::stale_activity_ids(const RunnerId& runner,
                                                          const ComputedUnder& under) {
    return read_all(session_->run("select activity_id from activities where runner_id = $1 "
                                  "and (program <> $2 or knowledge <> $3) "
                                  "order by started_at_us, activity_id",
                                  {runner.text(), under.program, under.knowledge}),
                    "activities", read_id);
}

Stored<void> Store::set_visibility(const RunnerId& runner, const ActivityId& activity,
                                   Visibility visibility, Instant at) {
    return not_nothing(
        session_->run("update activities set visibility = $3, visibility_at_us = $4 "
                      "where runner_id = $1 and activity_id = $2 returning activity_id",
                      {runner.text(), activity.text(), word(visibility), microseconds(at)}));
}

Stored<Visibility> Store::visibility(const RunnerId& runner, const ActivityId& activity) {
    return read_one(session_->run("select visibility from activities "
                                  "where runner_id = $1 and activity_id = $2",
                                  {runner.text(), activity.text()}),
                    "activities", [](sql::Row& row) { return read_visibility(row, 0); });
}

}  // namespace footsure::store
