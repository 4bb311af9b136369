// SPDX-License-Identifier: Apache-2.0
#include "golden/golden_case.hpp"

#define TOML_EXCEPTIONS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include "advice/advice.hpp"
#include "footsure/case_loading.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "wire/wire.hpp"

#include <algorithm>

namespace footsure::golden {

namespace {

UrgencyLevel level_of(const std::string& text) {
    for (const auto level : {UrgencyLevel::self_care, UrgencyLevel::routine,
                             UrgencyLevel::within_days, UrgencyLevel::same_day}) {
        if (word(level) == text) {
            return level;
        }
    }
    expects(text == "emergency", "an expected level is one of the five words");
    return UrgencyLevel::emergency;
}

std::vector<std::string> texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> list;
    if (const auto* array = table[key].as_array()) {
        for (const auto& item : *array) {
            list.push_back(item.value_or(std::string()));
        }
    }
    return list;
}

Expectation read_expectation(const std::filesystem::path& file) {
    const auto parsed = toml::parse_file(file.string());
    expects(static_cast<bool>(parsed), "expect.toml can be read");
    const auto& table = parsed.table();
    return {.is_story = table.contains("story"),
            .level = level_of(table["level"].value_or(std::string())),
            .floor = level_of(table["floor"].value_or(std::string())),
            .must_not_miss = table["must_not_miss"].value_or(false),
            .nameable = table["nameable"].value_or(false),
            .covered = table["covered"].value_or(false),
            .conditions = texts(table, "conditions"),
            .must_contain = texts(table, "must_contain"),
            .must_not_contain = texts(table, "must_not_contain")};
}

std::vector<GoldenCase> read_all() {
    namespace fs = std::filesystem;
    std::vector<GoldenCase> cases;
    for (const auto& entry :
         fs::directory_iterator(fs::path(FOOTSURE_SOURCE_DIR) / "tests/golden")) {
        if (!entry.is_directory()) {
            continue;
        }
        auto case_file = app::load_case(entry.path() / "case.json", knowledge());
        expects(case_file.has_value(), "case.json can be read");
        cases.push_back({entry.path().filename().string(), entry.path(), std::move(*case_file),
                         read_expectation(entry.path() / "expect.toml")});
    }
    std::ranges::sort(cases, {}, &GoldenCase::name);
    return cases;
}

}  // namespace

const Knowledge& knowledge() {
    static const Knowledge embedded = [] {
        auto knowledge = app::embedded_knowledge();
        knowledge.hash.clear();  // the advice is compared, not the knowledge it was made with
        return knowledge;
    }();
    return embedded;
}

const std::vector<GoldenCase>& all_cases() {
    static const std::vector<GoldenCase> cases = read_all();
    return cases;
}

Advice answer(const CaseFile& case_file) {
    return advice::advise(case_file, knowledge(), case_file.at);
}

std::string answer_text(const CaseFile& case_file) {
    return wire::write_advice(answer(case_file), knowledge()) + "\n";
}

bool named_within(const Advice& advice, const Expectation& expected, std::size_t depth) {
    const auto& ranked = advice.episodes.front().differential;
    return std::ranges::any_of(
        ranked.begin(),
        ranked.begin() + static_cast<std::ptrdiff_t>(std::min(depth, ranked.size())),
        [&](const RankedCondition& cause) {
            return std::ranges::find(expected.conditions, cause.condition.text()) !=
                   expected.conditions.end();
        });
}

}  // namespace footsure::golden
