// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_folder_test.hpp"

#include <map>
#include <regex>
#include <sstream>

using namespace footsure;
using knowledge::real_knowledge;

namespace {

constexpr int kRows = 222;  // of the inventory of statements

std::string row_id(int number) {
    const std::string digits = std::to_string(number);
    return "S-" + std::string(3 - digits.size(), '0') + digits;
}

/// How often each row is listed in docs/claims.md as one that is no claim: `- S-038: why`.
std::map<std::string, int> rows_left_out() {
    const auto text =
        knowledge::read_text(std::filesystem::path(FOOTSURE_SOURCE_DIR) / "docs" / "claims.md");
    std::map<std::string, int> rows;
    const std::regex item(R"(^- (S-\d{3}): \S.*$)");
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, item)) {
            ++rows[match[1]];
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("every row of the inventory is either a claim or listed as none, and never both") {
    std::map<std::string, int> places = rows_left_out();
    for (const auto& claim : real_knowledge().claims) {
        ++places[claim.id.text()];
    }
    for (int number = 1; number <= kRows; ++number) {
        const auto id = row_id(number);
        CAPTURE(id);
        CHECK(places[id] == 1);
    }
    CHECK(places.size() == kRows);
}

TEST_CASE("a claim can be searched for, and claim and answer are different sentences") {
    for (const auto& claim : real_knowledge().claims) {
        CAPTURE(claim.id.text());
        CHECK(claim.topics.size() >= 2);
        CHECK(claim.topics.size() <= 6);
        CHECK(claim.text.ends_with("."));
        CHECK(claim.answer.ends_with("."));
        CHECK(claim.text != claim.answer);
    }
}
