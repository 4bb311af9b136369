// SPDX-License-Identifier: Apache-2.0
#include "rehab/course.hpp"

#include "rehab/protocol_choice.hpp"
#include "rehab/replay.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

using std::chrono::days;

/// Nothing older is replayed. Source: EE, three years; a longer problem has begun anew by then.
constexpr days kLongest{1096};

std::optional<Begin> first_told(const EpisodeFacts& facts, const PlanFacts& plan) {
    std::optional<Instant> first;
    const auto tell = [&](Instant at) {
        if (at <= plan.now.at && (!first || at < *first)) {
            first = at;
        }
    };
    for (const auto& answer : facts.episode.answers) {
        tell(answer.at);
    }
    for (const auto& check_in : plan.case_file.check_ins) {
        if (check_in.episode == facts.episode.id) {
            tell(check_in.at);
        }
    }
    for (const auto& level : facts.levels) {
        tell(level.at);
    }
    return first ? std::optional(Begin{day_of(*first, plan.now.offset), *first}) : std::nullopt;
}

Begin begin_of(const EpisodeFacts& facts, const PlanFacts& plan) {
    const Day today = day_of(plan.now.at, plan.now.offset);
    Begin begin = first_told(facts, plan).value_or(Begin{today, plan.now.at});
    const auto& started_on = facts.episode.started_on;
    const Day earliest = std::max(today - kLongest, std::min(started_on.value_or(begin.on), today));
    if (begin.on < earliest) {
        begin = {earliest, Instant(earliest) - plan.now.offset};
    }
    return begin;
}

void note_limits(const EpisodeFacts& facts, const PlanFacts& plan, Course& course) {
    const auto& started_on = facts.episode.started_on;
    const Day today = day_of(plan.now.at, plan.now.offset);
    if (started_on && *started_on < today - kLongest) {
        course.limits.push_back(
            {"plan_history_cut", "Only the last three years of this episode are replayed."});
    }
    const bool one_leg = facts.episode.side == Side::left || facts.episode.side == Side::right;
    const bool compares =
        course.phase != nullptr &&
        std::ranges::any_of(course.phase->gates, [](const GateDefinition& gate) {
            return is_of_a_leg(gate.measure) && (gate.test == GateTest::share_at_least ||
                                                 gate.test == GateTest::difference_at_most);
        });
    if (!one_leg && compares) {
        course.limits.push_back({"legs_not_compared",
                                 "Both legs hurt or the side is not known, so they cannot be "
                                 "compared: what asks for it counts as not met."});
    }
}

void end_course(const EpisodeFacts& facts, const PlanFacts& plan, Course& course) {
    const auto& ended_on = facts.episode.ended_on;
    if (!ended_on || *ended_on > day_of(plan.now.at, plan.now.offset)) {
        return;
    }
    course.state = PlanState::maintaining;
    course.changes.push_back({.at = std::min(Instant(*ended_on) - plan.now.offset, plan.now.at),
                              .kind = PlanChangeKind::ended,
                              .what = "The episode is over; keep up strength and balance.",
                              .because = "You ended it on " + format_day(*ended_on) + ".",
                              .from = "episode " + facts.episode.id.text()});
}

}  // namespace

Course course_of(const EpisodeFacts& facts, const PlanFacts& plan) {
    const auto choice = choose_protocol(facts, plan);
    const auto* protocol =
        choice.protocol != nullptr && !choice.protocol->phases.empty() ? choice.protocol : nullptr;
    const Begin begin = begin_of(facts, plan);
    Course course{.episode = facts.episode.id,
                  .side = facts.episode.side,
                  .protocol = protocol,
                  .why_this = choice.why,
                  .restrictions = restrictions_of(facts, protocol, plan),
                  .begun_on = begin.on};
    if (protocol == nullptr) {
        course.limits.push_back({"no_protocol", choice.why + " So there is no plan of steps."});
        end_course(facts, plan, course);
        return course;
    }
    course.changes.push_back({.at = begin.at,
                              .kind = PlanChangeKind::began,
                              .what = "The plan begins: " + protocol->title + ".",
                              .because = choice.why,
                              .from = "episode " + facts.episode.id.text()});
    Replay replay(facts, plan, *protocol, begin);
    Day last = day_of(plan.now.at, plan.now.offset);
    if (facts.episode.ended_on) {
        last = std::min(last, *facts.episode.ended_on);
    }
    for (Day day = begin.on; day <= last; day += days(1)) {
        replay.live(day);
    }
    replay.heed_today();
    replay.fill(course);
    end_course(facts, plan, course);
    std::ranges::stable_sort(course.changes, {}, &PlanChange::at);
    note_limits(facts, plan, course);
    return course;
}

}  // namespace footsure::rehab
