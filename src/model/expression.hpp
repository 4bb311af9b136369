// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace footsure {

/// The value of a Finding or rule. Only `yes` and `no` are answers; `unknown` was asked and could
/// not be said, `not_asked` was never asked (or its answer has expired).
enum class Truth : std::uint8_t { not_asked, unknown, no, yes };

enum class ExpressionKind : std::uint8_t {
    finding,
    compare,
    all,
    any,
    negation,
    at_least,
    unsure,  ///< yes when the answer was "unknown"
};
enum class Comparison : std::uint8_t { less, at_most, more, at_least, equal };

/// One node of a rule expression over Findings; made by `logic::parse`.
struct Expression {
    ExpressionKind kind = ExpressionKind::all;
    std::uint32_t finding = 0;  ///< index into Knowledge::findings; kinds finding, compare, unsure
    Comparison comparison = Comparison::equal;
    double number = 0;  ///< right side of a compare; least count of an at_least
    std::vector<Expression> parts{};
};

}  // namespace footsure
