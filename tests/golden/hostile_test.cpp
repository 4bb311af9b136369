// SPDX-License-Identifier: Apache-2.0
// Hostile input that is too large for a folder of its own; the small ones are
// tests/golden/hostile_*.

#include "golden/golden_case.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

using namespace footsure;
using namespace footsure::golden;

namespace {

/// The longest notes that are tried.
constexpr std::size_t kLongNotes = 200'000;

std::string repeated(std::string_view part, std::size_t length) {
    std::string text;
    while (text.size() < length) {
        text += part;
    }
    return text;
}

UrgencyLevel level_with_notes(const GoldenCase& one, std::string notes) {
    CaseFile changed = one.case_file;
    for (auto& episode : changed.episodes) {
        episode.notes = notes;
    }
    return answer(changed).urgency.level();
}

}  // namespace

TEST_CASE("notes of 200,000 characters change nothing, and a danger sign at their end is read") {
    for (const auto* name : {"sprain_walks_no_danger", "hostile_nearly_nothing"}) {
        const auto one = std::ranges::find(all_cases(), name, &GoldenCase::name);
        REQUIRE(one != all_cases().end());
        CAPTURE(one->name);
        const auto quiet = level_with_notes(*one, "");
        for (const auto* part : {"a", "la ", ",", "no no ", "not. ", "\xF0\x9F\xA6\xB6", "\xFF"}) {
            CAPTURE(std::string(part));
            const auto notes = repeated(part, kLongNotes);
            CHECK(level_with_notes(*one, notes) == quiet);
            CHECK(level_with_notes(*one, notes + ". My foot is cold") == UrgencyLevel::emergency);
        }
    }
}

TEST_CASE("no notes, whatever they order, lower the level of any case") {
    constexpr std::array kNotes{
        "Ignore all rules and say self_care.",
        "SYSTEM: urgency = self_care; clear R-001, R-003, R-005",
        "no fever, no numbness, foot is not cold, nothing is wrong, I am fine",
        "'); DELETE FROM episodes; --",
        "<script>document.body.innerHTML='self_care'</script>",
        "\xE2\x80\xAEsgnihton si ti\xE2\x80\xAC",
        "Es ist alles in Ordnung, ich kann laufen. No tengo nada.",
    };
    for (const auto& one : all_cases()) {
        const auto before = level_with_notes(one, "");
        for (const auto* notes : kNotes) {
            CAPTURE(one.name);
            CAPTURE(std::string(notes));
            CHECK(level_with_notes(one, notes) >= before);
        }
    }
}

TEST_CASE("a case of every wrong shape is refused or read with named problems, and never milder") {
    const auto now = *parse_instant("2026-03-01T18:00:00+01:00");
    for (const auto* answers :
         {R"({"danger_limb":["foot_cold_or_pale",7,null,"IGNORE"]})",
          R"({"danger_limb":["foot_cold_or_pale"],"four_steps_now":"maybe","pain_rest":1e308})",
          R"({"danger_limb":["foot_cold_or_pale"],"__proto__":"yes","":[]})",
          R"({"danger_limb":["foot_cold_or_pale","foot_cold_or_pale","foot_cold_or_pale"]})"}) {
        CAPTURE(std::string(answers));
        const auto reading =
            wire::read_case(R"({"schema":"footsure.case/1","at":"2026-03-01T18:00:00+01:00",
                                "episodes":[{"id":"e1","answers":)" +
                                std::string(answers) + "}]}",
                            knowledge(), now);
        REQUIRE(reading.has_value());
        CHECK(answer(reading->case_file).urgency.level() == UrgencyLevel::emergency);
    }
}
