// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace footsure::store {

namespace {

template <class Q>
std::optional<double> number(const std::optional<Q>& quantity) {
    return quantity ? std::optional(quantity->value()) : std::nullopt;
}

template <class Q>
std::optional<Q> quantity(std::optional<double> value) {
    return value ? std::optional(Q(*value)) : std::nullopt;
}

std::optional<Sex> read_sex(sql::Row& row, std::size_t column) {
    constexpr std::array kSexes{Sex::female, Sex::male};
    const auto text = row.text_or_null(column);
    return text ? std::optional(read_word(row, *text, kSexes)) : std::nullopt;
}

}  // namespace

Stored<void> Store::put_runner(const Runner& runner) {
    const auto sex = runner.sex ? std::optional(word(*runner.sex)) : std::nullopt;
    return session_->in_transaction(sql::Access::write, [&] {
        return done(session_->run(
            "insert into runners (runner_id, age_years, sex, body_mass_kg, height_m) "
            "values ($1, $2, $3, $4, $5) on conflict (runner_id) do update set "
            "age_years = excluded.age_years, sex = excluded.sex, "
            "body_mass_kg = excluded.body_mass_kg, height_m = excluded.height_m",
            {runner.id.text(), sql::or_null(runner.age_years), sql::or_null(sex),
             sql::or_null(number(runner.body_mass)), sql::or_null(number(runner.height))}));
    });
}

Stored<Runner> Store::runner(const RunnerId& runner) {
    auto rows = session_->run(
        "select age_years, sex, body_mass_kg, height_m from runners where runner_id = $1",
        {runner.text()});
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    if (rows->empty()) {
        return failure(StoreErrorCode::not_found, "no such runner");
    }
    sql::Row& row = rows->front();
    Runner result{runner, row.real_or_null(0), read_sex(row, 1),
                  quantity<Kilograms>(row.real_or_null(2)), quantity<Metres>(row.real_or_null(3))};
    if (!row.sound()) {
        return unreadable("runners");
    }
    return result;
}

}  // namespace footsure::store
