// SPDX-License-Identifier: Apache-2.0
#include "knowledge/reader.hpp"

#include "logic/logic.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::knowledge {

namespace {

std::string_view kind_word(NodeKind kind) {
    switch (kind) {
    case NodeKind::text: return "a text";
    case NodeKind::number: return "a number";
    case NodeKind::truth: return "true or false";
    case NodeKind::list: return "a list";
    case NodeKind::table: break;
    }
    return "a table";
}

}  // namespace

void Reader::fail(const Node& at, std::string what) {
    errors_.push_back({file_, at.line, at.column, std::move(what)});
}

const Node* Reader::find(std::string_view key) const {
    const auto it = std::ranges::find(table_.fields, key, &Field::key);
    return it == table_.fields.end() ? nullptr : &it->node;
}

const Node* Reader::take(std::string_view key, NodeKind kind) {
    used_.emplace(key);
    const Node* node = find(key);
    if (node != nullptr && node->kind != kind) {
        fail(*node, "'" + std::string(key) + "' must be " + std::string(kind_word(kind)));
        return nullptr;
    }
    return node;
}

const Node* Reader::need(std::string_view key, NodeKind kind) {
    if (find(key) == nullptr) {
        used_.emplace(key);
        fail("'" + std::string(key) + "' is missing");
        return nullptr;
    }
    return take(key, kind);
}

std::string Reader::text(std::string_view key) {
    const Node* node = need(key, NodeKind::text);
    if (node != nullptr && node->text.empty()) {
        fail(*node, "'" + std::string(key) + "' is empty");
    }
    return node == nullptr ? std::string() : node->text;
}

std::string Reader::optional_text(std::string_view key) {
    const Node* node = take(key, NodeKind::text);
    return node == nullptr ? std::string() : node->text;
}

std::optional<double> Reader::optional_number(std::string_view key) {
    const Node* node = take(key, NodeKind::number);
    return node == nullptr ? std::nullopt : std::optional(node->number);
}

std::optional<int> Reader::optional_whole(std::string_view key) {
    constexpr double kMost = 1e6;
    const Node* node = take(key, NodeKind::number);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!(node->number >= 0 && node->number <= kMost) || node->number != std::floor(node->number)) {
        fail(*node, "'" + std::string(key) + "' must be a whole number, 0 or more");
        return std::nullopt;
    }
    return static_cast<int>(node->number);
}

std::optional<bool> Reader::optional_truth(std::string_view key) {
    const Node* node = take(key, NodeKind::truth);
    return node == nullptr ? std::nullopt : std::optional(node->truth);
}

const Node* Reader::list(std::string_view key) {
    return need(key, NodeKind::list);
}

std::vector<std::string> Reader::texts(std::string_view key) {
    std::vector<std::string> result;
    const Node* node = need(key, NodeKind::list);
    if (node == nullptr) {
        return result;
    }
    for (const auto& item : node->items) {
        if (item.kind == NodeKind::text) {
            result.push_back(item.text);
        } else {
            fail(item, "'" + std::string(key) + "' holds something that is not a text");
        }
    }
    return result;
}

std::vector<SourceId> Reader::sources(const Names& names) {
    std::vector<SourceId> result;
    const Node* node = need("sources", NodeKind::list);
    if (node == nullptr) {
        return result;
    }
    if (node->items.empty()) {
        fail(*node, "at least one source is needed");
    }
    for (const auto& item : node->items) {
        if (item.kind != NodeKind::text || !names.sources.contains(item.text)) {
            fail(item, "unknown source '" + item.text + "'");
        } else {
            result.emplace_back(item.text);
        }
    }
    return result;
}

std::optional<std::size_t> Reader::one_of(std::string_view key,
                                          std::initializer_list<std::string_view> words) {
    const Node* node = need(key, NodeKind::text);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto* it = std::ranges::find(words, node->text);
    if (it != words.end()) {
        return static_cast<std::size_t>(it - words.begin());
    }
    std::string all;
    for (const auto word : words) {
        all += (all.empty() ? "" : ", ") + std::string(word);
    }
    fail(*node, "'" + std::string(key) + "' must be one of: " + all);
    return std::nullopt;
}

std::optional<Certainty> Reader::certainty() {
    const auto index =
        one_of("certainty", {"read", "secondary", "derived", "general", "expert_estimate"});
    return index ? std::optional(static_cast<Certainty>(*index)) : std::nullopt;
}

std::optional<UrgencyLevel> Reader::level(std::string_view key) {
    const auto index =
        one_of(key, {"self_care", "routine", "within_days", "same_day", "emergency"});
    return index ? std::optional(static_cast<UrgencyLevel>(*index)) : std::nullopt;
}

std::optional<Expression> Reader::expression(std::string_view key, const Names& names) {
    const Node* node = need(key, NodeKind::text);
    if (node == nullptr) {
        return std::nullopt;
    }
    auto parsed = logic::parse(node->text, names.findings);
    if (!parsed) {
        Node at = *node;
        at.column += static_cast<int>(parsed.error().offset) + 1;
        fail(at, "in '" + std::string(key) + "': " + parsed.error().message);
        return std::nullopt;
    }
    return std::move(*parsed);
}

std::optional<std::uint32_t> Reader::finding(std::string_view key, const Names& names) {
    const Node* node = need(key, NodeKind::text);
    if (node == nullptr) {
        return std::nullopt;
    }
    return finding(node->text, *node, names);
}

std::optional<std::uint32_t> Reader::finding(std::string_view id, const Node& at,
                                             const Names& names) {
    const auto it =
        std::ranges::find_if(names.findings, [&](const auto& f) { return f.id.text() == id; });
    if (it == names.findings.end()) {
        fail(at, "unknown finding '" + std::string(id) + "'");
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(it - names.findings.begin());
}

std::optional<Figure> Reader::figure(std::string_view key, const Names& names) {
    const Node* node = need(key, NodeKind::table);
    if (node == nullptr) {
        return std::nullopt;
    }
    Reader in(file_, *node, errors_);
    const auto number = [&](std::string_view part) {
        const Node* value = in.need(part, NodeKind::number);
        return value == nullptr ? std::nullopt : std::optional(value->number);
    };
    const auto value = number("value");
    const auto low = number("low");
    const auto high = number("high");
    static_cast<void>(in.one_of("unit", {"1", "ratio", "per_1000", "h", "d", "wk", "min", "nrs"}));
    const auto certainty = in.certainty();
    auto sources = in.sources(names);
    in.done();
    if (!value || !low || !high || !certainty) {
        return std::nullopt;
    }
    if (!(*low <= *value && *value <= *high)) {
        fail(*node, "'" + std::string(key) + "' needs low <= value <= high");
        return std::nullopt;
    }
    return Figure{*value, *low, *high, *certainty, std::move(sources)};
}

void Reader::done() {
    for (const auto& [key, node] : table_.fields) {
        if (!used_.contains(key)) {
            fail(node, "unknown key '" + key + "'");
        }
    }
}

}  // namespace footsure::knowledge
