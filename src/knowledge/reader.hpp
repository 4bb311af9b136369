// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/toml_tree.hpp"
#include "model/knowledge.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string_view>

namespace footsure::knowledge {

/// How far our own estimates may be off: low and high are the value divided and multiplied by it.
struct EstimateRange {
    double factor = 1;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// What every file may refer to; filled before anything is resolved.
struct Names {
    std::vector<FindingDefinition> findings;
    std::set<std::string, std::less<>> sources;
    std::set<std::string, std::less<>> conditions;
    std::set<std::string, std::less<>> exercises;
    std::vector<GateDefinition> gates;       ///< phases name them
    std::optional<EstimateRange> estimates;  ///< nothing when knowledge.toml says none
};

using Errors = std::vector<KnowledgeError>;

/// Reads the fields of one table, notes what is missing, of the wrong type or unknown.
/// Call `done` last: every field that was not asked for is an error.
class Reader {
public:
    Reader(const std::string& file, const Node& table, Errors& errors)
        : file_(file), table_(table), errors_(errors) {}

    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string optional_text(std::string_view key);
    [[nodiscard]] std::optional<double> optional_number(std::string_view key);
    /// 0 or more; nothing when the key is not there.
    [[nodiscard]] std::optional<int> optional_whole(std::string_view key);
    [[nodiscard]] std::optional<bool> optional_truth(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] std::vector<SourceId> sources(const Names& names);
    [[nodiscard]] std::optional<Certainty> certainty();
    [[nodiscard]] std::optional<UrgencyLevel> level(std::string_view key);
    [[nodiscard]] std::optional<Expression> expression(std::string_view key, const Names& names);
    [[nodiscard]] std::optional<std::uint32_t> finding(std::string_view key, const Names& names);
    /// The same for an id that is not a field's value; an error stands at `at`.
    [[nodiscard]] std::optional<std::uint32_t> finding(std::string_view id, const Node& at,
                                                       const Names& names);
    [[nodiscard]] std::optional<Figure> figure(std::string_view key, const Names& names);
    [[nodiscard]] const Node* list(std::string_view key);

    /// Nothing when there is no such table.
    [[nodiscard]] const Node* table(std::string_view key) { return take(key, NodeKind::table); }

    /// The index of one of the words; an error names them all.
    [[nodiscard]] std::optional<std::size_t> one_of(std::string_view key,
                                                    std::initializer_list<std::string_view> words);

    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

    void fail(const Node& at, std::string what);

    void fail(std::string what) { fail(table_, std::move(what)); }

    void done();

private:
    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] const Node* take(std::string_view key, NodeKind kind);
    [[nodiscard]] const Node* need(std::string_view key, NodeKind kind);

    const std::string& file_;
    const Node& table_;
    Errors& errors_;
    std::set<std::string, std::less<>> used_;
};

}  // namespace footsure::knowledge
