// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/expression.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::logic {

/// What is wrong in an expression; `offset` counts characters from its start.
struct ParseError {
    std::size_t offset = 0;
    std::string message;
};

/// Reads an expression over Findings:
///   acute_injury and (tender_fibula or not four_steps_now) and age_years < 18
///   at_least 2 of (gap_felt, weak_push_off, no_heel_raise)
/// `unsure x` is yes when x was answered "unknown". `not` binds tighter than `and`, `and` tighter
/// than `or`. Fails: at the first character that fits nothing, or at a Finding that `definitions`
/// lack, or when a truth is compared or a number stands alone. Depth is limited to 32.
[[nodiscard]] Result<Expression, ParseError> parse(std::string_view text,
                                                   std::span<const FindingDefinition> definitions);

/// Three-valued evaluation; of two open parts `not_asked` wins over `unknown`, because asking
/// helps.
[[nodiscard]] Truth evaluate(const Expression& expression, std::span<const Finding> findings);

/// The Findings that make the expression yes, in the order written, each once.
/// Needs: `evaluate` gives yes.
[[nodiscard]] std::vector<std::uint32_t> explain(const Expression& expression,
                                                 std::span<const Finding> findings);

/// The Findings without an answer on which the value still depends, each once.
[[nodiscard]] std::vector<std::uint32_t> open_findings(const Expression& expression,
                                                       std::span<const Finding> findings);

/// Every Finding named in the expression, each once.
[[nodiscard]] std::vector<std::uint32_t> named_findings(const Expression& expression);

/// What speaks for the Condition now: signs that are there, and facts that add to its weight.
[[nodiscard]] std::vector<std::uint32_t> supporting_findings(const Condition& condition,
                                                             std::span<const Finding> findings);

/// How a Finding reads in a sentence, with its number or its "no".
[[nodiscard]] std::string describe(std::uint32_t finding, const Findings& findings,
                                   const Knowledge& knowledge);

[[nodiscard]] constexpr bool is_open(Truth truth) {
    return truth == Truth::not_asked || truth == Truth::unknown;
}

}  // namespace footsure::logic
