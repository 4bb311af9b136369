// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"

#include "advice/guard.hpp"
#include "advice/guard_load.hpp"
#include "advice/raising.hpp"
#include "advice/run_limits.hpp"
#include "advice/states.hpp"
#include "differential/differential.hpp"
#include "findings/findings.hpp"
#include "interview/interview.hpp"
#include "load/load.hpp"
#include "rehab/rehab.hpp"
#include "triage/triage.hpp"

#include <algorithm>
#include <set>

namespace footsure::advice {

namespace {

/// Visits up to today; a later one has not happened yet.
std::vector<Seen> past_visits(const Episode& episode, LocalInstant now) {
    std::vector<Seen> visits;
    const Day today = day_of(now.at, now.offset);
    std::ranges::copy_if(episode.seen, std::back_inserter(visits),
                         [&](const Seen& seen) { return seen.on <= today; });
    return visits;
}

void add_limits(const std::vector<Seen>& visits, const Findings& findings,
                const Knowledge& knowledge, std::vector<Limit>& limits) {
    for (const auto& contradiction : findings.contradictions) {
        limits.push_back({"contradiction", contradiction.text});
    }
    if (!findings.expired.empty()) {
        limits.push_back({"expired", "Some answers about danger signs are too old to count: " +
                                         knowledge.findings[findings.expired.front()].text +
                                         (findings.expired.size() > 1 ? " and others." : ".")});
    }
    for (const auto& seen : visits) {
        for (const auto& limit : seen.limits) {
            limits.push_back({"clinician", "Set by the clinician: " + limit});
        }
    }
}

/// Runs that are known only since it began say nothing of the time before; that is said.
ChangeAccount account_before(const CaseFile& case_file, const Episode& episode, LocalInstant now,
                             findings::RunAccounts& accounts) {
    const LocalInstant start = findings::start_of(episode, now);
    ChangeAccount before = accounts.before(start).changes;
    const bool run_since = std::ranges::any_of(case_file.activities, [&](const auto& activity) {
        return activity.sport == "running" && activity.started_at > start.at &&
               activity.started_at <= now.at;
    });
    if (!is_known(before) && run_since) {
        before.unknown.emplace_back("No run is known from before it began.");
    }
    return before;
}

/// What an Episode's CarePlan is made from, beside its EpisodeAdvice.
struct Judged {
    Findings findings;
    std::vector<LevelAt> levels;
    std::vector<rehab::RankedAt> earlier;
};

/// How far apart the earlier rankings are, and how many at most. Source: EE, weekly for half a
/// year: causes change slowly, and each costs as much as the one of now.
constexpr std::chrono::days kRankEvery{7};
constexpr std::size_t kMostRankings = 26;

/// The states to rank again: one a week, and what was known on the day of each visit.
std::set<const triage::FindingsAt*> states_to_rank(const std::vector<triage::FindingsAt>& states,
                                                   const std::vector<Seen>& visits,
                                                   UtcOffset offset) {
    std::vector<const triage::FindingsAt*> weekly;
    for (const auto& state : states) {
        if (weekly.empty() || state.at >= weekly.back()->at + kRankEvery) {
            weekly.push_back(&state);
        }
    }
    const std::size_t skipped = weekly.size() > kMostRankings ? weekly.size() - kMostRankings : 0;
    std::set<const triage::FindingsAt*> chosen(
        weekly.begin() + static_cast<std::ptrdiff_t>(skipped), weekly.end());
    for (const Seen& seen : visits) {
        const auto later = std::ranges::upper_bound(
            states, seen.on, {}, [&](const auto& state) { return day_of(state.at, offset); });
        chosen.insert(&*(later == states.begin() ? later : std::prev(later)));
    }
    return chosen;
}

/// The causes as they stood, each with the visits up to then.
std::vector<rehab::RankedAt> earlier_rankings(const std::vector<triage::FindingsAt>& states,
                                              const std::vector<Seen>& visits, UtcOffset offset,
                                              const Knowledge& knowledge) {
    std::vector<rehab::RankedAt> earlier;
    for (const triage::FindingsAt* state : states_to_rank(states, visits, offset)) {
        std::vector<Seen> until;
        std::ranges::copy_if(visits, std::back_inserter(until), [&](const Seen& seen) {
            return seen.on <= day_of(state->at, offset);
        });
        earlier.push_back(
            {state->at, differential::rank(state->findings, until, knowledge), state->findings});
    }
    return earlier;
}

EpisodeAdvice advise_episode(const CaseFile& case_file, const Episode& episode,
                             const Knowledge& knowledge, LocalInstant now, Judged& judged) {
    findings::RunAccounts accounts(case_file);
    EpisodeAdvice advice{.id = episode.id, .side = episode.side};
    auto states = states_of(case_file, episode, knowledge, now, accounts);
    advice.before = account_before(case_file, episode, now, accounts);
    const auto visits = past_visits(episode, now);
    judged.levels = triage::levels_over(states, visits, now.offset, knowledge);
    if (states.size() > 1) {
        judged.earlier = earlier_rankings(states, visits, now.offset, knowledge);
    }
    const Findings& findings = states.back().findings;
    advice.differential = differential::rank(findings, visits, knowledge);
    const auto raising = raising_rankings(findings, knowledge);
    advice.triage =
        triage::decide({states, visits, advice.differential, now.offset, raising}, knowledge);
    add_limits(visits, findings, knowledge, advice.triage.limits);
    const auto belief = differential::believe(findings, knowledge);
    const interview::InterviewState interview{findings, advice.triage, belief};
    advice.ask_next = interview::next_questions(interview, knowledge);
    advice.would_change = interview::turning_answers(interview, knowledge);
    advice.help = rehab::help_for(
        {findings, advice.triage, advice.differential, episode.started_on, now}, knowledge);
    judged.findings = std::move(states.back().findings);
    return advice;
}

/// Where a level may hold a plan; nothing elsewhere.
std::optional<CarePlan>* plan_of(Help& help) {
    if (auto* const routine = std::get_if<RoutineHelp>(&help)) {
        return &routine->plan;
    }
    auto* const self_care = std::get_if<SelfCareHelp>(&help);
    return self_care == nullptr ? nullptr : &self_care->plan;
}

void add_plans(const CaseFile& case_file, std::span<const Episode> episodes,
               const std::vector<Judged>& judged, const Knowledge& knowledge, Advice& advice) {
    std::vector<rehab::EpisodeFacts> facts;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const EpisodeAdvice& one = advice.episodes[i];
        facts.push_back({episodes[i], judged[i].findings, one.triage, one.differential,
                         judged[i].levels, judged[i].earlier});
    }
    auto plans = rehab::care_plans(
        {case_file, knowledge, advice.at, facts, run_limits(case_file, advice, advice.at)});
    for (std::size_t i = 0; i < plans.by_episode.size(); ++i) {
        if (auto* const plan = plan_of(advice.episodes[i].help)) {
            *plan = std::move(plans.by_episode[i]);
        }
    }
    advice.prevention = std::move(plans.prevention);
}

/// The facts that lie after `now`, said once for each kind.
void note_future_facts(const CaseFile& case_file, LocalInstant now, std::vector<Limit>& limits) {
    const auto note = [&](bool found, const char* what) {
        if (found) {
            limits.push_back(
                {"future_fact", std::string("Ignored because it lies after the time of "
                                            "this case: ") +
                                    what});
        }
    };
    const auto later = [&](const auto& fact) { return fact.at > now.at; };
    const Day today = day_of(now.at, now.offset);
    bool answers = std::ranges::any_of(case_file.answers, later);
    bool starts = false;
    bool ends = false;
    bool visits = false;
    for (const auto& episode : case_file.episodes) {
        answers |= std::ranges::any_of(episode.answers, later);
        starts |= episode.started_on && *episode.started_on > today;
        ends |= episode.ended_on && *episode.ended_on > today;
        visits |= std::ranges::any_of(episode.seen, [&](const Seen& s) { return s.on > today; });
    }
    for (const auto& check_in : case_file.check_ins) {
        answers |= std::ranges::any_of(check_in.answers, later);
    }
    note(answers, "an answer");
    note(starts, "the start of an episode");
    note(ends, "the end of an episode");
    note(visits, "a visit");
    note(std::ranges::any_of(case_file.check_ins, later), "a check-in");
    note(std::ranges::any_of(case_file.activities,
                             [&](const auto& a) { return a.started_at > now.at; }),
         "an activity");
}

void note_missing(const CaseFile& case_file, const Knowledge& knowledge,
                  std::vector<Limit>& limits) {
    limits.push_back(
        {"causes_ranked",
         std::to_string(knowledge.conditions.size()) +
             " causes around the ankle and lower leg are ranked; anything outside them "
             "is caught by the danger signs only."});
    if (case_file.activities.empty()) {
        limits.push_back(
            {"no_activities", "No runs are known, so nothing is said about load and distance."});
    }
    if (!case_file.runner.age_years) {
        limits.push_back(
            {"no_age", "Age is not known; rules that depend on it could not be judged."});
    }
    limits.push_back({"not_a_medical_device",
                      "Footsure is not a medical device and has not been reviewed by a clinician. "
                      "It says what fits, not what it is."});
}

}  // namespace

