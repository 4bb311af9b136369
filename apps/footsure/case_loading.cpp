// SPDX-License-Identifier: Apache-2.0
#include "footsure/case_loading.hpp"

#include "footsure/files.hpp"
#include "load/load.hpp"
#include "service/service.hpp"
#include "wire/wire.hpp"

#include <algorithm>
#include <utility>

namespace footsure::app {

namespace {

/// What the case tells of a run counts over what its file says.
void lay_told(const ActivitySummary& told, ActivitySummary& summary) {
    if (!told.name.empty()) {
        summary.name = told.name;
    }
    if (!told.shoe.empty()) {
        summary.shoe = told.shoe;
    }
    if (told.perceived_exertion) {
        summary.perceived_exertion = told.perceived_exertion;
    }
    if (told.terrain.origin == TerrainOrigin::told) {
        summary.terrain.ground = told.terrain.ground;
        summary.terrain.origin = told.terrain.origin;
    }
    if (told.terrain.ascent) {
        summary.terrain.ascent = told.terrain.ascent;
    }
    if (told.terrain.descent) {
        summary.terrain.descent = told.terrain.descent;
    }
    if (!told.exercises.empty()) {
        summary.exercises = told.exercises;
    }
}

/// Puts what the file says in the place of its name; a file that says nothing is a problem.
void load_activity(const wire::ActivityFile& named, const std::filesystem::path& folder,
                   CaseFile& case_file) {
    auto& slot = case_file.activities[named.index];
    const auto bytes = read_file(folder / named.file);
    const auto& told_terrain = slot.terrain;
    const auto ground = told_terrain.origin == TerrainOrigin::told
                            ? std::optional(told_terrain.ground)
                            : std::nullopt;
    const auto summary =
        bytes ? service::summarise_file(*bytes, case_file.runner, ground) : std::nullopt;
    if (!summary) {
        case_file.problems.push_back(
            {"activities[" + std::to_string(named.index) + "].file",
             bytes ? "unreadable" : "no_such_file",
             bytes ? named.file + " holds no activity with a start" : bytes.error()});
        return;
    }
    const ActivitySummary told = std::exchange(slot, *summary);
    lay_told(told, slot);
    slot.from = named.file;
}

}  // namespace

Result<CaseFile, std::string> load_case(const std::filesystem::path& path,
                                        const Knowledge& knowledge) {
    const auto text = read_text_file(path);
    if (!text) {
        return Failure<std::string>(text.error());
    }
    auto reading = wire::read_case(*text, knowledge, service::now());
    if (!reading) {
        return Failure<std::string>(path.string() + ": " + reading.error().text);
    }
    CaseFile& case_file = reading->case_file;
    for (const auto& named : reading->files) {
        load_activity(named, path.parent_path(), case_file);
    }
    const load::RunnerTraits runner{.body_mass = case_file.runner.body_mass,
                                    .height = case_file.runner.height};
    std::erase_if(case_file.activities,
                  [](const ActivitySummary& a) { return a.started_at == Instant(); });
    for (auto& activity : case_file.activities) {
        if (activity.quality == DoseQuality::none) {
            load::dose_from_totals(activity, runner);
            load::dose_without_running(activity, knowledge.exercises);
        }
    }
    return std::move(case_file);
}

}  // namespace footsure::app
