// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

namespace footsure::store {

namespace {

template <class T>
void lay(std::optional<T>& under, std::optional<T>& over) {
    if (over) {
        under = std::move(over);
    }
}

void lay_over(Correction& under, Correction over) {
    lay(under.started_at, over.started_at);
    lay(under.sport, over.sport);
    lay(under.distance, over.distance);
    lay(under.timer, over.timer);
    lay(under.name, over.name);
    lay(under.shoe, over.shoe);
    lay(under.perceived_exertion, over.perceived_exertion);
    lay(under.ground, over.ground);
}

}  // namespace

Stored<void> Store::add_correction(const RunnerId& runner, const ActivityId& activity,
                                   const Correction& correction, Instant at) {
    const std::string value = wire::write_correction(correction);
    return session_->in_transaction(sql::Access::write, [&] {
        return next_number(*session_, runner).and_then([&](std::int64_t number) {
            return done(session_->run(
                "insert into corrections (runner_id, number, activity_id, at_us, value) "
                "values ($1, $2, $3, $4, $5)",
                {runner.text(), number, activity.text(), microseconds(at), value}));
        });
    });
}

Stored<Correction> Store::correction(const RunnerId& runner, const ActivityId& activity) {
    Correction all;
    return for_each_row(session_->run(kCorrections, {runner.text(), activity.text()}),
                        "corrections",
                        [&](sql::Row& row) {
                            auto one = wire::read_correction(row.text(0));
                            if (!one) {
                                row.reject();
                                return;
                            }
                            lay_over(all, std::move(*one));
                        })
        .map([&] { return std::move(all); });
}

Stored<void> Store::drop_corrections(const RunnerId& runner, const ActivityId& activity) {
    return done(session_->run("delete from corrections where runner_id = $1 and activity_id = $2",
                              {runner.text(), activity.text()}));
}

}  // namespace footsure::store
