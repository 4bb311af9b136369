// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `EX-` and two digits, as the catalogue numbers them.
bool is_exercise_id(std::string_view id) {
    constexpr std::string_view kPrefix = "EX-";
    constexpr std::size_t kLength = 5;
    return id.size() == kLength && id.starts_with(kPrefix) &&
           std::ranges::all_of(id.substr(kPrefix.size()), is_digit);
}

void read_exercise(Reader& in, const Names& names, Knowledge& knowledge) {
    ExerciseDefinition exercise;
    exercise.id = ExerciseId(in.text("id"));
    exercise.name = in.text("name");
    const auto tier = in.one_of("tier", {"none", "tier_1", "tier_2", "tier_3", "tier_4"});
    exercise.tier = static_cast<LoadTier>(tier.value_or(0));
    const auto impact = in.one_of("impact", {"none", "hop"});
    exercise.impact = static_cast<Impact>(impact.value_or(0));
    if (!in.has("one_leg")) {
        in.fail("'one_leg' is missing");
    }
    exercise.one_leg = in.optional_truth("one_leg").value_or(false);
    exercise.kind = session_kind(in);
    exercise.how = in.text("how");
    exercise.stop = in.optional_text("stop");
    exercise.strains = strains(in, "strains");
    exercise.needs = equipment(in, "needs");
    exercise.dose = dose(in);
    exercise.progression = named_exercise(in, "progression", names);
    exercise.regression = named_exercise(in, "regression", names);
    exercise.certainty = in.certainty().value_or(Certainty::expert_estimate);
    exercise.sources = in.sources(names);
    if (!exercise.id.empty() && !is_exercise_id(exercise.id.text())) {
        in.fail("'" + exercise.id.text() + "' is no exercise id: EX- and two digits, EX-01");
    }
    if (exercise.impact == Impact::hop && tier && exercise.tier == LoadTier::none) {
        in.fail("a hop loads the Achilles tendon: it needs a tier");
    }
    const bool strikes =
        std::ranges::find(exercise.strains, Strain::impact) != exercise.strains.end();
    if (impact && strikes != (exercise.impact == Impact::hop)) {
        in.fail("a hop has 'impact' among its strains, and nothing else has");
    }
    const auto same = std::ranges::find(knowledge.exercises, exercise.id, &ExerciseDefinition::id);
    if (same != knowledge.exercises.end()) {
        in.fail("exercise '" + exercise.id.text() + "' is declared twice");
    }
    knowledge.exercises.push_back(std::move(exercise));
}

}  // namespace

void declare_exercises(const Sheet& sheet, Names& names) {
    const auto list = std::ranges::find(sheet.root.fields, "exercise", &Field::key);
    if (list == sheet.root.fields.end()) {
        return;
    }
    for (const auto& item : list->node.items) {
        const auto id = std::ranges::find(item.fields, "id", &Field::key);
        if (id != item.fields.end()) {
            names.exercises.insert(id->node.text);
        }
    }
}

void read_exercises(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "exercise", sheet,
                   [&](Reader& in, const Node&) { read_exercise(in, names, knowledge); });
    file.done();
    std::ranges::sort(knowledge.exercises, {}, &ExerciseDefinition::id);
}

}  // namespace footsure::knowledge
