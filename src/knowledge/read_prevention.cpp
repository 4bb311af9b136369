// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

PreventionItem read_item(Reader& in, const Sheet& sheet, const Names& names) {
    PreventionItem item;
    item.id = in.text("id");
    item.text = in.text("text");
    item.kind = session_kind(in);
    item.exercises = phase_exercises(in, sheet.file, sheet.errors, names);
    item.days_a_week = count(in, "days_a_week");
    item.time = minutes(in, "time_min");
    if (in.has("only_when")) {
        item.only_when = in.expression("only_when", names);
    }
    item.certainty = in.certainty().value_or(Certainty::expert_estimate);
    item.sources = in.sources(names);
    if (item.days_a_week == 0 || item.exercises.empty()) {
        in.fail("a prevention item needs 'days_a_week' and 'exercises'");
    }
    return item;
}

}  // namespace

void read_prevention(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    auto& all = knowledge.rehab.prevention;
    for_each_table(file, "item", sheet, [&](Reader& in, const Node&) {
        auto item = read_item(in, sheet, names);
        if (std::ranges::find(all, item.id, &PreventionItem::id) != all.end()) {
            in.fail("'" + item.id + "' is declared twice");
        }
        all.push_back(std::move(item));
    });
    file.done();
}

}  // namespace footsure::knowledge
