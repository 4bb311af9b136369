// SPDX-License-Identifier: Apache-2.0
// Every condition comes first for its most typical patient.

#include "footsure/files.hpp"
#include "golden/golden_case.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace footsure;
using namespace footsure::golden;

namespace {

using Json = nlohmann::ordered_json;

Json read_patients() {
    Json all = Json::object();
    for (const char* name :
         {"each_condition_1.json", "each_condition_2.json", "each_condition_3.json"}) {
        const auto text =
            app::read_text_file(std::filesystem::path(FOOTSURE_SOURCE_DIR) / "tests/golden" / name);
        REQUIRE(text.has_value());
        all.update(Json::parse(*text));
    }
    return all;
}

Advice advice_for(const Json& patient) {
    Json episode{{"id", "e1"}, {"answers", patient.at("episode")}};
    for (const char* key : {"started_on", "side"}) {
        if (patient.contains(key)) {
            episode[key] = patient.at(key);
        }
    }
    const Json json{{"schema", "footsure.case/1"},
                    {"at", "2026-03-01T18:00:00+01:00"},
                    {"runner", patient.value("runner", Json::object())},
                    {"answers", patient.value("person", Json::object())},
                    {"episodes", Json::array({episode})}};
    const auto reading =
        wire::read_case(json.dump(), knowledge(), *parse_instant("2026-03-01T18:00:00+01:00"));
    REQUIRE(reading.has_value());
    for (const auto& problem : reading->case_file.problems) {
        FAIL_CHECK(problem.path << ": " << problem.text);
    }
    return answer(reading->case_file);
}

}  // namespace

TEST_CASE("every condition has its typical patient written down, and leads for that patient") {
    const auto patients = read_patients();
    CHECK(knowledge().conditions.size() == 57);
    for (const auto& condition : knowledge().conditions) {
        CAPTURE(condition.id.text());
        REQUIRE(patients.contains(condition.id.text()));
        const auto advice = advice_for(patients.at(condition.id.text()));
        const auto& ranked = advice.episodes.front().differential;
        CHECK(ranked.front().condition.text() == condition.id.text());
        CHECK(advice.urgency.level() >= condition.level_mild);
    }
}
