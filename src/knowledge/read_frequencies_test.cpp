// SPDX-License-Identifier: Apache-2.0
#include "knowledge/small_folder_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace footsure;
using knowledge::condition_text;
using knowledge::figure;
using knowledge::SmallFolder;

namespace {

constexpr auto kFrequencies = "findings/frequencies.toml";
constexpr auto kSprain = "conditions/sprain.toml";

SmallFolder folder_with_range() {
    return SmallFolder().put("knowledge.toml", R"(version = "1"
[estimates]
range = 4
certainty = "expert_estimate"
sources = ["book"]
)");
}

std::string frequencies(const std::string& lines) {
    return "certainty = \"general\"\nsources = [\"book\"]\n[frequency]\n" + lines;
}

/// A condition without a likelihood, with these lines at its end.
std::string bare_condition(const std::string& lines) {
    auto text = condition_text("sprain", 6);
    return text.substr(0, text.find("[[likelihood]]")) + lines;
}

}  // namespace

TEST_CASE("an estimate has the range of all estimates, near one its root") {
    auto folder = folder_with_range();
    folder.put(kSprain, bare_condition("[estimates]\nfever = [8, 0.5]\nchills = 1.5\n"));
    CHECK(folder.errors() == "");
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    const auto& likelihoods = compiled->conditions.front().likelihoods;
    REQUIRE(likelihoods.size() == 2);
    REQUIRE(likelihoods[0].present);
    CHECK(likelihoods[0].present->value == 8);
    CHECK(likelihoods[0].present->low == 2);
    CHECK(likelihoods[0].present->high == 32);
    CHECK(likelihoods[0].present->certainty == Certainty::expert_estimate);
    CHECK(likelihoods[0].present->sources == std::vector{SourceId("book")});
    REQUIRE(likelihoods[0].absent);
    CHECK(likelihoods[0].absent->high == 2);
    REQUIRE(likelihoods[1].present);
    CHECK(likelihoods[1].present->low == 0.75);
    CHECK(likelihoods[1].present->high == 3);
    CHECK_FALSE(likelihoods[1].absent);
}

TEST_CASE("what is wrong with an estimate is said at its place") {
    const auto with = [](const std::string& lines) {
        return folder_with_range().put(kSprain, bare_condition("[estimates]\n" + lines)).errors();
    };
    CHECK(with("fewer = 2\n") == "conditions/sprain.toml:12:9: unknown finding 'fewer'");
    const std::string shape =
        "conditions/sprain.toml:12:9: an estimate is a ratio above 0, or [present, absent]";
    CHECK(with("fever = 0\n") == shape);
    CHECK(with("fever = [2, -1]\n") == shape);
    CHECK(with("fever = [2]\n") == shape);
    CHECK(with("fever = [1, 2, 3]\n") == shape);
    CHECK(with("fever = \"much\"\n") == shape);
    CHECK(
        with("fever = 2\n[[likelihood]]\nfinding = \"fever\"\npresent = " + figure("2", "1", "4") +
             "\n") == "conditions/sprain.toml:12:9: 'fever' already has a likelihood here");
    CHECK(SmallFolder().put(kSprain, bare_condition("[estimates]\nfever = 2\n")).errors() ==
          "conditions/sprain.toml:12:9: knowledge.toml lacks the table [estimates] with their "
          "range");
}

TEST_CASE("a weight of 0 needs a modifier that gives one") {
    auto text = bare_condition("");
    const auto from = text.find("weight = ") + 9;
    text.replace(from, text.find('\n', from) - from, figure("0", "0", "0"));
    CHECK(SmallFolder().put(kSprain, text).errors() ==
          "conditions/sprain.toml:1:1: a weight of 0 needs a modifier with a 'weight'");
    text += "[[modifier]]\nwhen = \"fever\"\ntext = \"t\"\nweight = " + figure("30", "10", "90");
    auto folder = SmallFolder().put(kSprain, text + "\n");
    CHECK(folder.errors() == "");
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    const auto& modifier = compiled->conditions.front().modifiers.front();
    REQUIRE(modifier.weight);
    CHECK(modifier.weight->value == 30);
    CHECK(modifier.factor.value == 1);
}

TEST_CASE("frequencies are told to the findings they name") {
    auto folder = folder_with_range();
    folder.put(kFrequencies,
               frequencies("fever = { share = 0.01, otherwise = 0.3 }\nill = { share = 0.2 }\n"));
    CHECK(folder.errors() == "");
    const auto compiled = knowledge::compile(folder.files());
    REQUIRE(compiled);
    const auto& fever = compiled->findings[*find_finding(*compiled, "fever")];
    CHECK(fever.share == 0.01);
    CHECK(fever.otherwise.value == 0.3);
    CHECK(fever.otherwise.high == doctest::Approx(1.2));
    CHECK(fever.otherwise.certainty == Certainty::general);
    const auto& ill = compiled->findings[*find_finding(*compiled, "ill")];
    CHECK(ill.share == 0.2);
    CHECK(ill.otherwise.value == 1);
    const auto& chills = compiled->findings[*find_finding(*compiled, "chills")];
    CHECK(chills.share == kUsualShare);
    CHECK(chills.otherwise.low == 1);
}

TEST_CASE("what is wrong with a frequency is said at its place") {
    const auto with = [](const std::string& lines) {
        return folder_with_range().put(kFrequencies, frequencies(lines)).errors();
    };
    CHECK(with("fewer = { share = 0.1 }\n") ==
          "findings/frequencies.toml:4:9: unknown finding 'fewer'");
    CHECK(with("fever = 0.1\n") ==
          "findings/frequencies.toml:4:9: a frequency is { share = ..., otherwise = ... }");
    const std::string share =
        "findings/frequencies.toml:4:9: 'share' lies above 0 and is at most 0.97";
    CHECK(with("fever = { share = 0 }\n") == share);
    CHECK(with("fever = { share = 0.98 }\n") == share);
    CHECK(with("fever = { otherwise = 0 }\n") ==
          "findings/frequencies.toml:4:9: 'otherwise' is a ratio above 0");
    CHECK(with("fever = { rate = 0.1 }\n") == "findings/frequencies.toml:4:18: unknown key 'rate'");
}
