// SPDX-License-Identifier: Apache-2.0
#include "knowledge/small_folder_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using knowledge::rule_text;
using knowledge::SmallFolder;

namespace {

constexpr std::string_view kCard = R"(id = "card"
title = "title"
conditions = ["sprain"]
[[item]]
id = "ice"
kind = "act"
from_h = 0
to_h = 72
text = "text"
certainty = "read"
sources = ["book"]
)";

/// A claim without an error; its `links` stand in line 11, its `verdict` in line 5.
std::string claim_text(const std::string& id, const std::string& links) {
    return "[[claim]]\nid = \"" + id + R"("
kind = "treat"
text = "Ice helps."
verdict = "limited"
answer = "For a while."
grade = "moderate"
certainty = "read"
sources = ["book"]
topics = ["ice", "cold pack"]
links = )" +
           links + "\n";
}

SmallFolder with_claims(const std::string& text) {
    return SmallFolder().put("rehab/card.toml", std::string(kCard)).put("claims/1.toml", text);
}

std::string errors_of(const std::string& text) {
    return with_claims(text).errors();
}

/// The good claim with one part of its text exchanged.
std::string errors_with(const std::string& part, const std::string& instead) {
    auto text = claim_text("S-001", "[]");
    text.replace(text.find(part), part.size(), instead);
    return errors_of(text);
}

std::vector<std::string> ids(const std::vector<ClaimId>& claims) {
    std::vector<std::string> texts;
    for (const auto& claim : claims) {
        texts.push_back(claim.text());
    }
    return texts;
}

}  // namespace

TEST_CASE("a claim is read whole") {
    const auto compiled = knowledge::compile(with_claims(claim_text("S-001", "[]")).files());
    REQUIRE(compiled);
    REQUIRE(compiled->claims.size() == 1);
    const auto& claim = compiled->claims.front();
    CHECK(claim.id == ClaimId("S-001"));
    CHECK(claim.kind == ClaimKind::treat);
    CHECK(claim.text == "Ice helps.");
    CHECK(claim.verdict == ClaimVerdict::limited);
    CHECK(claim.answer == "For a while.");
    CHECK(claim.grade == EvidenceGrade::moderate);
    CHECK(claim.certainty == Certainty::read);
    CHECK(claim.sources == std::vector{SourceId("book")});
    CHECK(claim.topics == std::vector<std::string>{"ice", "cold pack"});
    CHECK(claim.links.empty());
}

TEST_CASE("each word of kind, verdict and grade is read as itself") {
    for (const auto* word_of :
         {"supported", "limited", "disputed", "refuted", "promoted", "unverified"}) {
        auto text = claim_text("S-001", "[]");
        text.replace(text.find("limited"), 7, word_of);
        const auto compiled = knowledge::compile(with_claims(text).files());
        REQUIRE(compiled);
        CHECK(word(compiled->claims.front().verdict) == word_of);
    }
    for (const auto* word_of : {"cause", "risk", "symptom", "sign", "warn", "diag", "treat", "ex",
                                "prev", "num", "anat", "adv", "claim"}) {
        auto text = claim_text("S-001", "[]");
        text.replace(text.find("treat"), 5, word_of);
        const auto compiled = knowledge::compile(with_claims(text).files());
        REQUIRE(compiled);
        CHECK(word(compiled->claims.front().kind) == word_of);
    }
    for (const auto* word_of : {"strong", "moderate", "weak", "expert", "none"}) {
        auto text = claim_text("S-001", "[]");
        text.replace(text.find("moderate"), 8, word_of);
        const auto compiled = knowledge::compile(with_claims(text).files());
        REQUIRE(compiled);
        CHECK(word(compiled->claims.front().grade) == word_of);
    }
}

TEST_CASE("rules, conditions and care items learn which claims link to them, in order of id") {
    auto folder = with_claims(claim_text("S-002", R"(["R-001", "sprain", "card.ice"])") +
                              claim_text("S-003", "[]"));
    folder.put("claims/2.toml", claim_text("S-001", R"(["card.ice", "R-001"])"));
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    const std::vector<std::string> both{"S-001", "S-002"};
    CHECK(ids(compiled->rules.front().claims) == both);
    CHECK(ids(compiled->care_cards.front().items.front().claims) == both);
    CHECK(ids(compiled->conditions.front().claims) == std::vector<std::string>{"S-002"});
}

