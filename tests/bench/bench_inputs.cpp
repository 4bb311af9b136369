// SPDX-License-Identifier: Apache-2.0
#include "bench_inputs.hpp"

#include "encode/encode.hpp"
#include "footsure/case_loading.hpp"
#include "footsure/files.hpp"
#include "footsure/sample_runner.hpp"
#include "model/time.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace footsure::bench {

namespace {

std::vector<Activity> sample_activities() {
    return app::sample_year(*parse_day("2026-03-01"));
}

std::filesystem::path shared_activities() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR).parent_path() / "shared";
    return root / "data" / "activities";
}

}  // namespace

Bytes sample_file() {
    return encode::fit_activity(sample_activities().back());
}

std::vector<Bytes> run_files() {
    std::vector<Bytes> files;
    const std::filesystem::path root = shared_activities();
    const app::FileList listed = app::list_files(
        {(root / "fit").string(), (root / "gpx").string(), (root / "tcx").string()});
    for (const std::filesystem::path& path : listed.files) {
        if (auto bytes = app::read_file(path)) {
            files.push_back(std::move(*bytes));
        }
    }
    if (files.empty()) {
        for (const Activity& activity : sample_activities()) {
            files.push_back(encode::fit_activity(activity));
        }
    }
    return files;
}

namespace {

CaseFile case_named(const char* name, const Knowledge& knowledge) {
    const auto path =
        std::filesystem::path(FOOTSURE_SOURCE_DIR) / "tests" / "golden" / name / "case.json";
    auto case_file = app::load_case(path, knowledge);
    expects(case_file.has_value(), "the golden case can be read");
    return std::move(*case_file);
}

}  // namespace

CaseFile golden_case(const Knowledge& knowledge) {
    return case_named("two_episodes", knowledge);
}

CaseFile tendon_case(const Knowledge& knowledge) {
    return case_named("achilles_gradual_morning_stiff", knowledge);
}

Knowledge with_all_causes(Knowledge knowledge) {
    constexpr std::size_t kCauses = 57;
    const std::size_t real = knowledge.conditions.size();
    for (std::size_t i = 0; knowledge.conditions.size() < kCauses; ++i) {
        Condition again = knowledge.conditions[i % real];
        again.id = ConditionId(again.id.text() + std::to_string(i));
        knowledge.conditions.push_back(std::move(again));
    }
    return knowledge;
}

Findings many_answers(const Knowledge& knowledge, std::size_t count) {
    std::vector<std::size_t> asked;
    for (std::size_t f = 0; f < knowledge.findings.size(); ++f) {
        if (knowledge.findings[f].asked && knowledge.findings[f].kind == FindingKind::truth) {
            asked.push_back(f);
        }
    }
    Findings findings{.values = std::vector<Finding>(knowledge.findings.size())};
    const std::size_t wanted = std::min(count, asked.size());
    for (std::size_t i = 0; i < wanted; ++i) {
        auto& value = findings.values[asked[i * asked.size() / wanted]];
        value = {.truth = i % 3 == 0 ? Truth::yes : Truth::no, .from = "bench"};
    }
    return findings;
}

}  // namespace footsure::bench
