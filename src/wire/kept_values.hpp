// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/recording.hpp"
#include "model/result.hpp"
#include "model/stored_run.hpp"

#include <string>
#include <string_view>

/// Values alone, as the store keeps them in a column.
namespace footsure::wire {

/// The value of an answer alone: `"yes"`, `["a","b"]` or `4`; the store keeps answers so.
[[nodiscard]] std::string write_answer_value(const Answer& answer);
/// Fails: the text is no such value.
[[nodiscard]] Result<Answer, std::string> read_answer_value(std::string_view json);

/// An ActivitySummary alone, for caching beside the original bytes.
[[nodiscard]] std::string write_summary(const ActivitySummary& summary);
[[nodiscard]] Result<ActivitySummary, std::string> read_summary(std::string_view json);

/// What a takeout says of a file, alone; absent keys read as "it does not say".
[[nodiscard]] std::string write_hints(const Hints& hints);
[[nodiscard]] Result<Hints, std::string> read_hints(std::string_view json);

/// A Correction alone; absent keys read as "as recorded".
[[nodiscard]] std::string write_correction(const Correction& correction);
[[nodiscard]] Result<Correction, std::string> read_correction(std::string_view json);

/// What an event tells of a pair, alone; its word, the pair and the time stand beside it.
[[nodiscard]] std::string write_shoe_event(const ShoeEvent& event);
/// Fails: the text does not say what an event of this word says.
[[nodiscard]] Result<ShoeEvent, std::string> read_shoe_event(std::string_view word,
                                                             std::string_view json);

}  // namespace footsure::wire
