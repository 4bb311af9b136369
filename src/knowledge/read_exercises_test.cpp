// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_folder_test.hpp"
#include "knowledge/small_rehab_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace footsure;
using knowledge::exercise_text;
using knowledge::real_knowledge;
using knowledge::SmallFolder;

namespace {

std::string errors_of(const std::string& text) {
    return SmallFolder().put("exercises/1.toml", text).errors();
}

/// The good exercise with one part of its text exchanged.
std::string errors_with(const std::string& part, const std::string& instead) {
    auto text = exercise_text("EX-49");
    text.replace(text.find(part), part.size(), instead);
    return errors_of(text);
}

const ExerciseDefinition& real_exercise(const char* id) {
    const auto& all = real_knowledge().exercises;
    const auto it = std::ranges::find(all, ExerciseId(id), &ExerciseDefinition::id);
    REQUIRE(it != all.end());
    return *it;
}

}  // namespace

TEST_CASE("exercises are read whole, by id whatever the file's order") {
    const auto compiled = knowledge::compile(
        SmallFolder()
            .put("exercises/1.toml", exercise_text("EX-49") + exercise_text("EX-07"))
            .files());
    REQUIRE(compiled);
    REQUIRE(compiled->exercises.size() == 2);
    CHECK(compiled->exercises[0].id == ExerciseId("EX-07"));
    const auto& hops = compiled->exercises[1];
    CHECK(hops.id == ExerciseId("EX-49"));
    CHECK(hops.name == "Hops");
    CHECK(hops.tier == LoadTier::tier_4);
    CHECK(hops.impact == Impact::hop);
    CHECK(hops.one_leg);
    CHECK(hops.certainty == Certainty::general);
    CHECK(hops.sources == std::vector{SourceId("book")});
}

TEST_CASE("what is wrong with an exercise is said with its place") {
    CHECK(errors_of(exercise_text("EX-49")).empty());
    CHECK(errors_with("tier_4", "tier_5") ==
          "exercises/1.toml:4:8: 'tier' must be one of: none, tier_1, tier_2, tier_3, tier_4");
    CHECK(errors_with("\"hop\"", "\"jump\"") ==
          "exercises/1.toml:5:10: 'impact' must be one of: none, hop");
    CHECK(errors_with("one_leg = true\n", "") == "exercises/1.toml:1:1: 'one_leg' is missing");
    CHECK(errors_with("one_leg = true", "one_leg = 1") ==
          "exercises/1.toml:6:11: 'one_leg' must be true or false");
    CHECK(errors_with("\"book\"", "\"film\"") == "exercises/1.toml:8:12: unknown source 'film'");
    CHECK(errors_with("one_leg = true", "one_leg = true\nload = 3") ==
          "exercises/1.toml:7:8: unknown key 'load'");
    CHECK(errors_with("EX-49", "EX-4") ==
          "exercises/1.toml:1:1: 'EX-4' is no exercise id: EX- and two digits, EX-01");
    CHECK(errors_with("tier_4", "none") ==
          "exercises/1.toml:1:1: a hop loads the Achilles tendon: it needs a tier");
    CHECK(errors_with("[\"impact\"]", "[\"rotation\"]") ==
          "exercises/1.toml:1:1: a hop has 'impact' among its strains, and nothing else has");
    CHECK(errors_with("[\"impact\"]", "[\"impact\", \"jump\"]") ==
          "exercises/1.toml:11:22: unknown strain 'jump'");
    CHECK(errors_with("sets = 3", "needs = [\"rubber\"]\nsets = 3") ==
          "exercises/1.toml:12:10: unknown equipment 'rubber'");
    CHECK(errors_with("sets = 3", "progression = \"EX-51\"\nsets = 3") ==
          "exercises/1.toml:1:1: unknown exercise 'EX-51'");
    CHECK(errors_with("\"strength\"", "\"power\"") ==
          "exercises/1.toml:9:8: 'kind' must be one of: run, walk_run, strength, balance, "
          "mobility, cross_train, rest");
    CHECK(errors_with("how = \"Hop.\"\n", "") == "exercises/1.toml:1:1: 'how' is missing");
    CHECK(errors_of(exercise_text("EX-49") + exercise_text("EX-49")) ==
          "exercises/1.toml:15:1: exercise 'EX-49' is declared twice");
}

TEST_CASE("all 58 exercises of the catalogue are there, each once") {
    const auto& all = real_knowledge().exercises;
    REQUIRE(all.size() == 58);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        CHECK(all[i].id.text() == (number.size() == 1 ? "EX-0" : "EX-") + number);
        CHECK_FALSE(all[i].sources.empty());
    }
}

TEST_CASE("tiers as the catalogue's table has them, the higher where it names two") {
    struct Row {
        const char* id;
        LoadTier tier;
        Impact impact;
    };

    constexpr std::array kRows{
        Row{"EX-01", LoadTier::none, Impact::none},   Row{"EX-04", LoadTier::tier_1, Impact::none},
        Row{"EX-18", LoadTier::tier_1, Impact::none}, Row{"EX-20", LoadTier::tier_2, Impact::none},
        Row{"EX-21", LoadTier::tier_3, Impact::none}, Row{"EX-23", LoadTier::tier_3, Impact::none},
        Row{"EX-28", LoadTier::tier_2, Impact::none}, Row{"EX-29", LoadTier::tier_3, Impact::none},
        Row{"EX-47", LoadTier::tier_3, Impact::hop},  Row{"EX-49", LoadTier::tier_4, Impact::hop},
        Row{"EX-51", LoadTier::tier_4, Impact::hop},  Row{"EX-52", LoadTier::tier_4, Impact::hop},
        Row{"EX-55", LoadTier::tier_3, Impact::hop},  Row{"EX-56", LoadTier::none, Impact::none}};
    for (const Row& row : kRows) {
        CAPTURE(row.id);
        CHECK(word(real_exercise(row.id).tier) == word(row.tier));
        CHECK(word(real_exercise(row.id).impact) == word(row.impact));
    }
    CHECK(real_exercise("EX-52").certainty == Certainty::read);
    CHECK(real_exercise("EX-23").one_leg);
    CHECK_FALSE(real_exercise("EX-20").one_leg);
}
