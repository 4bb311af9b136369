// SPDX-License-Identifier: Apache-2.0
#include "footsure/files.hpp"
#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::golden;

TEST_CASE("every case is read without a problem") {
    REQUIRE(all_cases().size() >= 40);
    for (const auto& one : all_cases()) {
        CAPTURE(one.name);
        CHECK(one.case_file.problems.empty());
    }
}

TEST_CASE("the advice is the one that was blessed") {
    for (const auto& one : all_cases()) {
        CAPTURE(one.name);
        const auto stored = app::read_text_file(one.folder / "advice.json");
        REQUIRE(stored.has_value());
        const bool same = *stored == answer_text(one.case_file);
        CHECK(same);
    }
}

TEST_CASE("our own cases get exactly the level and the cause that were written down first") {
    for (const auto& one : all_cases()) {
        if (one.expected.is_story) {
            continue;
        }
        CAPTURE(one.name);
        const auto advice = answer(one.case_file);
        CHECK(word(advice.urgency.level()) == word(one.expected.level));
        if (one.expected.nameable && one.expected.covered) {
            CHECK(named_within(advice, one.expected, 1));
        }
    }
}

TEST_CASE("the advice contains what it must and nothing that it must not") {
    for (const auto& one : all_cases()) {
        CAPTURE(one.name);
        const auto text = answer_text(one.case_file);
        for (const auto& part : one.expected.must_contain) {
            CAPTURE(part);
            CHECK(text.find(part) != std::string::npos);
        }
        for (const auto& part : one.expected.must_not_contain) {
            CAPTURE(part);
            CHECK(text.find(part) == std::string::npos);
        }
    }
}

TEST_CASE("urgent advice holds no care card and no plan") {
    for (const auto& one : all_cases()) {
        for (const auto& episode : answer(one.case_file).episodes) {
            CAPTURE(one.name);
            const auto level = episode.triage.urgency.level();
            CHECK(std::holds_alternative<UrgentHelp>(episode.help) ==
                  (level >= UrgencyLevel::same_day));
            CHECK(std::holds_alternative<ProtectedWait>(episode.help) ==
                  (level == UrgencyLevel::within_days));
        }
    }
}
