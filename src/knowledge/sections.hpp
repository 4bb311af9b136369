// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/reader.hpp"

/// One function for each kind of knowledge file; each adds to `knowledge` what its table says.
namespace footsure::knowledge {

/// A parsed file with what its entries report to.
struct Sheet {
    const std::string& file;
    const Node& root;
    Errors& errors;
};

void declare_sources(const Sheet& sheet, Knowledge& knowledge, Names& names);
void declare_given_findings(const Sheet& sheet, Names& names);
void declare_asked_findings(const Sheet& sheet, Names& names);
void resolve_findings(const Sheet& sheet, Names& names);
/// The range of an estimate, from knowledge.toml.
void read_estimate_range(const Sheet& sheet, Names& names);
/// One of our estimates with its range; a value near one is narrower.
/// Fails: when knowledge.toml says no range; the error stands at `at`.
[[nodiscard]] std::optional<Figure> estimate(const Sheet& sheet, const Names& names, const Node& at,
                                             double value);
/// How often Findings are reported. Needs: every Finding is declared.
void read_frequencies(const Sheet& sheet, Names& names);
void read_questions(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_triage(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_condition(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_care_card(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void declare_exercises(const Sheet& sheet, Names& names);
/// The gates that phases name. Needs: every source is declared.
void declare_gates(const Sheet& sheet, Names& names);
void read_pain_rules(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_tracks(const Sheet& sheet, const Names& names, Knowledge& knowledge);
/// Needs: pain rules and tracks are read, gates declared.
void read_protocol(const Sheet& sheet, const Names& names, Knowledge& knowledge);
/// What may not be done: for a cause. Needs: pain rules are read.
void read_may_not(const Sheet& sheet, const Names& names, Knowledge& knowledge);
/// What may not be done: in the Runner's own state.
void read_exclusions(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_recovery(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_norms(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_prevention(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_exercises(const Sheet& sheet, const Names& names, Knowledge& knowledge);
void read_danger_words(const Sheet& sheet, const Names& names, Knowledge& knowledge);
/// Every rule, Condition and care card is read before: claims link to them.
void read_claims(const Sheet& sheet, const Names& names, Knowledge& knowledge);
/// Tells each rule, Condition and care item which claims link to it.
void link_claims(Knowledge& knowledge);

/// Calls `visit(Reader&, node)` for each table of the list `key`, then checks for unknown keys.
template <class Visit>
void for_each_table(Reader& in, std::string_view key, const Sheet& sheet, Visit visit) {
    const Node* list = in.list(key);
    if (list == nullptr) {
        return;
    }
    for (const auto& item : list->items) {
        if (item.kind != NodeKind::table) {
            in.fail(item, "'" + std::string(key) + "' holds something that is not a table");
            continue;
        }
        Reader entry(sheet.file, item, sheet.errors);
        visit(entry, item);
        entry.done();
    }
}

}  // namespace footsure::knowledge
