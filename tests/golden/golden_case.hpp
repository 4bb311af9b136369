// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace footsure::golden {

/// What was expected before the first run; written by hand, never rewritten.
struct Expectation {
    bool is_story = false;  ///< a real story, whose level is what three readers said
    UrgencyLevel level{};
    UrgencyLevel floor{};
    bool must_not_miss = false;
    bool nameable = false;
    bool covered = false;  ///< the right cause is in the knowledge
    std::vector<std::string> conditions;
    std::vector<std::string> must_contain;
    std::vector<std::string> must_not_contain;
};

struct GoldenCase {
    std::string name;
    std::filesystem::path folder;
    CaseFile case_file;
    Expectation expected;
};

[[nodiscard]] const Knowledge& knowledge();
/// Every folder, by name; ends the test run when one cannot be read.
[[nodiscard]] const std::vector<GoldenCase>& all_cases();
[[nodiscard]] Advice answer(const CaseFile& case_file);
/// The text that stands in advice.json.
[[nodiscard]] std::string answer_text(const CaseFile& case_file);
/// Whether one of the first `depth` causes of the first Episode is a right one.
[[nodiscard]] bool named_within(const Advice& advice, const Expectation& expected,
                                std::size_t depth);

}  // namespace footsure::golden
