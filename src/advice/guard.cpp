// SPDX-License-Identifier: Apache-2.0
#include "advice/guard.hpp"

#include "advice/guard_load.hpp"
#include "advice/guard_minimum.hpp"
#include "advice/guard_plan.hpp"
#include "findings/findings.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace footsure::advice {

namespace {

constexpr std::array<std::string_view, 3> kIllness{"fever", "chills", "feels_very_ill"};

void judge_levels(const Advice& advice, Minimum& minimum) {
    for (const auto& episode : advice.episodes) {
        const auto level = episode.triage.urgency.level();
        if (level >= UrgencyLevel::within_days) {
            minimum.stop({.text = "Be seen first: " + std::string(word(level)) + ".",
                          .rule = episode.triage.rules.empty()
                                      ? std::string()
                                      : episode.triage.rules.front().id.text()});
        }
    }
}

void judge_illness(const GuardFacts& facts, Minimum& minimum) {
    const Episode nobody;
    const auto findings = findings::find(facts.case_file, nobody, facts.knowledge, facts.now, {});
    for (const auto id : kIllness) {
        const auto index = find_finding(facts.knowledge, id);
        if (index && findings.values[*index].truth == Truth::yes) {
            minimum.stop({.text = "No running with " + facts.knowledge.findings[*index].text + ".",
                          .finding = std::string(id),
                          .from = findings.values[*index].from});
        }
    }
}

/// The whole answer in one sentence; its reason is the first of the list.
std::string sentence_of(const Guard& guard) {
    const std::string why =
        guard.because.empty() ? std::string() : " " + guard.because.front().text;
    switch (guard.verdict) {
    case GuardVerdict::no_run: return "No run today." + why;
    case GuardVerdict::limited: break;
    case GuardVerdict::unknown:
        return "Not enough is known to say how far; begin shorter than you think you can.";
    }
    if (!guard.ceiling_distance) {
        return "Up to " + minutes(guard.ceiling_duration.value_or(Seconds(0))) +
               " of running today." + why;
    }
    std::string text = "Up to " + kilometres(*guard.ceiling_distance) + " today";
    if (guard.ceiling_duration && guard.speed) {
        text += ", about " + minutes(*guard.ceiling_duration) + " at " + pace(*guard.speed);
    }
    return text + "." + why;
}

}  // namespace

Guard guard_of(const GuardFacts& facts) {
    Minimum minimum;
    judge_levels(facts.advice, minimum);
    const OnTrack on_track = judge_plans(facts, minimum);
    judge_illness(facts, minimum);
    const LoadCeilings ceilings = judge_load(facts, on_track, minimum);
    const bool stopped = minimum.stopped();
    Guard guard = std::move(minimum).take(ceilings.speed);
    guard.ground = ceilings.ground;
    if (!stopped && ceilings.week && on_track == OnTrack::no) {
        guard.week_distance = ceilings.week;
        if (ceilings.speed) {
            guard.week_duration = Seconds(ceilings.week->value() / ceilings.speed->value());
        }
    }
    guard.sentence = sentence_of(guard);
    return guard;
}

}  // namespace footsure::advice
