// SPDX-License-Identifier: Apache-2.0
#include "store/insert_answer.hpp"
#include "store/session.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

namespace footsure::store {

namespace {

using sql::Access;

std::optional<double> score(const std::optional<PainScore>& pain) {
    return pain ? std::optional(pain->value()) : std::nullopt;
}

template <class E>
std::optional<std::string_view> told_word(const std::optional<E>& told) {
    return told ? std::optional(word(*told)) : std::nullopt;
}

std::optional<std::string> measures_of(const CheckIn& check_in) {
    return check_in.measures.empty() ? std::nullopt
                                     : std::optional(wire::write_measures(check_in.measures));
}

Stored<void> insert_of_episode(Session& session, const RunnerId& runner, std::int64_t number,
                               const CheckIn& check_in, Instant recorded_at) {
    const auto measures = measures_of(check_in);
    return done(session.run(
        "insert into check_ins (runner_id, number, episode_id, at_us, pain_during_nrs, "
        "pain_after_nrs, pain_morning_nrs, stiffness_min, soreness_nrs, recorded_at_us, "
        "swelling, limp, gave_way, painkiller, focal_ache, skipped, measures) values "
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        {runner.text(), number, check_in.episode.text(), microseconds(check_in.at),
         sql::or_null(score(check_in.pain_during)), sql::or_null(score(check_in.pain_after)),
         sql::or_null(score(check_in.pain_morning)), sql::or_null(check_in.stiffness_minutes),
         sql::or_null(score(check_in.soreness)), microseconds(recorded_at),
         sql::or_null(told_word(check_in.swelling)), sql::or_null(told_word(check_in.limp)),
         sql::or_null(told_word(check_in.gave_way)), sql::or_null(told_word(check_in.painkiller)),
         sql::or_null(told_word(check_in.focal_ache)), sql::or_null(told_word(check_in.skipped)),
         sql::or_null(measures)}));
}

Stored<void> insert_of_person(Session& session, const RunnerId& runner, std::int64_t number,
                              const CheckIn& check_in, Instant recorded_at) {
    const auto measures = measures_of(check_in);
    return done(session.run(
        "insert into person_check_ins (runner_id, number, at_us, pain_during_nrs, "
        "pain_after_nrs, pain_morning_nrs, stiffness_min, soreness_nrs, recorded_at_us, "
        "swelling, limp, gave_way, painkiller, focal_ache, skipped, measures) values "
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        {runner.text(), number, microseconds(check_in.at),
         sql::or_null(score(check_in.pain_during)), sql::or_null(score(check_in.pain_after)),
         sql::or_null(score(check_in.pain_morning)), sql::or_null(check_in.stiffness_minutes),
         sql::or_null(score(check_in.soreness)), microseconds(recorded_at),
         sql::or_null(told_word(check_in.swelling)), sql::or_null(told_word(check_in.limp)),
         sql::or_null(told_word(check_in.gave_way)), sql::or_null(told_word(check_in.painkiller)),
         sql::or_null(told_word(check_in.focal_ache)), sql::or_null(told_word(check_in.skipped)),
         sql::or_null(measures)}));
}

}  // namespace

Stored<void> Store::add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                 Instant recorded_at) {
    const bool of_person = check_in.episode.empty();
    return session_->in_transaction(Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) {
            const auto insert = of_person ? insert_of_person : insert_of_episode;
            return insert(*session_, runner, number, check_in, recorded_at).and_then([&] {
                const Subject subject = of_person ? Subject{} : Subject{check_in.episode, number};
                return insert_answers(*session_, runner, subject, check_in.answers, recorded_at);
            });
        });
    });
}

Stored<void> Store::add_shoe_event(const RunnerId& runner, const ShoeEvent& event,
                                   Instant recorded_at) {
    const std::string value = wire::write_shoe_event(event);
    return session_->in_transaction(Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) {
            return done(session_->run(
                "insert into shoe_events (runner_id, number, shoe, kind, value, at_us, "
                "recorded_at_us) values ($1, $2, $3, $4, $5, $6, $7)",
                {runner.text(), number, event.shoe, word(event), value, microseconds(event.at),
                 microseconds(recorded_at)}));
        });
    });
}

Stored<void> Store::add_wishes(const RunnerId& runner, const NewWishes& wishes,
                               Instant recorded_at) {
    const std::string value = wire::write_wishes(wishes.wishes);
    const std::int64_t anew = wishes.start == WishesStart::anew ? 1 : 0;
    return session_->in_transaction(Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) {
            return done(session_->run("insert into wishes (runner_id, number, anew, value, at_us, "
                                      "recorded_at_us) values ($1, $2, $3, $4, $5, $6)",
                                      {runner.text(), number, anew, value, microseconds(wishes.at),
                                       microseconds(recorded_at)}));
        });
    });
}

}  // namespace footsure::store
