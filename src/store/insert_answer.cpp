// SPDX-License-Identifier: Apache-2.0
#include "store/insert_answer.hpp"

#include "wire/wire.hpp"

namespace footsure::store {

Stored<void> insert_answer(Session& session, const RunnerId& runner, const Subject& subject,
                           const Answer& answer, Instant recorded_at) {
    return session.in_transaction(sql::Access::write, [&] {
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

}  // namespace footsure::store
