// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "store/sql.hpp"

#include <array>
#include <optional>
#include <string_view>

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

/// A list of words stands as the value of an Answer with several choices.
[[nodiscard]] std::string write_words(const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> read_words(sql::Row& row, std::size_t column);

}  // namespace footsure::store
