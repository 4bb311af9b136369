// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/logic.hpp"
#include "rehab/course.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace footsure::rehab::small {

using std::chrono::days;
using std::chrono::hours;

/// A Monday.
inline constexpr Day kStart = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);
inline constexpr hours kEast{2};

inline Figure figure(double value) {
    return {.value = value, .low = value, .high = value};
}

/// At that hour of the Runner's clock.
inline Instant at(int day, int hour) {
    return Instant(kStart) + days(day) + hours(hour) - kEast;
}

inline PainRule tendon_rule() {
    return {.id = "tendon",
            .text = "Up to 2 of 10.",
            .progress_during = figure(2),
            .progress_after = figure(2),
            .hold_during = figure(5),
            .hold_after = figure(5),
            .stiffness_rise = figure(10),
            .steps_back = figure(1),
            .rest_hours = figure(24),
            .holds = figure(3),
            .worse_weeks = figure(2)};
}

inline PainRule joint_rule() {
    PainRule rule = tendon_rule();
    rule.id = "joint";
    rule.text = "No swelling.";
    rule.hold_during = figure(4);
    rule.hold_after = figure(4);
    rule.swelling_stops_progress = true;
    return rule;
}

inline PainRule bone_rule() {
    return {.id = "bone",
            .text = "No pain at all.",
            .progress_during = figure(0),
            .progress_after = figure(0),
            .hold_during = figure(1),
            .hold_after = figure(1),
            .steps_back = figure(2),
            .rest_hours = figure(72),
            .holds = figure(3),
            .worse_weeks = figure(2)};
}

inline TrackDefinition ten_steps(const std::string& id, int sessions) {
    TrackDefinition track{.id = id, .name = id, .free_after = 8};
    for (int number = 1; number <= 10; ++number) {
        track.steps.push_back({.id = id + "-" + std::to_string(number),
                               .number = number,
                               .text = "step " + std::to_string(number),
                               .repeats = 1,
                               .run = Seconds(number <= 8 ? 300.0 * number : 0.0),
                               .sessions = sessions,
                               .days_between = 1,
                               .hills = number == 9,
                               .speed = number == 10});
    }
    return track;
}

inline GateDefinition gate(const std::string& id, MeasureKind measure, double needed,
                           GateTest test = GateTest::at_least) {
    return {.id = id, .text = id, .measure = measure, .test = test, .needed = figure(needed)};
}

/// Phases 1 to 7, each with one gate that can be met by one measure.
inline std::vector<PhaseDefinition> seven_phases() {
    std::vector<PhaseDefinition> phases(7);
    for (int i = 0; i < 7; ++i) {
        auto& phase = phases[static_cast<std::size_t>(i)];
        phase.number = i + 1;
        phase.name = "Name " + std::to_string(i + 1);
    }
    phases[0].gates = {gate("walks", MeasureKind::walking_pain, 3, GateTest::at_most)};
    phases[1].gates = {gate("both", MeasureKind::double_heel_raises, 10)};
    phases[2].gates = {gate("raises", MeasureKind::heel_raises, 20)};
    phases[3].gates = {gate("pogos", MeasureKind::pogos, 20)};
    phases[5].gates = {gate("sure", MeasureKind::confidence, 8)};
    return phases;
}

/// A sprain and a low-risk bone stress injury with protocols, a high-risk one without.
inline Knowledge small_knowledge() {
    Knowledge knowledge;
    knowledge.findings = {{.id = FindingId("pregnant")}};
    knowledge.conditions = {
        {.id = ConditionId("sprain"), .name = "Sprain"},
        {.id = ConditionId("fibula"), .name = "Fibula", .klass = ConditionClass::bone_stress},
        {.id = ConditionId("navicular"), .name = "Navicular", .klass = ConditionClass::bone_stress},
        {.id = ConditionId("gout"), .name = "Gout"}};
    auto& rehab = knowledge.rehab;
    rehab.pain_rules = {tendon_rule(), joint_rule(), bone_rule()};
    rehab.tracks = {ten_steps("R", 2), ten_steps("B", 3)};
    rehab.tracks[1].weeks_before_speed = figure(3);
    rehab.protocols = {{.id = "sprain_2",
                        .title = "Sprain",
                        .conditions = {ConditionId("sprain")},
                        .pain_rule = "tendon",
                        .track = "R",
                        .phases = seven_phases()},
                       {.id = "bone_low",
                        .title = "Bone",
                        .conditions = {ConditionId("fibula")},
                        .pain_rule = "bone",
                        .track = "B",
                        .needs_clearance = true,
                        .phases = seven_phases()},
                       {.id = "unclear",
                        .title = "Not clear yet",
                        .pain_rule = "joint",
                        .phases = {seven_phases()[0], seven_phases()[1]}}};
    rehab.may_not = {{.id = "bone",
                      .conditions = {ConditionId("fibula"), ConditionId("navicular")},
                      .forbids = {Strain::running, Strain::impact},
                      .pain_rule = "bone",
                      .text = "No running while bone may be hurt."}};
    rehab.exclusions = {{.id = "pregnancy",
                         .when = *logic::parse("pregnant", knowledge.findings),
                         .forbids = {Strain::impact},
                         .text = "No hops."}};
    rehab.heel_raise_norms = {{20, 37, 30}, {60, 19, 19}};
    return knowledge;
}

