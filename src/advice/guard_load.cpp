// SPDX-License-Identifier: Apache-2.0
#include "advice/guard_load.hpp"

#include "load/load.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

namespace footsure::advice {

namespace {

/// After so many days without a run the next one is a part of the usual.
/// Source: care-and-rehab section 11, L5 (EE): restart at 50 to 70 % after two weeks or more.
constexpr int kPauseDays = 14;
constexpr double kRestart = 0.6;
/// An older habit is no measure any more. Source: EE, 12 weeks, as the usual load.
constexpr int kForgottenDays = 84;
/// Source: care-and-rehab section 11, L3 (S-137), EE: at least one rest day a week.
constexpr int kMostDaysInRow = 6;
/// Source: care-and-rehab section 11, L2 (EE): one change a week.
constexpr std::chrono::days kOneChange{7};

constexpr std::string_view kCare = "evidence_care";
constexpr std::string_view kLoad = "evidence_load";

Reason expert(std::string text, std::string_view source) {
    return {.text = std::move(text),
            .certainty = Certainty::expert_estimate,
            .sources = {SourceId(std::string(source))}};
}

/// What was run today already counts into today's ceiling.
void judge_longest_run(const load::LongestRunRule& rule, Metres run_today, Minimum& minimum) {
    if (!rule.ceiling || !rule.longest) {
        minimum.unknown(
            "No run in the last 30 days is known, so the longest-run rule says nothing.");
        return;
    }
    const std::string done =
        run_today.value() > 0 ? ", of which " + kilometres(run_today) + " are run today" : "";
    minimum.limit(*rule.ceiling - run_today,
                  {.text = "At most 10 % more than the longest run of the last 30 days (" +
                           kilometres(*rule.longest) + "): up to " + kilometres(*rule.ceiling) +
                           done +
                           ". Of 5,205 runners, those 10 to 30 % over theirs were injured 1.64 "
                           "times as often (1.31 to 2.05), at more than double 2.28 times.",
                   .from = rule.longest_from,
                   .certainty = Certainty::read,
                   .sources = {SourceId("frandsen2025")}});
}

void judge_pause(const RecentDays& days, Minimum& minimum) {
    if (!days.days_since_last || *days.days_since_last < kPauseDays) {
        return;
    }
    const std::string since = std::to_string(*days.days_since_last) + " days without a run";
    if (*days.days_since_last > kForgottenDays || !days.usual_run) {
        minimum.unknown(since + ": what you could do before says little now. Begin with short "
                                "runs and walks between, a rest day after each.");
        return;
    }
    const Metres restart = *days.usual_run * kRestart;
    minimum.limit(restart,
                  expert(since +
                             ": begin again with half to two thirds of your usual "
                             "run before it (" +
                             kilometres(*days.usual_run) + "): up to " + kilometres(restart) + ".",
                         kCare));
}

std::string tissue_text(const TissueCeiling& ceiling, double factor) {
    std::string text = "Load: " + std::string(name_of(ceiling.tissue)) + ", up to " +
                       kilometres(ceiling.today) +
                       ". Beyond that it would carry more than 10 % over what was high for it in "
                       "your own last 12 weeks. A convention of ours, not a limit of nature.";
    if (factor < 1) {
        text += " Narrowed, because your legs are sorer than usual.";
    } else if (factor > 1) {
        text += " A little wider, because your legs take their load well.";
    }
    return text;
}

void judge_tissues(const LoadCeilings& ceilings, double factor, Minimum& minimum) {
    if (ceilings.tissues.empty()) {
        minimum.unknown(
            "How much load your legs are used to is known after 8 weeks of runs with at "
            "least 12 in the last 12 weeks; until then only the rules above count.");
        return;
    }
    const TissueCeiling& least = ceilings.tissues.front();
    minimum.limit(least.today, expert(tissue_text(least, factor), kLoad));
}

void mind_spacing(const RecentDays& days, LocalInstant now, Minimum& minimum) {
    if (days.days_since_last == 0) {
        minimum.advise(expert("You ran today already: a second run is short and easy, never two "
                              "hard ones in a day.",
                              kCare));
    }
    if (days.hard_at) {
        Reason reason =
            expert("Your run of " + format_day(day_of(*days.hard_at, now.offset)) + " was hard (" +
                       days.hard_because + "): keep the next 48 to 72 hours easy.",
                   kCare);
        reason.from = days.hard_from;
        minimum.advise(std::move(reason));
    }
    if (days.days_in_row >= kMostDaysInRow) {
        minimum.advise(expert("You ran on each of the last " + std::to_string(days.days_in_row) +
                                  " days: take a rest day, at least one a week.",
                              kCare));
    }
}

void mind_changes(const GuardFacts& facts, Minimum& minimum) {
    const Day today = day_of(facts.now.at, facts.now.offset);
    const ChangeAccount account = load::changes_before(facts.case_file, facts.now);
    std::string changed;
    std::string from;
    for (const LoadChange& change : account.changes) {
        if (change.on > today - kOneChange && change.on <= today) {
            changed += (changed.empty() ? "" : ", ") + std::string(name_of(change.kind));
            from = from.empty() ? change.from : from;
        }
    }
    if (!changed.empty()) {
        Reason reason = expert("Changed in the last 7 days: " + changed +
                                   ". One change at a time: leave the rest as it was this week.",
                               kCare);
        reason.from = from;
        minimum.advise(std::move(reason));
    }
}

void mind_shoes(const ShoeReport& report, Minimum& minimum) {
    for (const ShoeUse& use : report.shoes) {
        if (use.introduction && !use.shoe.retired_on) {
            minimum.advise(expert("New pair " + use.shoe.name + ": at most " +
                                      std::to_string(std::lround(100 * use.introduction->value())) +
                                      " % of this week's distance in it.",
                                  kCare));
        }
    }
}

}  // namespace

LoadCeilings judge_load(const GuardFacts& facts, OnTrack on_track, Minimum& minimum) {
    const double factor = facts.advice.soreness.ceiling_factor;
    const RecentDays days = load::recent_days(facts.case_file, facts.now);
    if (on_track == OnTrack::no) {
        judge_longest_run(load::longest_run_rule(facts.case_file.activities, facts.now.at),
                          days.run_today, minimum);
        judge_pause(days, minimum);
    }
    LoadCeilings ceilings =
        load::load_ceilings(facts.case_file, facts.advice.exposures, facts.now, factor);
    judge_tissues(ceilings, factor, minimum);
    mind_spacing(days, facts.now, minimum);
    mind_changes(facts, minimum);
    mind_shoes(facts.advice.shoes, minimum);
    return ceilings;
}

SorenessLink soreness_of(const CaseFile& case_file, const std::vector<Exposure>& exposed,
                         LocalInstant now) {
    const LoadCeilings ceilings = load::load_ceilings(case_file, exposed, now, 1);
    const load::LongestRunRule rule = load::longest_run_rule(case_file.activities, now.at);
    std::optional<Metres> most = rule.ceiling;
    if (!ceilings.tissues.empty()) {
        most =
            most ? std::min(*most, ceilings.tissues.front().today) : ceilings.tissues.front().today;
    }
    std::optional<EasyKm> today;
    if (most && ceilings.achilles_per_distance) {
        today = EasyKm(most->value() * *ceilings.achilles_per_distance);
    }
    return load::soreness_link(case_file, now, today);
}

}  // namespace footsure::advice
