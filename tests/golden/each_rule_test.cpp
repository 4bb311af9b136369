// SPDX-License-Identifier: Apache-2.0
// Every rule and modifier fires on the fewest answers that its text in the evidence asks for, and
// no longer when one of them is taken away.

#include "footsure/files.hpp"
#include "golden/golden_case.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

using namespace footsure;
using namespace footsure::golden;

namespace {

using Json = nlohmann::ordered_json;

Json read_table() {
    const auto text = app::read_text_file(std::filesystem::path(FOOTSURE_SOURCE_DIR) /
                                          "tests/golden/each_rule.json");
    REQUIRE(text.has_value());
    return Json::parse(*text);
}

Json case_of(const Json& fewest) {
    Json episode{{"id", "e1"}, {"answers", fewest.at("episode")}};
    if (fewest.contains("started_on")) {
        episode["started_on"] = fewest.at("started_on");
    }
    return {{"schema", "footsure.case/1"},
            {"at", "2026-03-01T18:00:00+01:00"},
            {"runner", fewest.value("runner", Json::object())},
            {"answers", fewest.value("person", Json::object())},
            {"episodes", Json::array({episode})}};
}

bool fires(const std::string& id, const Json& json) {
    const auto now = *parse_instant("2026-03-01T18:00:00+01:00");
    const auto reading = wire::read_case(json.dump(), knowledge(), now);
    REQUIRE(reading.has_value());
    CHECK(reading->case_file.problems.empty());
    const auto advice = answer(reading->case_file);
    return std::ranges::any_of(advice.episodes.front().triage.rules,
                               [&](const FiredRule& rule) { return rule.id.text() == id; });
}

struct LeftOut {
    std::string_view rule;
    std::string_view question;
};

/// Left out, these count as what they ask about, or only open the question that the rule rests on.
constexpr std::array kLeftOut{LeftOut{"R-012", "place"},         LeftOut{"R-022", "onset"},
                              LeftOut{"R-022", "walk_normally"}, LeftOut{"R-026a", "place"},
                              LeftOut{"R-026b", "place"},        LeftOut{"R-048", "pain_character"},
                              LeftOut{"R-055", "place"},         LeftOut{"R-061", "place"},
                              LeftOut{"R-067a", "onset"},        LeftOut{"R-067b", "onset"}};

bool counts_when_left_out(std::string_view id, std::string_view question) {
    return std::ranges::any_of(
        kLeftOut, [&](const LeftOut& one) { return one.rule == id && one.question == question; });
}

}  // namespace

TEST_CASE("every rule and every modifier has its fewest answers written down") {
    const auto table = read_table();
    for (const auto& rule : knowledge().rules) {
        CAPTURE(rule.id.text());
        CHECK(table.contains(rule.id.text()));
    }
    for (const auto& modifier : knowledge().modifiers) {
        CAPTURE(modifier.id.text());
        CHECK(table.contains(modifier.id.text()));
    }
}

TEST_CASE("every rule fires on its fewest answers and gives at least its level") {
    const auto table = read_table();
    for (const auto& [id, fewest] : table.items()) {
        CAPTURE(id);
        CHECK(fires(id, case_of(fewest)));
    }
}

TEST_CASE("without one of its answers a rule no longer fires") {
    const auto table = read_table();
    for (const auto& [id, fewest] : table.items()) {
        const auto whole = case_of(fewest);
        const auto& answers = fewest.at("episode");
        for (const auto& [question, value] : answers.items()) {
            const bool presumed = counts_when_left_out(id, question) ||
                                  (question == "onset" && answers.contains("injury_signs"));
            if (presumed) {
                continue;
            }
            auto less = whole;
            less["episodes"][0]["answers"].erase(question);
            CAPTURE(id);
            CAPTURE(question);
            CHECK(!fires(id, less));
        }
    }
}
