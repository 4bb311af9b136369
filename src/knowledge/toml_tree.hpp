// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/knowledge.hpp"

#include <memory>
#include <string>
#include <vector>

namespace footsure::knowledge {

enum class NodeKind : std::uint8_t { text, number, truth, list, table };

struct Field;

/// A TOML value with its place; the only view the compiler has of a file.
struct Node {
    NodeKind kind = NodeKind::table;
    int line = 0;
    int column = 0;
    std::string text;
    double number = 0;
    bool truth = false;
    std::vector<Node> items;
    std::vector<Field> fields;  ///< in file order
};

/// A key of a table with its value.
struct Field {
    std::string key;
    Node node;
};

/// Fails: the file is no TOML; the error carries the place.
[[nodiscard]] Result<Node, KnowledgeError> read_toml(const KnowledgeFile& file);

}  // namespace footsure::knowledge
