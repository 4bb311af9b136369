// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"
#include "rehab/medicine.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using rehab::BoneInjury;

namespace {

/// Tablets: ulcer and kidney block, bone too; gel: wound blocks.
struct Pharmacy {
    Knowledge knowledge;
    Findings findings{.values = std::vector<Finding>(3)};

    Pharmacy() {
        knowledge.findings = {
            {.id = FindingId("ulcer")}, {.id = FindingId("kidney")}, {.id = FindingId("wound")}};
        add("ulcer", "tablet", "It bleeds.", "book", Certainty::general);
        add("kidney", "tablet", "It dries.", "paper", Certainty::read);
        add("wound", "gel", "It burns.", "book", Certainty::read);
        knowledge.medicine_blocks.push_back(
            {.id = "bone", .medicine = "tablet", .text = "Bone.", .with_bone = true});
        for (auto& value : findings.values) {
            value.truth = Truth::no;
        }
    }

    void add(const char* finding, const char* medicine, const char* text, const char* source,
             Certainty certainty) {
        knowledge.medicine_blocks.push_back({.id = finding,
                                             .medicine = medicine,
                                             .text = text,
                                             .when = *logic::parse(finding, knowledge.findings),
                                             .certainty = certainty,
                                             .sources = {SourceId(source)}});
    }

    [[nodiscard]] std::optional<rehab::Blocked> ask(std::string_view medicine,
                                                    BoneInjury bone = BoneInjury::unlikely) const {
        return rehab::blocked(medicine, findings.values, bone, knowledge);
    }

    [[nodiscard]] std::string text(std::string_view medicine) const {
        const auto block = ask(medicine);
        return block ? block->text : "allowed";
    }
};

constexpr const char* kOpen =
    "Nobody has said whether the following holds, so it counts as if it did:";

}  // namespace

TEST_CASE("a medicine is allowed when each of its blocks is answered with no") {
    Pharmacy pharmacy;
    CHECK(pharmacy.text("tablet") == "allowed");
    CHECK(pharmacy.text("gel") == "allowed");
}

TEST_CASE("a block that holds rules out its own medicine, with its words and its source") {
    Pharmacy pharmacy;
    pharmacy.findings.values[0].truth = Truth::yes;
    const auto block = pharmacy.ask("tablet");
    REQUIRE(block);
    CHECK(block->text == "It bleeds.");
    CHECK(block->sources == std::vector{SourceId("book")});
    CHECK(block->certainty == Certainty::general);
    CHECK(pharmacy.text("gel") == "allowed");
}

TEST_CASE("several blocks are all named, with every source and the weakest certainty") {
    Pharmacy pharmacy;
    pharmacy.findings.values[0].truth = Truth::yes;
    pharmacy.findings.values[1].truth = Truth::yes;
    const auto block = pharmacy.ask("tablet");
    REQUIRE(block);
    CHECK(block->text == "It bleeds. It dries.");
    CHECK(block->sources == std::vector{SourceId("book"), SourceId("paper")});
    CHECK(block->certainty == Certainty::general);
}

TEST_CASE("what nobody knows blocks too, and is told apart from what holds") {
    Pharmacy pharmacy;
    for (const auto open : {Truth::unknown, Truth::not_asked}) {
        pharmacy.findings.values[0].truth = open;
        CHECK(pharmacy.text("tablet") == std::string(kOpen) + " It bleeds.");
    }
    pharmacy.findings.values[1].truth = Truth::yes;
    CHECK(pharmacy.text("tablet") == "It dries. " + std::string(kOpen) + " It bleeds.");
}

TEST_CASE("of many open blocks three are named and the rest counted") {
    Pharmacy pharmacy;
    for (int i = 0; i < 4; ++i) {
        pharmacy.add("wound", "syrup", "W.", "book", Certainty::read);
    }
    pharmacy.findings.values[2].truth = Truth::not_asked;
    CHECK(pharmacy.text("syrup") == std::string(kOpen) + " W. W. W. And 1 more.");
    pharmacy.findings.values[2].truth = Truth::yes;
    CHECK(pharmacy.text("syrup") == "W. W. W. W.");
}

TEST_CASE("a possible bone injury blocks what bone does not bear, and nothing else") {
    const Pharmacy pharmacy;
    const auto block = pharmacy.ask("tablet", BoneInjury::possible);
    REQUIRE(block);
    CHECK(block->text == "Bone.");
    CHECK_FALSE(pharmacy.ask("gel", BoneInjury::possible));
}