Advice advise(const CaseFile& case_file, const Knowledge& knowledge, LocalInstant now) {
    Advice advice{.runner = case_file.runner.id,
                  .at = now,
                  .knowledge_version = knowledge.version,
                  .knowledge_hash = knowledge.hash};
    std::vector<Episode> person_only;
    if (case_file.episodes.empty()) {
        person_only.push_back(Episode{.id = EpisodeId("person")});
    }
    const auto& episodes = case_file.episodes.empty() ? person_only : case_file.episodes;
    std::vector<Judged> judged(episodes.size());
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        advice.episodes.push_back(
            advise_episode(case_file, episodes[i], knowledge, now, judged[i]));
        advice.urgency.join(advice.episodes.back().triage.urgency);
        advice.provisional |= advice.episodes.back().triage.provisional;
    }
    advice.exposures = load::exposures(case_file, now.at);
    advice.form = load::form_findings(case_file, now);
    advice.shoes = load::shoe_report(case_file, now);
    advice.soreness = soreness_of(case_file, advice.exposures, now);
    add_plans(case_file, episodes, judged, knowledge, advice);
    advice.guard = guard_of({case_file, knowledge, now, advice});
    note_future_facts(case_file, now, advice.limits);
    note_missing(case_file, knowledge, advice.limits);
    advice.problems = case_file.problems;
    return advice;
}

}  // namespace footsure::advice
