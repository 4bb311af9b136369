// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Knowledge of a few entries and a case around one part, for this module's tests.

#include "model/knowledge.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::wire::testing {

inline constexpr LocalInstant kNow{Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)),
                                   std::chrono::hours(1)};

inline Figure figure(double value, double low, double high) {
    return {value, low, high, Certainty::secondary, {SourceId("smith2001")}};
}

inline FindingDefinition truth(const char* id) {
    return {.id = FindingId(id), .text = std::string("has ") + id, .asked = true};
}

inline Question question(const char* id, QuestionKind kind) {
    return {.id = QuestionId(id), .text = std::string(id) + "?", .why = "it matters", .kind = kind};
}

/// Findings: fever 0, calf_swelling 1, snap 2, pain_now 3, sudden 4.
inline Knowledge small_knowledge() {
    Knowledge k{.version = "7", .hash = "abc"};
    k.sources = {{SourceId("smith2001"), "Smith, 2001", "doi:10.1/x"}};
    k.findings = {truth("fever"), truth("calf_swelling"), truth("snap"), truth("pain_now"),
                  truth("sudden")};
    k.findings[3].kind = FindingKind::number;
    Question fever = question("fever", QuestionKind::yes_no);
    fever.scope = QuestionScope::person;
    fever.finding = 0;
    Question danger = question("danger", QuestionKind::choices);
    danger.red_flag = true;
    danger.options = {{"calf_swelling", "a swollen calf", 1}, {"snap", "a snap", 2}};
    Question pain = question("pain_now", QuestionKind::number);
    pain.finding = 3;
    pain.unit = "points";
    pain.min = 0;
    pain.max = 10;
    Question onset = question("onset", QuestionKind::choice);
    onset.options = {{"sudden", "at once", 4}, {"gradual", "bit by bit", std::nullopt}};
    onset.applies_when = Expression{.kind = ExpressionKind::finding, .finding = 0};
    onset.applies_text = "fever";
    Question place = question("place", QuestionKind::region);
    place.options = {{"heel", "the heel", std::nullopt}};
    k.questions = {fever, danger, pain, onset, place};
    k.conditions = {
        {.id = ConditionId("sprain"), .number = 1, .name = "Sprain", .weight = figure(10, 5, 20)}};
    return k;
}

inline std::string case_with(std::string_view part) {
    return R"({"schema":"footsure.case/1","at":"2026-03-01T18:00:00+01:00",)" + std::string(part) +
           "}";
}

inline CaseReading read(std::string_view json) {
    auto reading = read_case(json, small_knowledge(), kNow);
    REQUIRE(reading);
    return std::move(*reading);
}

/// `path: code` of each problem, as one text to compare.
inline std::string problems_of(const CaseReading& reading) {
    std::string all;
    for (const auto& problem : reading.case_file.problems) {
        CHECK_FALSE(problem.text.empty());
        all += (all.empty() ? "" : ", ") + problem.path + ": " + problem.code;
    }
    return all;
}

}  // namespace footsure::wire::testing