/// One Episode of the right ankle, told on day 0 at 8:00; `today` is a day at 20:00.
struct Story {
    Knowledge knowledge = small_knowledge();
    CaseFile file;
    Episode episode{.id = EpisodeId("e1"), .side = Side::right, .started_on = kStart};
    Findings findings{.values = std::vector<Finding>(1)};
    TriageDecision decision;
    Differential ranked;
    std::vector<LevelAt> levels{{at(0, 8), UrgencyLevel::self_care}};
    std::vector<RankedAt> earlier;
    RunLimits limits;
    int today = 0;

    Story() {
        rank("sprain", 0.8);
        findings.values[0].truth = Truth::no;
        limits.easy_speed = MetresPerSecond(3);
    }

    void rank(const std::string& id, double probability) {
        std::erase_if(ranked, [&](const auto& one) { return one.condition.text() == id; });
        ranked.push_back({.condition = ConditionId(id),
                          .name = id,
                          .probability = Probability::of(probability),
                          .high = Probability::of(probability)});
    }

    CheckIn& check(int day, int hour = 7) {
        file.check_ins.push_back({.at = at(day, hour), .episode = episode.id});
        return file.check_ins.back();
    }

    CheckIn& morning(int day, double pain) {
        auto& told = check(day);
        told.pain_morning = PainScore::of(pain);
        return told;
    }

    /// Every measure that the gates of seven_phases ask for, as good as it gets.
    CheckIn& all_measured(int day) {
        auto& told = morning(day, 0);
        told.measures = {{MeasureKind::walking_pain, Side::unknown, 0},
                         {MeasureKind::double_heel_raises, Side::unknown, 30},
                         {MeasureKind::heel_raises, Side::right, 25},
                         {MeasureKind::pogos, Side::right, 25},
                         {MeasureKind::confidence, Side::unknown, 9}};
        return told;
    }

    void run(int day, double minutes, int hour = 17) {
        file.activities.push_back({.id = ActivityId("run" + std::to_string(day * 24 + hour)),
                                   .from = "run" + std::to_string(day),
                                   .started_at = at(day, hour),
                                   .offset = kEast,
                                   .sport = "running",
                                   .distance = Metres(minutes * 180),
                                   .timer = Seconds(minutes * 60),
                                   .elapsed = Seconds(minutes * 60),
                                   .ran_for = Seconds(minutes * 60)});
    }

    /// A run with how it was, and the next morning.
    void session(int day, double minutes, double during = 0, double next_morning = 0) {
        run(day, minutes);
        auto& told = check(day, 19);
        told.pain_during = PainScore::of(during);
        told.pain_after = PainScore::of(during);
        morning(day + 1, next_morning);
    }

    [[nodiscard]] Course course() {
        file.at = {at(today, 20), kEast};
        const EpisodeFacts facts{episode, findings, decision, ranked, levels, earlier};
        return course_of(facts, {file, knowledge, file.at, {&facts, 1}, limits});
    }

    [[nodiscard]] Restrictions restrictions() {
        file.at = {at(today, 20), kEast};
        const EpisodeFacts facts{episode, findings, decision, ranked, levels, earlier};
        const PlanFacts plan{file, knowledge, file.at, {&facts, 1}, limits};
        return restrictions_of(facts, course_of(facts, plan).protocol, plan);
    }
};

/// On the first step since day 0.
inline Story on_track() {
    Story story;
    story.all_measured(0);
    return story;
}

/// Runs what is planned, whenever it may, from the day on until the other.
inline void train(Story& story, int from, int until, double pain = 0) {
    for (int day = from; day <= until; ++day) {
        story.today = day;
        const auto course = story.course();
        if (course.step != nullptr && course.run_from && *course.run_from <= kStart + days(day)) {
            const double planned = course.step->run.value() / 60;
            story.session(day, planned > 0 ? planned : 40, pain, 0);
        }
    }
}

/// How far: Phase, step, runs done at it.
using Place = std::vector<int>;

inline Place place_of(const Course& course) {
    return {course.shown.number, course.step == nullptr ? 0 : course.step->number,
            course.done_at_step};
}

/// The kinds of what changed, in order, one word each.
inline std::string kinds(const Course& course) {
    std::string all;
    for (const auto& change : course.changes) {
        all += (all.empty() ? "" : " ") + std::string(word(change.kind));
    }
    return all;
}

inline const PlanChange& last(const Course& course) {
    return course.changes.back();
}

inline const PlanChange* first(const Course& course, PlanChangeKind kind) {
    const auto found = std::ranges::find(course.changes, kind, &PlanChange::kind);
    return found == course.changes.end() ? nullptr : &*found;
}

}  // namespace footsure::rehab::small
