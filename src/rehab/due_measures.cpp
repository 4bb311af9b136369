// SPDX-License-Identifier: Apache-2.0
#include "rehab/due_measures.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: instruments section 9: measures every two weeks, scores every four.
constexpr std::chrono::days kMeasureEvery{14};
constexpr std::chrono::days kScoreEvery{28};

std::optional<Day> last_given(MeasureKind kind, const Course& course, const PlanFacts& facts) {
    std::optional<Day> last;
    for (const auto& check_in : facts.case_file.check_ins) {
        const bool counts =
            check_in.at <= facts.now.at &&
            (check_in.episode.empty() || check_in.episode == course.episode) &&
            std::ranges::find(check_in.measures, kind, &Measured::kind) != check_in.measures.end();
        if (counts) {
            const Day on = day_of(check_in.at, facts.now.offset);
            last = std::max(last.value_or(on), on);
        }
    }
    return last;
}

}  // namespace

std::vector<DueMeasure> due_measures(const Course& course, const PlanFacts& facts) {
    std::vector<DueMeasure> due;
    if (course.protocol == nullptr) {
        return due;
    }
    const Day today = day_of(facts.now.at, facts.now.offset);
    const auto add = [&](MeasureKind kind, std::chrono::days every) {
        const auto last = last_given(kind, course, facts);
        const Day due_on = last ? *last + every : course.begun_on;
        const bool known = std::ranges::find(due, kind, &DueMeasure::kind) != due.end();
        if (due_on <= today && !known) {
            due.push_back({kind, due_on});
        }
    };
    for (const auto kind : course.protocol->measures) {
        add(kind, kMeasureEvery);
    }
    for (const auto kind : course.protocol->scores) {
        add(kind, kScoreEvery);
    }
    return due;
}

}  // namespace footsure::rehab
