// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/logic.hpp"

#include <string>
#include <vector>

/// What the tests of this module share: a few Findings and the text of an Expression.
namespace footsure::logic {

/// Four yes-or-no Findings a to d, then one number, age.
inline std::vector<FindingDefinition> five_findings() {
    std::vector<FindingDefinition> list;
    for (const auto* id : {"a", "b", "c", "d"}) {
        list.push_back({.id = FindingId(id), .text = std::string("finding ") + id});
    }
    list.push_back({.id = FindingId("age"), .text = "age", .kind = FindingKind::number});
    return list;
}

inline std::string number_word(double number) {
    const auto whole = static_cast<long>(number);
    return std::to_string(whole) + (static_cast<double>(whole) == number ? "" : ".5");
}

inline std::string comparison_word(Comparison comparison) {
    switch (comparison) {
    case Comparison::less: return "<";
    case Comparison::at_most: return "<=";
    case Comparison::more: return ">";
    case Comparison::at_least: return ">=";
    case Comparison::equal: break;
    }
    return "=";
}

/// The Expression in the language that `parse` reads, every joint in parentheses.
inline std::string text_of(const Expression& node, const std::vector<FindingDefinition>& names) {
    const auto joined = [&](const std::string& between) {
        std::string all;
        for (const auto& part : node.parts) {
            all += (all.empty() ? "" : between) + text_of(part, names);
        }
        return "(" + all + ")";
    };
    switch (node.kind) {
    case ExpressionKind::finding: return names[node.finding].id.text();
    case ExpressionKind::unsure: return "unsure " + names[node.finding].id.text();
    case ExpressionKind::compare:
        return names[node.finding].id.text() + " " + comparison_word(node.comparison) + " " +
               number_word(node.number);
    case ExpressionKind::negation: return "not " + text_of(node.parts.front(), names);
    case ExpressionKind::all: return joined(" and ");
    case ExpressionKind::any: return joined(" or ");
    case ExpressionKind::at_least: break;
    }
    return "at_least " + number_word(node.number) + " of " + joined(", ");
}

}  // namespace footsure::logic