TEST_CASE("a link to a rule of the evidence means each of its parts, and no other rule") {
    auto folder = with_claims(claim_text("S-001", R"(["R-035", "R-035a"])"));
    folder.put("triage/1.toml", rule_text("R-035a", "emergency", "ill") +
                                    rule_text("R-035b", "emergency", "ill") +
                                    rule_text("R-03", "emergency", "ill"));
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    CHECK(ids(compiled->rules[0].claims) == std::vector<std::string>{"S-001"});
    CHECK(ids(compiled->rules[1].claims) == std::vector<std::string>{"S-001"});
    CHECK(compiled->rules[2].claims.empty());
}

TEST_CASE("an unknown link stands where it is written") {
    const std::string must = ": it must name a rule, a condition or a care item (card.item)";
    CHECK(errors_of(claim_text("S-001", R"(["sprain", "R-999"])")) ==
          "claims/1.toml:11:20: unknown link 'R-999'" + must);
    CHECK(errors_of(claim_text("S-001", R"(["card"])")) ==
          "claims/1.toml:11:10: unknown link 'card'" + must);
    CHECK(errors_of(claim_text("S-001", R"(["card.heat"])")) ==
          "claims/1.toml:11:10: unknown link 'card.heat'" + must);
    CHECK(errors_of(claim_text("S-001", R"(["sprain", "sprain"])")) ==
          "claims/1.toml:11:20: 'sprain' is linked twice");
}

TEST_CASE("an unknown verdict, kind, grade or source stands where it is written") {
    CHECK(errors_with("\"limited\"", "\"perhaps\"") ==
          "claims/1.toml:5:11: 'verdict' must be one of: supported, limited, disputed, refuted, "
          "promoted, unverified");
    CHECK(errors_with("\"treat\"", "\"cure\"").starts_with("claims/1.toml:3:8: 'kind' must be"));
    CHECK(errors_with("\"moderate\"", "\"A\"").starts_with("claims/1.toml:7:9: 'grade' must be"));
    CHECK(errors_with("[\"book\"]", "[\"rumour\"]") ==
          "claims/1.toml:9:12: unknown source 'rumour'");
}

TEST_CASE("a missing field of a claim, an unknown one and topics nobody could type are errors") {
    for (const auto* field : {"id", "kind", "text", "verdict", "answer", "grade", "certainty",
                              "sources", "topics", "links"}) {
        CAPTURE(field);
        auto text = claim_text("S-001", "[]");
        const auto start = text.find("\n" + std::string(field) + " =") + 1;
        text.erase(start, text.find('\n', start) + 1 - start);
        const auto errors = errors_of(text);
        CHECK(errors.starts_with("claims/1.toml:1:1: '" + std::string(field) + "' is missing"));
    }
    CHECK(errors_of(claim_text("S-001", "[]\nlink = \"x\"")) ==
          "claims/1.toml:12:8: unknown key 'link'");
    CHECK(errors_with(R"(["ice", "cold pack"])", "[]") ==
          "claims/1.toml:1:1: a claim needs topics: the words somebody would search for");
    CHECK(errors_with("\"ice\"", "\"Ice\"") ==
          "claims/1.toml:1:1: the topic 'Ice' must be words in lower case");
}

TEST_CASE("a claim and a source are declared once, over all files") {
    auto folder = with_claims(claim_text("S-001", "[]"));
    folder.put("claims/2.toml", claim_text("S-002", "[]") + claim_text("S-001", "[]"));
    CHECK(folder.errors() == "claims/2.toml:12:1: claim 'S-001' is declared twice");
    CHECK(SmallFolder()
              .put("sources/2.toml", "[paper]\ncitation = \"P\"\n[book]\ncitation = \"B\"\n")
              .errors() == "sources/2.toml:3:1: source 'book' is declared twice");
}
