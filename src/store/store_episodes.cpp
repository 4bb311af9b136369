// SPDX-License-Identifier: Apache-2.0
#include "store/insert_answer.hpp"
#include "store/rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

namespace footsure::store {

namespace {

using sql::Access;

std::optional<std::string> day_text(const std::optional<Day>& day) {
    return day ? std::optional(format_day(*day)) : std::nullopt;
}

Stored<void> upsert_episode(Session& session, const RunnerId& runner, const Episode& episode,
                            Instant recorded_at) {
    return next_number(session, runner).and_then([&](std::int64_t number) {
        const auto started_on = day_text(episode.started_on);
        return done(session.run(
            "insert into episodes "
            "(runner_id, episode_id, number, side, started_on, notes, recorded_at_us) "
            "values ($1, $2, $3, $4, $5, $6, $7) on conflict (runner_id, episode_id) do update "
            "set side = excluded.side, started_on = excluded.started_on, notes = excluded.notes, "
            "recorded_at_us = excluded.recorded_at_us",
            {runner.text(), episode.id.text(), number, word(episode.side), sql::or_null(started_on),
             episode.notes, microseconds(recorded_at)}));
    });
}

}  // namespace

Stored<void> Store::put_episode(const RunnerId& runner, const Episode& episode,
                                Instant recorded_at) {
    return session_->in_transaction(Access::write, [&]() -> Stored<void> {
        auto put = upsert_episode(*session_, runner, episode, recorded_at);
        if (!put) {
            return put;
        }
        const Subject subject{episode.id, std::nullopt};
        auto answered = insert_answers(*session_, runner, subject, episode.answers, recorded_at);
        if (!answered) {
            return answered;
        }
        for (const Seen& seen : episode.seen) {
            if (auto added = add_seen(runner, episode.id, seen, recorded_at); !added) {
                return added;
            }
        }
        return {};
    });
}

Stored<void> Store::end_episode(const RunnerId& runner, const EpisodeId& episode, Day on) {
    const std::string day = format_day(on);
    const auto ended =
        session_->run("update episodes set ended_on = $3 "
                      "where runner_id = $1 and episode_id = $2 returning episode_id",
                      {runner.text(), episode.text(), day});
    if (ended && ended->empty()) {
        return failure(StoreErrorCode::not_found, "no such episode");
    }
    return done(ended);
}

Stored<void> Store::reopen_episode(const RunnerId& runner, const EpisodeId& episode) {
    const auto open = session_->run("update episodes set ended_on = null "
                                    "where runner_id = $1 and episode_id = $2 returning episode_id",
                                    {runner.text(), episode.text()});
    if (open && open->empty()) {
        return failure(StoreErrorCode::not_found, "no such episode");
    }
    return done(open);
}

Stored<void> Store::add_answer(const RunnerId& runner, const std::optional<EpisodeId>& episode,
                               const Answer& answer, Instant recorded_at) {
    return insert_answer(*session_, runner, Subject{episode, std::nullopt}, answer, recorded_at);
}

Stored<void> Store::add_seen(const RunnerId& runner, const EpisodeId& episode, const Seen& seen,
                             Instant recorded_at) {
    std::vector<std::string> rules;
    rules.reserve(seen.clears.size());
    for (const RuleId& rule : seen.clears) {
        rules.push_back(rule.text());
    }
    return session_->in_transaction(Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) {
            const std::string on = format_day(seen.on);
            const std::string clears = write_words(rules);
            const std::string limits = write_words(seen.limits);
            const auto finding = seen.finding ? std::optional(seen.finding->text()) : std::nullopt;
            return done(session_->run(
                "insert into seen (runner_id, number, episode_id, seen_on, seen_by, clears, "
                "finding, limits, recorded_at_us) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                {runner.text(), number, episode.text(), on, word(seen.by), clears,
                 sql::or_null(finding), limits, microseconds(recorded_at)}));
        });
    });
}

}  // namespace footsure::store
