// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"
#include "model/time.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <variant>

/// The words of the interview in a terminal: what is shown, and what a line that comes back means.
namespace footsure::app {

/// What every question takes instead of an answer.
enum class Move : std::uint8_t { unknown, why, back, leave };
using AnswerValue = decltype(Answer::value);
using Reply = std::variant<AnswerValue, Move>;

/// The question, its options with their numbers, and how to answer.
[[nodiscard]] std::string question_text(const Question& question);
/// An answer in the question's own words.
[[nodiscard]] std::string answer_words(const AnswerValue& value, const Question& question);
/// What a line says to this question. Fails: with a sentence.
[[nodiscard]] Result<Reply, std::string> read_reply(std::string_view line,
                                                    const Question& question);
/// When it began, as whole days before `today`; takes a date, "3", "3 days ago", "yesterday".
/// Fails: with a sentence.
[[nodiscard]] Result<Reply, std::string> read_start(std::string_view line, Day today);

// What is asked about the person and the problem before the knowledge's own questions.
[[nodiscard]] Question age_question();
[[nodiscard]] Question sex_question();
[[nodiscard]] Question side_question();
[[nodiscard]] Question start_question();
/// Whether an answer of an earlier sitting was wrong or has changed since.
[[nodiscard]] Question mistake_question();
[[nodiscard]] Question another_question();

/// Whether its answers come from trying something on the painful leg.
[[nodiscard]] bool is_self_test(const Question& question, const Knowledge& knowledge);

/// One line of valid UTF-8 without anything that steers a terminal; blanks stand in.
[[nodiscard]] std::string printable(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
inline constexpr std::size_t kLongestLine = 4096;

enum class LineEnd : std::uint8_t { whole, too_long, no_more };

/// A line as it came, without its end; of one that is too long only the start.
struct Line {
    LineEnd end = LineEnd::no_more;
    std::string text;
};

[[nodiscard]] Line read_line(std::istream& in);

}  // namespace footsure::app
