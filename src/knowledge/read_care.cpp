// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

constexpr std::string_view kBlocksFile = "rehab/medicine_blocks.toml";

std::string read_medicine(Reader& in) {
    static_cast<void>(in.one_of("medicine", {"oral_nsaid", "topical_nsaid", "paracetamol"}));
    return in.optional_text("medicine");
}

void read_hours(Reader& in, CareItem& item) {
    item.from_hours = in.optional_number("from_h").value_or(0);
    item.to_hours = in.optional_number("to_h").value_or(0);
    if (!in.has("to_h") || item.to_hours < item.from_hours) {
        in.fail("a care item needs from_h <= to_h");
    }
}

/// A medicine stands only behind its blocks, and says so when they withhold it.
void read_blocks_of(Reader& in, CareItem& item) {
    if (item.kind != CareKind::medicine) {
        if (in.has("medicine")) {
            in.fail("only an item of the kind 'medicine' names a medicine");
        }
        return;
    }
    item.medicine = read_medicine(in);
    if (item.withheld_text.empty()) {
        in.fail("a medicine needs 'withheld': how the line begins when a block holds");
    }
}

CareItem read_care_item(Reader& in, const Names& names) {
    CareItem item;
    item.id = in.text("id");
    const auto kind = in.one_of("kind", {"act", "avoid", "medicine", "stop_rule", "check"});
    item.kind = static_cast<CareKind>(kind.value_or(0));
    read_hours(in, item);
    item.text = in.text("text");
    item.disputed = in.optional_text("disputed");
    item.protects = in.optional_truth("protects").value_or(false);
    item.not_with_bone = in.optional_truth("not_with_bone").value_or(false);
    if (in.has("only_when")) {
        item.only_when = in.expression("only_when", names);
    }
    if (in.has("unless")) {
        item.unless = in.expression("unless", names);
    }
    item.withheld_text = in.optional_text("withheld");
    read_blocks_of(in, item);
    item.certainty = in.certainty().value_or(Certainty::expert_estimate);
    item.sources = in.sources(names);
    return item;
}

void add_item(Reader& in, CareItem item, std::vector<CareItem>& items) {
    if (std::ranges::find(items, item.id, &CareItem::id) != items.end()) {
        in.fail("the care item '" + item.id + "' stands here twice");
    }
    items.push_back(std::move(item));
}

void read_card_conditions(Reader& in, const Names& names, const Knowledge& knowledge,
                          CareCardDefinition& card) {
    for (const auto& id : in.texts("conditions")) {
        if (!names.conditions.contains(id)) {
            in.fail("unknown condition '" + id + "'");
        }
        for (const auto& other : knowledge.care_cards) {
            if (std::ranges::find(other.conditions, ConditionId(id)) != other.conditions.end()) {
                in.fail("'" + id + "' has a care card already: '" + other.id.text() + "'");
            }
        }
        card.conditions.emplace_back(id);
    }
}

void add_shared(Reader& in, const Names& names, CareCardDefinition& card) {
    if (!in.has("shared")) {
        return;
    }
    for (const auto& id : in.texts("shared")) {
        const auto line = std::ranges::find(names.care_lines, id, &CareItem::id);
        if (line == names.care_lines.end()) {
            in.fail("unknown shared line '" + id + "': rehab/care_lines.toml has none");
        } else {
            add_item(in, *line, card.items);
        }
    }
}

void read_medicine_block(Reader& in, const Names& names, Knowledge& knowledge) {
    MedicineBlock block;
    block.id = in.text("id");
    block.medicine = read_medicine(in);
    block.text = in.text("text");
    block.with_bone = in.optional_truth("with_bone").value_or(false);
    if (in.has("when")) {
        block.when = in.expression("when", names);
    } else if (!block.with_bone) {
        in.fail("a block needs 'when' or 'with_bone = true'");
    }
    block.certainty = in.certainty().value_or(Certainty::expert_estimate);
    block.sources = in.sources(names);
    const bool twice = std::ranges::any_of(knowledge.medicine_blocks, [&](const auto& other) {
        return other.id == block.id && other.medicine == block.medicine;
    });
    if (twice) {
        in.fail("the block '" + block.id + "' of '" + block.medicine + "' is declared twice");
    }
    knowledge.medicine_blocks.push_back(std::move(block));
}

}  // namespace

void read_care_lines(const Sheet& sheet, Names& names) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "item", sheet, [&](Reader& in, const Node&) {
        add_item(in, read_care_item(in, names), names.care_lines);
    });
    file.done();
}

void read_care_card(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    CareCardDefinition card;
    card.id = CareCardId(in.text("id"));
    card.title = in.text("title");
    card.counts_from_start = in.optional_truth("counts_from_start").value_or(false);
    read_card_conditions(in, names, knowledge, card);
    for_each_table(in, "item", sheet, [&](Reader& entry, const Node&) {
        add_item(entry, read_care_item(entry, names), card.items);
    });
    add_shared(in, names, card);
    std::ranges::stable_sort(card.items, {}, &CareItem::kind);
    in.done();
    for (const auto& other : knowledge.care_cards) {
        if (other.id == card.id) {
            in.fail("care card '" + card.id.text() + "' is declared twice");
        }
    }
    knowledge.care_cards.push_back(std::move(card));
}

void read_medicine_blocks(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "block", sheet,
                   [&](Reader& in, const Node&) { read_medicine_block(in, names, knowledge); });
    file.done();
}

void check_medicines(const Knowledge& knowledge, Errors& errors) {
    for (const auto& card : knowledge.care_cards) {
        for (const auto& item : card.items) {
            const bool blocked =
                item.medicine.empty() ||
                std::ranges::find(knowledge.medicine_blocks, item.medicine,
                                  &MedicineBlock::medicine) != knowledge.medicine_blocks.end();
            if (!blocked) {
                errors.push_back({std::string(kBlocksFile), 1, 1,
                                  "no block for '" + item.medicine + "', which the care card '" +
                                      card.id.text() + "' names"});
            }
        }
    }
}

}  // namespace footsure::knowledge
