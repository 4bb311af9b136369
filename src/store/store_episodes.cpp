// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

namespace footsure::store {

namespace {

using sql::Access;

std::optional<double> score(const std::optional<PainScore>& pain) {
    return pain ? std::optional(pain->value()) : std::nullopt;
}

std::optional<std::string> day_text(const std::optional<Day>& day) {
    return day ? std::optional(format_day(*day)) : std::nullopt;
}

/// What an answer is about; nothing named is the whole person.
struct Subject {
    std::optional<EpisodeId> episode;
    std::optional<std::int64_t> check_in;
};

Stored<void> insert_answer(Session& session, const RunnerId& runner, const Subject& subject,
                           const Answer& answer, Instant recorded_at) {
    return session.in_transaction(Access::write, [&] {
        return next_number(session, runner).and_then([&](std::int64_t number) {
            const auto episode =
                subject.episode ? std::optional(subject.episode->text()) : std::nullopt;
            const std::string value = wire::write_answer_value(answer);
            const std::int64_t corrects = answer.corrects ? 1 : 0;
            const std::int64_t incomplete = answer.incomplete ? 1 : 0;
            return done(session.run("insert into answers (runner_id, number, episode_id, "
                                    "check_in_number, question_id, value, at_us, corrects, "
                                    "incomplete, recorded_at_us) "
                                    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                    {runner.text(), number, sql::or_null(episode),
                                     sql::or_null(subject.check_in), answer.question.text(), value,
                                     microseconds(answer.at), corrects, incomplete,
                                     microseconds(recorded_at)}));
        });
    });
}

Stored<void> insert_answers(Session& session, const RunnerId& runner, const Subject& subject,
                            const std::vector<Answer>& answers, Instant recorded_at) {
    for (const Answer& answer : answers) {
        auto inserted = insert_answer(session, runner, subject, answer, recorded_at);
        if (!inserted) {
            return inserted;
        }
    }
    return {};
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

Stored<void> Store::add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                 Instant recorded_at) {
    return session_->in_transaction(Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) -> Stored<void> {
            auto inserted = done(session_->run(
                "insert into check_ins (runner_id, number, episode_id, at_us, pain_during_nrs, "
                "pain_after_nrs, pain_morning_nrs, stiffness_min, recorded_at_us) "
                "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                {runner.text(), number, check_in.episode.text(), microseconds(check_in.at),
                 sql::or_null(score(check_in.pain_during)),
                 sql::or_null(score(check_in.pain_after)),
                 sql::or_null(score(check_in.pain_morning)),
                 sql::or_null(check_in.stiffness_minutes), microseconds(recorded_at)}));
            if (!inserted) {
                return inserted;
            }
            const Subject subject{check_in.episode, number};
            return insert_answers(*session_, runner, subject, check_in.answers, recorded_at);
        });
    });
}

}  // namespace footsure::store
