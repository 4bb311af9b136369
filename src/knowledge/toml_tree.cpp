// SPDX-License-Identifier: Apache-2.0
#include "knowledge/toml_tree.hpp"

#define TOML_EXCEPTIONS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include <algorithm>

namespace footsure::knowledge {

namespace {

Node convert(const toml::node& from) {
    Node node;
    node.line = static_cast<int>(from.source().begin.line);
    node.column = static_cast<int>(from.source().begin.column);
    if (const auto* text = from.as_string()) {
        node.kind = NodeKind::text;
        node.text = text->get();
    } else if (const auto* real = from.as_floating_point()) {
        node.kind = NodeKind::number;
        node.number = real->get();
    } else if (const auto* whole = from.as_integer()) {
        node.kind = NodeKind::number;
        node.number = static_cast<double>(whole->get());
    } else if (const auto* truth = from.as_boolean()) {
        node.kind = NodeKind::truth;
        node.truth = truth->get();
    } else if (const auto* list = from.as_array()) {
        node.kind = NodeKind::list;
        for (const auto& item : *list) {
            node.items.push_back(convert(item));
        }
    } else if (const auto* table = from.as_table()) {
        for (const auto& [key, value] : *table) {
            node.fields.push_back({std::string(key.str()), convert(value)});
        }
        std::ranges::stable_sort(node.fields, [](const auto& a, const auto& b) {
            return std::pair(a.node.line, a.node.column) < std::pair(b.node.line, b.node.column);
        });
    }
    return node;
}

}  // namespace

Result<Node, KnowledgeError> read_toml(const KnowledgeFile& file) {
    const auto parsed = toml::parse(std::string_view(file.text), std::string_view(file.path));
    if (!parsed) {
        const auto& error = parsed.error();
        return Failure<KnowledgeError>(KnowledgeError{
            file.path, static_cast<int>(error.source().begin.line),
            static_cast<int>(error.source().begin.column), std::string(error.description())});
    }
    return convert(parsed.table());
}

}  // namespace footsure::knowledge
