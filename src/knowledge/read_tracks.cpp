// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

Figure figure_of(Reader& in, std::string_view key, const Names& names) {
    return in.figure(key, names).value_or(Figure());
}

PainRule read_pain_rule(Reader& in, const Names& names) {
    PainRule rule;
    rule.id = in.text("id");
    rule.text = in.text("text");
    rule.progress_during = figure_of(in, "progress_during", names);
    rule.progress_after = figure_of(in, "progress_after", names);
    rule.hold_during = figure_of(in, "hold_during", names);
    rule.hold_after = figure_of(in, "hold_after", names);
    rule.stiffness_rise = figure_of(in, "stiffness_rise", names);
    rule.steps_back = figure_of(in, "steps_back", names);
    rule.rest_hours = figure_of(in, "rest_hours", names);
    rule.holds = figure_of(in, "holds", names);
    rule.worse_weeks = figure_of(in, "worse_weeks", names);
    rule.swelling_stops_progress = in.optional_truth("swelling_stops_progress").value_or(false);
    if (rule.progress_during.value > rule.hold_during.value ||
        rule.progress_after.value > rule.hold_after.value) {
        in.fail("pain that still lets one progress cannot be more than pain that holds");
    }
    return rule;
}

TrackStep read_step(Reader& in) {
    TrackStep step;
    step.id = in.text("id");
    step.number = count(in, "number");
    step.text = in.text("text");
    step.repeats = count(in, "repeats");
    step.run = seconds(in, "run_s");
    step.walk = seconds(in, "walk_s");
    step.sessions = count(in, "sessions");
    step.days_between = count(in, "days_between");
    step.hills = in.optional_truth("hills").value_or(false);
    step.speed = in.optional_truth("speed").value_or(false);
    if (step.repeats == 0 || step.sessions == 0 || step.run.value() <= 0) {
        in.fail("a step needs 'repeats', 'run_s' and 'sessions', each more than 0");
    }
    return step;
}

TrackDefinition read_track(Reader& in, const Sheet& sheet, const Names& names) {
    TrackDefinition track;
    track.id = in.text("id");
    track.name = in.text("name");
    track.warm_up = minutes(in, "warm_up_min");
    track.cool_down = minutes(in, "cool_down_min");
    for_each_table(in, "steps", sheet, [&](Reader& entry, const Node& node) {
        auto step = read_step(entry);
        if (!track.steps.empty() && step.number != track.steps.back().number + 1) {
            entry.fail(node, "steps are numbered one after the other");
        }
        track.steps.push_back(std::move(step));
    });
    track.free_after = count(in, "free_after");
    if (std::ranges::find(track.steps, track.free_after, &TrackStep::number) == track.steps.end()) {
        in.fail("'free_after' names no step of this track");
    }
    if (in.has("weeks_before_speed")) {
        track.weeks_before_speed = in.figure("weeks_before_speed", names);
    }
    track.support = in.optional_truth("support").value_or(false);
    track.certainty = in.certainty().value_or(Certainty::expert_estimate);
    track.sources = in.sources(names);
    return track;
}

/// Adds it unless the same id is there.
template <class T>
void add(Reader& in, std::string_view noun, T item, std::vector<T>& all) {
    if (std::ranges::find(all, item.id, &T::id) != all.end()) {
        in.fail(std::string(noun) + " '" + item.id + "' is declared twice");
    }
    all.push_back(std::move(item));
}

}  // namespace

void read_pain_rules(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "pain_rule", sheet, [&](Reader& in, const Node&) {
        add(in, "pain rule", read_pain_rule(in, names), knowledge.rehab.pain_rules);
    });
    file.done();
}

void read_tracks(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "track", sheet, [&](Reader& in, const Node&) {
        add(in, "track", read_track(in, sheet, names), knowledge.rehab.tracks);
    });
    file.done();
}

}  // namespace footsure::knowledge
