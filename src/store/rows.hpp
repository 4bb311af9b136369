// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/recording.hpp"
#include "store/session.hpp"
#include "store/sql.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// How the model's values stand in a row; what cannot be meant marks the row.
namespace footsure::store {

template <class E, std::size_t N>
[[nodiscard]] E read_word(sql::Row& row, std::string_view text, const std::array<E, N>& all) {
    for (const E each : all) {
        if (word(each) == text) {
            return each;
        }
    }
    row.reject();
    return all.front();
}

[[nodiscard]] Side read_side(sql::Row& row, std::size_t column);
[[nodiscard]] SeenBy read_seen_by(sql::Row& row, std::size_t column);
[[nodiscard]] Day read_day(sql::Row& row, std::size_t column);
[[nodiscard]] std::optional<Day> read_day_or_null(sql::Row& row, std::size_t column);
[[nodiscard]] Instant read_instant(sql::Row& row, std::size_t column);
[[nodiscard]] std::optional<PainScore> read_pain(sql::Row& row, std::size_t column);

/// Columns from `first` on: question_id, value, at_us, corrects, incomplete.
[[nodiscard]] Answer read_answer(sql::Row& row, std::size_t first);

/// Columns from `first` on: swelling, limp, gave_way, painkiller, focal_ache, skipped, measures.
void read_signs(sql::Row& row, std::size_t first, CheckIn& check_in);

/// A list of words stands as the value of an Answer with several choices.
[[nodiscard]] std::string write_words(const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> read_words(sql::Row& row, std::size_t column);

[[nodiscard]] Packing read_packing(sql::Row& row, std::size_t column);
[[nodiscard]] FileFormat read_file_format(sql::Row& row, std::size_t column);
[[nodiscard]] Visibility read_visibility(sql::Row& row, std::size_t column);
[[nodiscard]] std::uint64_t read_size(sql::Row& row, std::size_t column);
/// Columns from `first` on: activity_id, summary.
[[nodiscard]] ActivitySummary read_summary(sql::Row& row, std::size_t first);

/// Sizes beyond what a column holds are as good as none.
[[nodiscard]] std::int64_t size_column(std::uint64_t size);

/// Each row as `read(row)` gives it.
template <class F>
[[nodiscard]] auto read_all(Stored<sql::Rows> rows, std::string_view table, F&& read)
    -> Stored<std::vector<std::invoke_result_t<F, sql::Row&>>> {
    std::vector<std::invoke_result_t<F, sql::Row&>> all;
    auto done =
        for_each_row(std::move(rows), table, [&](sql::Row& row) { all.push_back(read(row)); });
    return done.map([&] { return std::move(all); });
}

/// The first row as `read(row)` gives it; absent when there is none.
template <class F>
[[nodiscard]] auto read_at_most_one(Stored<sql::Rows> rows, std::string_view table, F&& read)
    -> Stored<std::optional<std::invoke_result_t<F, sql::Row&>>> {
    std::optional<std::invoke_result_t<F, sql::Row&>> first;
    auto done = for_each_row(std::move(rows), table, [&](sql::Row& row) {
        if (!first) {
            first = read(row);
        }
    });
    return done.map([&] { return std::move(first); });
}

/// Fails: `not_found` when there is none.
template <class F>
[[nodiscard]] auto read_one(Stored<sql::Rows> rows, std::string_view table, F&& read)
    -> Stored<std::invoke_result_t<F, sql::Row&>> {
    using T = std::invoke_result_t<F, sql::Row&>;
    return read_at_most_one(std::move(rows), table, std::forward<F>(read))
        .and_then([&](std::optional<T>&& first) -> Stored<T> {
            if (!first) {
                return failure(StoreErrorCode::not_found, "nothing such in " + std::string(table));
            }
            return std::move(*first);
        });
}

}  // namespace footsure::store
