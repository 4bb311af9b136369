// SPDX-License-Identifier: Apache-2.0
#include "rehab/due_measures.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: instruments section 9: measures every two weeks, scores every four.
constexpr std::chrono::days kMeasureEvery{14};
constexpr std::chrono::days kScoreEvery{28};
/// What still keeps from the next Phase may be tried again sooner. Source: EE, so that a test has
/// settled before the next.
constexpr std::chrono::days kGateEvery{3};

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

bool asks(const PhaseDefinition& phase, MeasureKind kind) {
    return std::ranges::find(phase.gates, kind, &GateDefinition::measure) != phase.gates.end();
}

/// Whether a Gate of the present Phase is not met for want of it.
bool keeps_back(MeasureKind kind, const Course& course) {
    const auto& gates = course.shown.gates;
    for (std::size_t i = 0; course.phase != nullptr && i < gates.size(); ++i) {
        const auto& definition = course.phase->gates[i];
        const bool by_another = std::ranges::any_of(gates, [&](const Gate& other) {
            return !gates[i].either.empty() && other.either == gates[i].either && other.met;
        });
        if (definition.measure == kind && !gates[i].met && !by_another) {
            return true;
        }
    }
    return false;
}

/// What only a later Phase asks for is not tried before: its test may load too much.
bool is_for_later(MeasureKind kind, const Course& course) {
    bool later = false;
    for (const auto& phase : course.protocol->phases) {
        if (asks(phase, kind)) {
            if (course.phase != nullptr && phase.number <= course.phase->number) {
                return false;
            }
            later = true;
        }
    }
    return later;
}

bool is_hop(MeasureKind kind) {
    return kind == MeasureKind::pogos || kind == MeasureKind::forward_hops ||
           kind == MeasureKind::hop_distance || kind == MeasureKind::hop_pain;
}

}  // namespace

std::vector<DueMeasure> due_measures(const Course& course, const PlanFacts& facts) {
    std::vector<DueMeasure> due;
    if (course.protocol == nullptr) {
        return due;
    }
    const Day today = day_of(facts.now.at, facts.now.offset);
    const bool may_hop = !forbids(course.restrictions, Strain::impact);
    const auto add = [&](MeasureKind kind, std::chrono::days every) {
        if (is_for_later(kind, course) || (is_hop(kind) && !may_hop)) {
            return;
        }
        const auto last = last_given(kind, course, facts);
        const Day due_on = last ? *last + every : course.begun_on;
        const bool known = std::ranges::find(due, kind, &DueMeasure::kind) != due.end();
        if (due_on <= today && !known) {
            due.push_back({kind, due_on});
        }
    };
    for (const auto kind : course.protocol->measures) {
        add(kind, keeps_back(kind, course) ? kGateEvery : kMeasureEvery);
    }
    for (const auto kind : course.protocol->scores) {
        add(kind, kScoreEvery);
    }
    return due;
}

}  // namespace footsure::rehab
