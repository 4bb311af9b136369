// SPDX-License-Identifier: Apache-2.0
#include "advice/guard.hpp"

#include "findings/findings.hpp"
#include "load/load.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace footsure::advice {

namespace {

constexpr std::array<std::string_view, 3> kIllness{"fever", "chills", "feels_very_ill"};

std::string kilometres(Metres distance) {
    const long tenths = std::lround(distance.value() / 100);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " km";
}

class Minimum {
public:
    void stop(Reason reason) {
        guard_.verdict = GuardVerdict::no_run;
        guard_.ceiling_distance = Metres(0);
        guard_.ceiling_duration = Seconds(0);
        guard_.because.push_back(std::move(reason));
    }

    void limit(Metres distance, std::optional<Seconds> duration, Reason reason) {
        guard_.because.push_back(std::move(reason));
        if (guard_.verdict == GuardVerdict::no_run) {
            return;
        }
        guard_.verdict = GuardVerdict::limited;
        guard_.ceiling_distance = distance;
        guard_.ceiling_duration = duration;
    }

    void unknown(std::string what) { guard_.unknown.push_back(std::move(what)); }

    Guard take() { return std::move(guard_); }

private:
    Guard guard_;
};

void judge_episodes(const Advice& advice, const CaseFile& case_file, Minimum& minimum) {
    for (const auto& episode : advice.episodes) {
        const auto level = episode.triage.urgency.level();
        if (level >= UrgencyLevel::within_days) {
            minimum.stop({.text = "Be seen first: " + std::string(word(level)) + ".",
                          .rule = episode.triage.rules.empty()
                                      ? std::string()
                                      : episode.triage.rules.front().id.text()});
        } else if (!case_file.episodes.empty()) {
            minimum.stop({.text = "This problem is open and has no plan yet, so no run today."});
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

void judge_longest_run(const GuardFacts& facts, Minimum& minimum) {
    const auto rule = load::longest_run_rule(facts.case_file.activities, facts.now.at);
    if (!rule.ceiling || !rule.longest) {
        minimum.unknown(
            "No run in the last 30 days is known, so the longest-run rule says nothing.");
        return;
    }
    minimum.limit(*rule.ceiling, rule.duration,
                  {.text = "At most 10 % more than the longest run of the last 30 days (" +
                           kilometres(*rule.longest) + "): up to " + kilometres(*rule.ceiling) +
                           ".",
                   .from = rule.longest_from,
                   .certainty = Certainty::read,
                   .sources = {SourceId("frandsen2025")}});
}

}  // namespace

Guard guard_of(const GuardFacts& facts) {
    Minimum minimum;
    judge_episodes(facts.advice, facts.case_file, minimum);
    judge_illness(facts, minimum);
    judge_longest_run(facts, minimum);
    minimum.unknown("Tissue ceilings are not part of the guard yet.");
    return minimum.take();
}

}  // namespace footsure::advice
