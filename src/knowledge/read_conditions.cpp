// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

void read_modifiers(Reader& in, const Sheet& sheet, const Names& names, Condition& condition) {
    if (!in.has("modifier")) {
        return;
    }
    for_each_table(in, "modifier", sheet, [&](Reader& entry, const Node&) {
        auto when = entry.expression("when", names);
        auto factor = entry.figure("factor", names);
        const auto text = entry.text("text");
        if (when && factor) {
            condition.modifiers.push_back({std::move(*when), std::move(*factor), text});
        }
    });
}

std::optional<Figure> ratio(Reader& in, std::string_view key, const Names& names) {
    auto figure = in.has(key) ? in.figure(key, names) : std::nullopt;
    if (figure && figure->low <= 0) {
        in.fail("a likelihood ratio is above 0, its low end too");
    }
    return figure;
}

void read_likelihoods(Reader& in, const Sheet& sheet, const Names& names, Condition& condition) {
    for_each_table(in, "likelihood", sheet, [&](Reader& entry, const Node& node) {
        Likelihood likelihood;
        const auto finding = entry.finding("finding", names);
        likelihood.present = ratio(entry, "present", names);
        likelihood.absent = ratio(entry, "absent", names);
        if (!entry.has("present") && !entry.has("absent")) {
            entry.fail("a likelihood needs 'present' or 'absent'");
        }
        if (!finding) {
            return;
        }
        likelihood.finding = *finding;
        const bool twice = std::ranges::any_of(
            condition.likelihoods, [&](const auto& l) { return l.finding == *finding; });
        if (twice) {
            entry.fail(node, "this finding already has a likelihood here");
        }
        condition.likelihoods.push_back(std::move(likelihood));
    });
}

CareItem read_care_item(Reader& in, const Names& names) {
    CareItem item;
    item.id = in.text("id");
    const auto kind = in.one_of("kind", {"act", "avoid", "medicine", "stop_rule", "check"});
    item.kind = static_cast<CareKind>(kind.value_or(0));
    item.from_hours = in.optional_number("from_h").value_or(0);
    item.to_hours = in.optional_number("to_h").value_or(0);
    if (!in.has("to_h") || item.to_hours < item.from_hours) {
        in.fail("a care item needs from_h <= to_h");
    }
    item.text = in.text("text");
    item.protects = in.optional_truth("protects").value_or(false);
    item.not_with_bone = in.optional_truth("not_with_bone").value_or(false);
    if (in.has("only_when")) {
        item.only_when = in.expression("only_when", names);
    }
    if (in.has("unless")) {
        item.unless = in.expression("unless", names);
    }
    item.withheld_text = in.optional_text("withheld");
    if (item.kind == CareKind::medicine && !item.unless) {
        in.fail("a medicine needs 'unless': what rules it out");
    }
    item.certainty = in.certainty().value_or(Certainty::expert_estimate);
    item.sources = in.sources(names);
    return item;
}

}  // namespace

void read_condition(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    Condition condition;
    condition.id = ConditionId(in.text("id"));
    const auto number = in.optional_number("number");
    if (!number) {
        in.fail("'number' is missing: the number of the condition in the evidence");
    }
    condition.number = static_cast<int>(number.value_or(0));
    condition.name = in.text("name");
    condition.about = in.text("about");
    condition.checks = in.text("checks");
    const auto klass =
        in.one_of("class", {"soft_tissue", "joint", "bone_stress", "fracture", "vascular"});
    condition.klass = static_cast<ConditionClass>(klass.value_or(0));
    condition.level_mild = in.level("level_mild").value_or(UrgencyLevel::emergency);
    condition.level_severe = in.level("level_severe").value_or(UrgencyLevel::emergency);
    if (auto weight = in.figure("weight", names)) {
        condition.weight = std::move(*weight);
    }
    condition.sources = in.sources(names);
    read_modifiers(in, sheet, names, condition);
    read_likelihoods(in, sheet, names, condition);
    in.done();
    for (const auto& other : knowledge.conditions) {
        if (other.id == condition.id || other.number == condition.number) {
            in.fail("condition '" + other.id.text() + "' already has this id or number");
        }
    }
    knowledge.conditions.push_back(std::move(condition));
}

void read_care_card(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    CareCardDefinition card;
    card.id = CareCardId(in.text("id"));
    card.title = in.text("title");
    card.counts_from_start = in.optional_truth("counts_from_start").value_or(false);
    for (const auto& id : in.texts("conditions")) {
        if (!names.conditions.contains(id)) {
            in.fail("unknown condition '" + id + "'");
        }
        card.conditions.emplace_back(id);
    }
    for_each_table(in, "item", sheet, [&](Reader& entry, const Node&) {
        card.items.push_back(read_care_item(entry, names));
    });
    in.done();
    for (const auto& other : knowledge.care_cards) {
        if (other.id == card.id) {
            in.fail("care card '" + card.id.text() + "' is declared twice");
        }
    }
    knowledge.care_cards.push_back(std::move(card));
}

}  // namespace footsure::knowledge
