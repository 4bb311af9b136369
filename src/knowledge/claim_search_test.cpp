// SPDX-License-Identifier: Apache-2.0
#include "knowledge/knowledge.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace footsure;

namespace {

std::vector<Claim> some_claims() {
    return {{.id = ClaimId("S-001"),
             .text = "Stem cells mend an ankle.",
             .answer = "No trial; ice does no harm.",
             .topics = {"stem cells", "injection"}},
            {.id = ClaimId("S-002"),
             .text = "Ice brings swelling down.",
             .answer = "It dulls pain.",
             .topics = {"cold", "swelling"}},
            {.id = ClaimId("S-003"),
             .text = "Cold water after a run.",
             .answer = "It may ease soreness.",
             .topics = {"ice bath", "soreness"}},
            {.id = ClaimId("S-004"),
             .text = "Icelandic socks.",
             .answer = "Nothing is known.",
             .topics = {"socks"}}};
}

/// The ids of what is found, in order.
std::string found(const std::vector<std::string>& words) {
    const auto claims = some_claims();
    std::string ids;
    for (const auto& claim : knowledge::find_claims(claims, words)) {
        ids += (ids.empty() ? "" : " ") + claim.id.text();
    }
    return ids;
}

}  // namespace

TEST_CASE("topics count before the text, the text before the answer, whole words first") {
    CHECK(found({"ice"}) == "S-003 S-002 S-004 S-001");
    CHECK(found({"cold"}) == "S-002 S-003");
}

TEST_CASE("every word must be there, wherever it is") {
    CHECK(found({"ice", "pain"}) == "S-002");
    CHECK(found({"ice", "injection"}) == "S-001");
    CHECK(found({"ice", "magnet"}).empty());
    CHECK(found({"?"}).empty());
    CHECK(found({""}).empty());
}

TEST_CASE("a word is found by its start, never by its middle, and case does not matter") {
    CHECK(found({"SWELL"}) == "S-002");
    CHECK(found({"welling"}).empty());
    CHECK(found({"Inject"}) == "S-001");
    CHECK(found({"cells"}) == "S-001");
}

TEST_CASE("what is written as one word or in quotes is found as its parts") {
    CHECK(found({"stem-cells"}) == "S-001");
    CHECK(found({"ice bath"}) == "S-003");
}

TEST_CASE("an id finds its claim and no other") {
    CHECK(found({"S-004"}) == "S-004");
    CHECK(found({"s-004"}) == "S-004");
    CHECK(found({"S-00"}).empty());
    CHECK(found({"S-004", "ice"}) == "S-004");
    CHECK(found({"S-002", "socks"}).empty());
}

TEST_CASE("no words find everything, in order of id") {
    CHECK(found({}) == "S-001 S-002 S-003 S-004");
}
