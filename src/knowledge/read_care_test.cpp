// SPDX-License-Identifier: Apache-2.0
#include "knowledge/small_folder_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using footsure::knowledge::SmallFolder;

namespace {

constexpr const char* kRest = "text = \"text\"\ncertainty = \"read\"\nsources = [\"book\"]\n";

std::string item_text(const std::string& id, const std::string& fields) {
    return "[[item]]\nid = \"" + id + "\"\nto_h = 72\n" + fields + kRest;
}

std::string card_text(const std::string& items, const std::string& fields = "") {
    return "id = \"card\"\ntitle = \"title\"\nconditions = [\"sprain\"]\n" + fields + items;
}

std::string block_text(const std::string& fields) {
    return "[[block]]\nid = \"ill\"\nmedicine = \"paracetamol\"\n" + fields + kRest;
}

const std::string kMedicine =
    item_text("m", "kind = \"medicine\"\nmedicine = \"paracetamol\"\nwithheld = \"no\"\n");

}  // namespace

TEST_CASE("a medicine names its blocks and how it is withheld, and a block for it exists") {
    const auto errors = [](const std::string& items, const std::string& blocks) {
        return SmallFolder()
            .put("rehab/care_a.toml", card_text(items))
            .put("rehab/medicine_blocks.toml", blocks)
            .errors();
    };
    const auto block = block_text("when = \"fever\"\n");
    CHECK(errors(kMedicine, block).empty());
    auto other = block;
    other.replace(other.find("paracetamol"), 11, "oral_nsaid");
    CHECK(errors(kMedicine, other) == "rehab/medicine_blocks.toml:1:1: no block for 'paracetamol', "
                                      "which the care card 'card' names");
    CHECK(errors(item_text("m", "kind = \"medicine\"\nmedicine = \"paracetamol\"\n"), block) ==
          "rehab/care_a.toml:4:1: a medicine needs 'withheld': how the line begins when a block "
          "holds");
    CHECK(errors(item_text("m", "kind = \"medicine\"\nwithheld = \"no\"\n"), block)
              .find("'medicine' is missing") != std::string::npos);
    CHECK(errors(item_text("m", "kind = \"act\"\nmedicine = \"paracetamol\"\n"), block)
              .find("only an item of the kind 'medicine' names a medicine") != std::string::npos);
}

TEST_CASE("a block holds by an expression or with a bone injury, and stands once a medicine") {
    const auto errors = [](const std::string& blocks) {
        return SmallFolder().put("rehab/medicine_blocks.toml", blocks).errors();
    };
    CHECK(errors(block_text("with_bone = true\n")).empty());
    CHECK(errors(block_text("")) ==
          "rehab/medicine_blocks.toml:1:1: a block needs 'when' or 'with_bone = true'");
    const auto block = block_text("when = \"fever\"\n");
    CHECK(errors(block + block) == "rehab/medicine_blocks.toml:8:1: the block 'ill' of "
                                   "'paracetamol' is declared twice");
    auto other = block;
    other.replace(other.find("paracetamol"), 11, "oral_nsaid");
    CHECK(errors(block + other).empty());
    other.replace(other.find("oral_nsaid"), 10, "aspirin");
    CHECK(errors(other).find("'medicine' must be one of: oral_nsaid") != std::string::npos);
}

TEST_CASE("cards take shared lines, all in the order of their kinds") {
    SmallFolder folder;
    folder
        .put("rehab/care_lines.toml",
             item_text("shared_act", "kind = \"act\"\n") + item_text("unused", "kind = \"act\"\n"))
        .put("rehab/care_a.toml", card_text(item_text("own_check", "kind = \"check\"\n") +
                                                item_text("own_act", "kind = \"act\"\n"),
                                            "shared = [\"shared_act\"]\n"));
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    std::string ids;
    for (const auto& item : compiled->care_cards.at(0).items) {
        ids += item.id + " ";
    }
    CHECK(ids == "own_act shared_act own_check ");
}

TEST_CASE("a line or a condition stands on the cards once, and a shared line is known") {
    const auto errors = [](const std::string& fields, const std::string& item) {
        return SmallFolder()
            .put("rehab/care_lines.toml", item_text("a", "kind = \"act\"\n"))
            .put("rehab/care_a.toml", card_text(item, fields))
            .errors();
    };
    const auto own = item_text("own", "kind = \"act\"\n");
    CHECK(errors("shared = [\"a\"]\n", own).empty());
    CHECK(errors("shared = [\"b\"]\n", own) == "rehab/care_a.toml:1:1: unknown shared line 'b': "
                                               "rehab/care_lines.toml has none");
    CHECK(errors("shared = [\"a\"]\n", item_text("a", "kind = \"act\"\n")) ==
          "rehab/care_a.toml:1:1: the care item 'a' stands here twice");
    auto second = card_text(own);
    second.replace(second.find("card"), 4, "b");
    CHECK(SmallFolder()
              .put("rehab/care_a.toml", card_text(own))
              .put("rehab/care_b.toml", second)
              .errors() == "rehab/care_b.toml:1:1: 'sprain' has a care card already: 'card'");
}
