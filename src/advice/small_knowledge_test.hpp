// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Knowledge of a few entries, cases to ask it with, and an Advice as text to compare.

#include "advice/advice.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::advice::testing {

using std::chrono::days;
using std::chrono::hours;

/// 18:00 on the runner's clock, one hour east of Greenwich.
inline constexpr LocalInstant kNow{
    Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)) + hours(17), hours(1)};

enum : std::uint8_t { fever, snap, acute, pain_now, morning, never };

inline Figure figure(double value, double low, double high) {
    return {.value = value, .low = low, .high = high};
}

inline Expression holds(std::uint32_t finding) {
    return {.kind = ExpressionKind::finding, .finding = finding};
}

inline Expression not_holds(std::uint32_t finding) {
    return {.kind = ExpressionKind::negation, .parts = {holds(finding)}};
}

inline Question yes_no(const char* id, std::uint32_t finding) {
    Question question{.id = QuestionId(id), .text = id};
    question.finding = finding;
    return question;
}

inline std::vector<Question> small_questions() {
    Question danger{.id = QuestionId("danger"), .kind = QuestionKind::choices};
    danger.red_flag = true;
    danger.options = {{"snap", "a snap", snap}};
    Question pain = yes_no("pain_now", pain_now);
    pain.kind = QuestionKind::number;
    Question heat = yes_no("fever", fever);
    heat.scope = QuestionScope::person;
    return {danger, heat, yes_no("acute", acute), pain, yes_no("morning", morning)};
}

/// A snap: same day. Pain of 7 or more: within days. Silence about the snap counts
/// when it is acute. Two likely causes that self-care may serve; only the tendon has a card.
inline Knowledge small_knowledge() {
    Knowledge k{.version = "7", .hash = "abc"};
    for (const char* id : {"fever", "snap", "acute", "pain_now", "morning", "never"}) {
        k.findings.push_back({.id = FindingId(id), .text = id, .asked = true});
    }
    k.findings[pain_now].kind = FindingKind::number;
    k.findings[snap].danger = true;
    k.questions = small_questions();
    const Expression strong_pain{.kind = ExpressionKind::compare,
                                 .finding = pain_now,
                                 .comparison = Comparison::at_least,
                                 .number = 7};
    k.rules = {{.id = RuleId("R-020"),
                .level = UrgencyLevel::same_day,
                .seen_within_hours = 24,
                .text = "a snap",
                .tell = "I felt a snap",
                .when = holds(snap)},
               {.id = RuleId("R-040"),
                .level = UrgencyLevel::within_days,
                .seen_within_hours = 72,
                .text = "strong pain",
                .when = strong_pain}};
    k.policy = {
        .acute_situation = holds(acute),
        .bone_press_only = holds(never),
        .self_care = {.kind = ExpressionKind::all, .parts = {not_holds(fever), not_holds(acute)}},
        .rank_raises_from = 0.2,
        .expires_early_hours = 24,
        .early_phase_hours = 72,
        .expires_late_hours = 168};
    k.conditions = {
        {.id = ConditionId("sprain"), .number = 1, .name = "Sprain", .weight = figure(10, 5, 20)},
        {.id = ConditionId("tendon"), .number = 2, .name = "Tendon", .weight = figure(10, 5, 20)}};
    k.conditions[1].likelihoods = {{morning, figure(6, 3, 12), figure(0.3, 0.2, 0.5)}};
    k.care_cards = {{CareCardId("card"),
                     "Tendon",
                     true,
                     {ConditionId("tendon")},
                     {{.id = "rest", .to_hours = 72, .text = "rest"}}}};
    k.danger_words = {{snap, Truth::yes, {"heard a pop"}}};
    return k;
}

inline Answer said(const char* question, Said value, Instant at = kNow.at) {
    return {.question = QuestionId(question), .value = value, .at = at, .dated = true};
}

inline Answer pain(double value, Instant at = kNow.at) {
    return {.question = QuestionId("pain_now"), .value = value, .at = at, .dated = true};
}

/// What was picked in the danger screen; nothing picked is "none of these".
inline Answer danger(std::vector<std::string> picked, Instant at = kNow.at) {
    return {.question = QuestionId("danger"), .value = std::move(picked), .at = at, .dated = true};
}

/// An Episode of three weeks with everything answered that self-care needs.
inline Episode mild(const char* id) {
    Episode episode{.id = EpisodeId(id), .side = Side::left};
    episode.started_on = day_of(kNow.at, kNow.offset) - days(21);
    episode.answers = {danger({}), said("acute", Said::no), pain(2), said("morning", Said::yes)};
    return episode;
}

inline CaseFile case_of(std::vector<Episode> episodes) {
    CaseFile file{.at = kNow, .runner = {.id = RunnerId("me"), .age_years = 38}};
    file.answers = {said("fever", Said::no)};
    file.episodes = std::move(episodes);
    return file;
}

inline ActivitySummary run(double kilometres, Instant at) {
    ActivitySummary summary{.id = ActivityId("id"),
                            .from = "run.fit",
                            .started_at = at,
                            .sport = "running",
                            .distance = Metres(kilometres * 1000)};
    summary.timer = Seconds(kilometres * 360);
    summary.elapsed = summary.timer;
    return summary;
}

inline bool has_limit(const std::vector<Limit>& limits, std::string_view code) {
    return std::ranges::any_of(limits, [&](const Limit& limit) { return limit.code == code; });
}

}  // namespace footsure::advice::testing
