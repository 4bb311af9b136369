// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/changes.hpp"

#include <algorithm>

namespace footsure::load {

namespace {

/// The weeks that a week is a step up from. Source: training-load-risk section 2, chronic load over
/// four weeks; as sizes side by side, never as a ratio.
constexpr std::size_t kWeeksBefore = 4;
/// Over the greatest of them. Source: training-load-risk section 3 (progression of more than 30 %).
constexpr double kLeastStep = 1.3;
/// A step below half a usual week is a return, no load. Source: EE.
constexpr double kLeastOfUsual = 0.5;
/// Floor of the SD of the steps, as a part of the usual week. Source: EE.
constexpr double kLeastSd = 0.1;

/// A week with the four before it.
struct Step {
    const RunWeek* week = nullptr;
    double low = 0;
    double high = 0;
    double mean = 0;
    double surprise = 0;

    [[nodiscard]] double size() const { return week->distance.value() - mean; }
};

/// Nothing where a distance is missing or nothing was run in the four.
std::optional<Step> step_to(std::span<const RunWeek* const> weeks, std::size_t index) {
    if (index < kWeeksBefore || weeks[index]->outings == 0) {
        return std::nullopt;
    }
    Step step{.week = weeks[index], .low = weeks[index - 1]->distance.value()};
    for (std::size_t i = index - kWeeksBefore; i < index; ++i) {
        const double distance = weeks[i]->distance.value();
        if (weeks[i]->without_distance > 0) {
            return std::nullopt;
        }
        step.low = std::min(step.low, distance);
        step.high = std::max(step.high, distance);
        step.mean += distance / static_cast<double>(kWeeksBefore);
    }
    return step.high > 0 ? std::optional(step) : std::nullopt;
}

std::vector<const RunWeek*> all_weeks(const WeeklyPast& past) {
    std::vector<const RunWeek*> weeks;
    for (const auto* part : {&past.before, &past.recent}) {
        for (const RunWeek& week : *part) {
            weeks.push_back(&week);
        }
    }
    return weeks;
}

std::optional<Step> greatest_step(const WeeklyPast& past) {
    const auto weeks = all_weeks(past);
    std::vector<double> usual_steps;
    std::vector<double> usual_weeks;
    for (std::size_t i = 0; i < past.before.size(); ++i) {
        const auto step = step_to(weeks, i);
        if (step && step->week->without_distance == 0) {
            usual_steps.push_back(step->size());
        }
        if (past.before[i].distance.value() > 0) {
            usual_weeks.push_back(past.before[i].distance.value());
        }
    }
    if (usual_steps.size() < static_cast<std::size_t>(kLeastWeeks)) {
        return std::nullopt;
    }
    const double usual = usual_of(usual_weeks).middle;
    const double sd = std::max(usual_of(usual_steps).sd, kLeastSd * usual);
    std::optional<Step> greatest;
    for (std::size_t i = past.before.size(); i < weeks.size(); ++i) {
        auto step = step_to(weeks, i);
        if (!step || step->week->distance.value() < kLeastStep * step->high ||
            step->week->distance.value() < kLeastOfUsual * usual) {
            continue;
        }
        step->surprise = step->size() / sd;
        if (step->surprise >= kUnusual && (!greatest || step->surprise > greatest->surprise)) {
            greatest = step;
        }
    }
    return greatest;
}

}  // namespace

void add_step_of_volume(const WeeklyPast& past, ChangeAccount& account) {
    const bool told = std::ranges::find(account.changes, ChangeKind::volume, &LoadChange::kind) !=
                      account.changes.end();
    const auto step = told ? std::nullopt : greatest_step(past);
    if (!step) {
        return;
    }
    account.changes.push_back(
        {.kind = ChangeKind::volume,
         .on = step->week->first,
         .text = "In the week from " + on_day(step->week->first) + " you ran " +
                 in_kilometres(step->week->distance) + "; in the four weeks before it " +
                 as_range(in_kilometres(Metres(step->low)), in_kilometres(Metres(step->high))) +
                 ".",
         .before = step->mean,
         .then = step->week->distance.value(),
         .unit = "m_per_week",
         .surprise = step->surprise,
         .from = step->week->longest_run->from,
         .sources = {SourceId("evidence_load")}});
}

}  // namespace footsure::load
