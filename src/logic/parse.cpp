// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace footsure::logic {

namespace {

constexpr int kMaxDepth = 32;

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 'A' && c <= 'Z');
}

class Parser {
public:
    Parser(std::string_view text, std::span<const FindingDefinition> definitions)
        : text_(text), definitions_(definitions) {}

    Result<Expression, ParseError> run() {
        auto expression = any(0);
        if (!expression) {
            return expression;
        }
        skip_blanks();
        if (pos_ != text_.size()) {
            return fail("expected 'and', 'or' or the end");
        }
        return expression;
    }

private:
    using Parsed = Result<Expression, ParseError>;

    [[nodiscard]] Failure<ParseError> fail(std::string message) const {
        return Failure<ParseError>(ParseError{pos_, std::move(message)});
    }

    void skip_blanks() {
        while (pos_ < text_.size() && (text_[pos_] == ' ' || text_[pos_] == '\n')) {
            ++pos_;
        }
    }

    [[nodiscard]] std::string_view peek_word() {
        skip_blanks();
        std::size_t end = pos_;
        while (end < text_.size() && is_word(text_[end])) {
            ++end;
        }
        return text_.substr(pos_, end - pos_);
    }

    bool take_word(std::string_view word) {
        if (peek_word() != word) {
            return false;
        }
        pos_ += word.size();
        return true;
    }

    bool take(std::string_view symbol) {
        skip_blanks();
        if (!text_.substr(pos_).starts_with(symbol)) {
            return false;
        }
        pos_ += symbol.size();
        return true;
    }

    Parsed joined(int depth, ExpressionKind kind) {
        const bool is_any = kind == ExpressionKind::any;
        auto first = is_any ? all(depth) : unary(depth);
        if (!first) {
            return first;
        }
        Expression list{.kind = kind, .parts = {std::move(*first)}};
        while (take_word(is_any ? "or" : "and")) {
            auto next = is_any ? all(depth) : unary(depth);
            if (!next) {
                return next;
            }
            list.parts.push_back(std::move(*next));
        }
        return list.parts.size() == 1 ? Parsed(std::move(list.parts.front()))
                                      : Parsed(std::move(list));
    }

    Parsed any(int depth) {
        if (depth > kMaxDepth) {
            return fail("nested too deep");
        }
        return joined(depth + 1, ExpressionKind::any);
    }

    Parsed all(int depth) { return joined(depth, ExpressionKind::all); }

    Parsed unary(int depth) {
        if (depth > kMaxDepth) {
            return fail("nested too deep");
        }
        if (take_word("not")) {
            auto part = unary(depth + 1);
            if (!part) {
                return part;
            }
            return Expression{.kind = ExpressionKind::negation, .parts = {std::move(*part)}};
        }
        if (take_word("at_least")) {
            return at_least(depth);
        }
        if (take_word("unsure")) {
            auto part = leaf();
            if (part && part->kind != ExpressionKind::finding) {
                return fail("only a yes-or-no finding can be unsure");
            }
            if (part) {
                part->kind = ExpressionKind::unsure;
            }
            return part;
        }
        if (take("(")) {
            auto inner = any(depth + 1);
            if (inner && !take(")")) {
                return fail("expected ')'");
            }
            return inner;
        }
        return leaf();
    }

    Parsed at_least(int depth) {
        const auto count = number();
        if (!count) {
            return fail("expected a count after 'at_least'");
        }
        if (!take_word("of") || !take("(")) {
            return fail("expected 'of (' after the count");
        }
        Expression list{.kind = ExpressionKind::at_least, .number = *count};
        const auto start = pos_;
        do {
            auto part = any(depth + 1);
            if (!part) {
                return part;
            }
            list.parts.push_back(std::move(*part));
        } while (take(","));
        if (!take(")")) {
            return fail("expected ',' or ')'");
        }
        if (*count < 1 || *count > static_cast<double>(list.parts.size())) {
            pos_ = start;
            return fail("the count must lie between 1 and the number of parts");
        }
        return list;
    }

    [[nodiscard]] std::optional<double> number() {
        skip_blanks();
        double value = 0;
        const auto* begin = text_.data() + pos_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
        if (error != std::errc{} || !std::isfinite(value)) {
            return std::nullopt;
        }
        pos_ += static_cast<std::size_t>(end - begin);
        return value;
    }

    [[nodiscard]] std::optional<Comparison> comparison() {
        if (take("<=")) {
            return Comparison::at_most;
        }
        if (take(">=")) {
            return Comparison::at_least;
        }
        if (take("<")) {
            return Comparison::less;
        }
        if (take(">")) {
            return Comparison::more;
        }
        if (take("=")) {
            return Comparison::equal;
        }
        return std::nullopt;
    }

    Parsed leaf() {
        const auto name = peek_word();
        if (name.empty()) {
            return fail("expected a finding");
        }
        const auto found =
            std::ranges::find_if(definitions_, [&](const auto& d) { return d.id.text() == name; });
        if (found == definitions_.end()) {
            return fail("unknown finding '" + std::string(name) + "'");
        }
        const bool is_number = found->kind == FindingKind::number;
        const auto start = pos_;
        pos_ += name.size();
        Expression node{.kind = ExpressionKind::finding,
                        .finding = static_cast<std::uint32_t>(found - definitions_.begin())};
        const auto compared = comparison();
        if (!compared && !is_number) {
            return node;
        }
        if (!compared || !is_number) {
            pos_ = start;
            return fail(is_number ? "the number '" + std::string(name) + "' needs a comparison"
                                  : "'" + std::string(name) + "' is yes or no, not a number");
        }
        const auto right = number();
        if (!right) {
            return fail("expected a number");
        }
        node.kind = ExpressionKind::compare;
        node.comparison = *compared;
        node.number = *right;
        return node;
    }

    std::string_view text_;
    std::span<const FindingDefinition> definitions_;
    std::size_t pos_ = 0;
};

}  // namespace

Result<Expression, ParseError> parse(std::string_view text,
                                     std::span<const FindingDefinition> definitions) {
    return Parser(text, definitions).run();
}

}  // namespace footsure::logic
