// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::logic {

namespace {

Truth negate(Truth truth) {
    if (truth == Truth::yes) {
        return Truth::no;
    }
    return truth == Truth::no ? Truth::yes : truth;
}

bool holds(Comparison comparison, double left, double right) {
    switch (comparison) {
    case Comparison::less: return left < right;
    case Comparison::at_most: return left <= right;
    case Comparison::more: return left > right;
    case Comparison::at_least: return left >= right;
    case Comparison::equal: break;
    }
    return left == right;
}

Truth unsure(Truth truth) {
    if (truth == Truth::unknown) {
        return Truth::yes;
    }
    return truth == Truth::not_asked ? Truth::not_asked : Truth::no;
}

Truth compare(const Expression& node, const Finding& finding) {
    if (!finding.number) {
        return finding.truth == Truth::no        ? Truth::no
               : finding.truth == Truth::unknown ? Truth::unknown
                                                 : Truth::not_asked;
    }
    return holds(node.comparison, *finding.number, node.number) ? Truth::yes : Truth::no;
}

struct Counts {
    std::size_t yes = 0;
    std::size_t no = 0;
    std::size_t unknown = 0;
    std::size_t not_asked = 0;
};

Counts count_parts(const Expression& node, std::span<const Finding> findings) {
    Counts counts;
    for (const auto& part : node.parts) {
        switch (evaluate(part, findings)) {
        case Truth::yes: ++counts.yes; break;
        case Truth::no: ++counts.no; break;
        case Truth::unknown: ++counts.unknown; break;
        case Truth::not_asked: ++counts.not_asked; break;
        }
    }
    return counts;
}

/// `needed` of the parts must be yes: 1 for any, all of them for all.
Truth at_least(const Counts& counts, double needed) {
    const auto yes = static_cast<double>(counts.yes);
    if (yes >= needed) {
        return Truth::yes;
    }
    if (yes + static_cast<double>(counts.unknown + counts.not_asked) < needed) {
        return Truth::no;
    }
    return counts.not_asked > 0 ? Truth::not_asked : Truth::unknown;
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t finding) {
    if (std::ranges::find(list, finding) == list.end()) {
        list.push_back(finding);
    }
}

/// The Findings that give the node the value it has, which is yes or no.
void explain_into(const Expression& node, std::span<const Finding> findings,
                  std::vector<std::uint32_t>& reasons) {
    if (node.parts.empty()) {
        add_once(reasons, node.finding);
        return;
    }
    const Truth value = evaluate(node, findings);
    for (const auto& part : node.parts) {
        if (node.kind == ExpressionKind::negation || evaluate(part, findings) == value) {
            explain_into(part, findings, reasons);
        }
    }
}

void open_into(const Expression& node, std::span<const Finding> findings,
               std::vector<std::uint32_t>& open) {
    if (!is_open(evaluate(node, findings))) {
        return;
    }
    if (node.parts.empty()) {
        add_once(open, node.finding);
        return;
    }
    for (const auto& part : node.parts) {
        open_into(part, findings, open);
    }
}

void names_into(const Expression& node, std::vector<std::uint32_t>& names) {
    if (node.parts.empty()) {
        add_once(names, node.finding);
    }
    for (const auto& part : node.parts) {
        names_into(part, names);
    }
}

}  // namespace

Truth evaluate(const Expression& expression, std::span<const Finding> findings) {
    switch (expression.kind) {
    case ExpressionKind::finding: return findings[expression.finding].truth;
    case ExpressionKind::compare: return compare(expression, findings[expression.finding]);
    case ExpressionKind::unsure: return unsure(findings[expression.finding].truth);
    case ExpressionKind::negation: return negate(evaluate(expression.parts.front(), findings));
    case ExpressionKind::all:
        return at_least(count_parts(expression, findings),
                        static_cast<double>(expression.parts.size()));
    case ExpressionKind::any: return at_least(count_parts(expression, findings), 1);
    case ExpressionKind::at_least: break;
    }
    return at_least(count_parts(expression, findings), expression.number);
}

std::vector<std::uint32_t> explain(const Expression& expression,
                                   std::span<const Finding> findings) {
    std::vector<std::uint32_t> reasons;
    explain_into(expression, findings, reasons);
    return reasons;
}

std::vector<std::uint32_t> open_findings(const Expression& expression,
                                         std::span<const Finding> findings) {
    std::vector<std::uint32_t> open;
    open_into(expression, findings, open);
    return open;
}

std::vector<std::uint32_t> named_findings(const Expression& expression) {
    std::vector<std::uint32_t> names;
    names_into(expression, names);
    return names;
}

}  // namespace footsure::logic
