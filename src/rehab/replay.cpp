// SPDX-License-Identifier: Apache-2.0
#include "rehab/replay.hpp"

#include "rehab/clinician_limits.hpp"
#include "rehab/course_words.hpp"

#include <algorithm>
#include <utility>

namespace footsure::rehab {

namespace {

using std::chrono::days;

/// Source: care-and-rehab section 1.
constexpr int kMaintain = 7;
constexpr int kReturnToRun = 5;

const TrackDefinition* find_track(const RehabKnowledge& knowledge, const std::string& id) {
    const auto found = std::ranges::find(knowledge.tracks, id, &TrackDefinition::id);
    return found == knowledge.tracks.end() || found->steps.empty() ? nullptr : &*found;
}

std::vector<Day> boundaries_of(const EpisodeFacts& facts, const PlanFacts& plan) {
    std::vector<Day> boundaries{day_of(plan.now.at, plan.now.offset)};
    for (const auto& one : facts.earlier) {
        boundaries.push_back(day_of(one.at, plan.now.offset));
    }
    for (const auto& seen : facts.episode.seen) {
        boundaries.push_back(seen.on);
        for (const auto& text : seen.limits) {
            if (const auto until = read_limit(text).until) {
                boundaries.push_back(*until + days(1));
            }
        }
    }
    std::ranges::sort(boundaries);
    return boundaries;
}

bool is_urgent(UrgencyLevel level) {
    return level >= UrgencyLevel::within_days;
}

}  // namespace

Replay::Replay(const EpisodeFacts& facts, const PlanFacts& plan, const ProtocolDefinition& protocol,
               Begin begin)
    : facts_(facts), plan_(plan), protocol_(protocol),
      track_(find_track(plan.knowledge.rehab, protocol.track)), begin_(begin),
      today_(day_of(plan.now.at, plan.now.offset)), book_(facts, plan, begin),
      danger_line_(facts, plan), boundaries_(boundaries_of(facts, plan)),
      restrictions_(restrictions_on(facts, &protocol, plan, begin.on)) {
    expects(!protocol.phases.empty(), "a protocol has phases");
    place_.entered_on = begin.on;
    if (track_ != nullptr && protocol.phases.front().number >= kReturnToRun) {
        place_.step = 0;
        run_from_ = begin.on;
    }
}

Instant Replay::morning_of(Day day) const {
    return std::min(Instant(day) - plan_.now.offset, plan_.now.at);
}

Instant Replay::moment_of(Day day) const {
    const auto& record = book_.on(day);
    return record.told ? record.told_at : morning_of(day);
}

void Replay::note(PlanChange change) {
    changes_.push_back(std::move(change));
}

void Replay::live(Day day) {
    refresh_restrictions(day);
    const auto& record = book_.on(day);
    const Instant midnight = Instant(day + days(1)) - plan_.now.offset;
    heed_levels(record.run.outings > 0 ? record.run.at : midnight);
    heed_visits(day);
    take_measures(day);
    judge_morning_after(day);
    // What is told after a run cannot make that run a planned one.
    const bool run_first = record.run.outings > 0 && record.told && record.run.at < record.told_at;
    if (run_first) {
        take_run(day);
        judge_now(day);
        rest_of_day(day);
    } else {
        rest_of_day(day);
        take_run(day);
        judge_now(day);
    }
    const bool was_stopped = is_stopped();
    heed_levels(midnight);
    if (was_stopped && !is_stopped()) {
        heed_pain(day);  // what was told while it was stopped has not been answered yet
    }
    notice_break(day);
    notice_missed(day);
}

void Replay::rest_of_day(Day day) {
    heed_pain(day);
    heed_weeks(day);
    try_resume(day);
    try_phases(day);
}

void Replay::refresh_restrictions(Day day) {
    if (!std::ranges::binary_search(boundaries_, day)) {
        return;
    }
    const bool ran = !forbids(restrictions_, Strain::running);
    const auto before =
        std::exchange(restrictions_, restrictions_on(facts_, &protocol_, plan_, day));
    if (before.forbids != restrictions_.forbids) {
        barred_at_.reset();
    }
    if (ran && place_.step && forbids(restrictions_, Strain::running)) {
        note({.at = morning_of(day),
              .kind = PlanChangeKind::limited,
              .what = "No running from now on.",
              .because = all_reasons(),
              .from = "causes " + format_day(day)});
    }
}

std::string Replay::all_reasons() const {
    std::string text;
    for (const auto& reason : restrictions_.because) {
        text += (text.empty() ? "" : " ") + reason.text;
    }
    return text;
}

void Replay::heed_levels(Instant until) {
    for (; next_level_ < facts_.levels.size(); ++next_level_) {
        const LevelAt& level = facts_.levels[next_level_];
        if (level.at > plan_.now.at || level.at >= until) {
            return;
        }
        const Day day = day_of(level.at, plan_.now.offset);
        if (is_urgent(level.level) == stopped_by_level_) {
            continue;
        }
        stopped_by_level_ = !stopped_by_level_;
        if (stopped_by_level_) {
            pending_.reset();
            due_.reset();
            note({.at = level.at,
                  .kind = PlanChangeKind::stopped,
                  .what = "The plan stops: be seen first.",
                  .because = "What was said on " + format_day(day) + " has to be looked at (" +
                             std::string(word(level.level)) + ").",
                  .from = "answers " + format_day(day)});
        } else {
            const std::string back = go_back(1, day, Floor::first_phase);
            note({.at = level.at,
                  .kind = PlanChangeKind::resumed,
                  .what = "The plan goes on" + (back.empty() ? back : ", " + back) + ".",
                  .because = "What had to be looked at on an earlier day is settled.",
                  .from = "answers " + format_day(day)});
        }
    }
}

void Replay::heed_today() {
    if (is_urgent(facts_.decision.urgency.level()) && !stopped_by_level_) {
        stopped_by_level_ = true;
        note({.at = plan_.now.at,
              .kind = PlanChangeKind::stopped,
              .what = "The plan stops: be seen first.",
              .because = "What is known today has to be looked at (" +
                         std::string(word(facts_.decision.urgency.level())) + ").",
              .from = "answers " + format_day(today_)});
    }
}

void Replay::heed_visits(Day day) {
    if (!std::ranges::binary_search(boundaries_, day)) {
        return;
    }
    std::vector<std::pair<std::string, std::string>> said;
    for (const auto& seen : facts_.episode.seen) {
        if (seen.on != day) {
            continue;
        }
        resume_after(seen, day);
        for (const auto& text : seen.limits) {
            said.emplace_back("From now on: " + text + ".",
                              "The " + who_of(seen) + " said so on " + format_day(day) + ".");
        }
        for (const auto& cleared : seen.clears) {
            if (cleared.text() == "running" || cleared.text() == "impact") {
                said.emplace_back("Allowed again: " + cleared.text() + ".",
                                  "The " + who_of(seen) + " allowed it on " + format_day(day) +
                                      ".");
            }
        }
    }
    std::ranges::sort(said);
    for (const auto& [what, because] : said) {
        note({.at = morning_of(day),
              .kind = PlanChangeKind::limited,
              .what = what,
              .because = because,
              .from = "seen " + format_day(day)});
    }
}

/// A clinician who looked after the plan stopped has answered what stopped it; their limits hold.
void Replay::resume_after(const Seen& seen, Day day) {
    if (!stopped_on_ || stopped_by_level_ || seen.on < *stopped_on_) {
        return;
    }
    stopped_on_.reset();
    const auto back = go_back(1, day, Floor::first_phase);
    note({.at = morning_of(day),
          .kind = PlanChangeKind::resumed,
          .what = "The plan goes on" + (back.empty() ? back : ", " + back) + ".",
          .because = "The " + who_of(seen) + " has looked at it on " + format_day(day) + ".",
          .from = "seen " + format_day(day)});
}

void Replay::take_measures(Day day) {
    const auto& all = book_.measures();
    for (; next_measure_ < all.size() && all[next_measure_].on <= day; ++next_measure_) {
        const auto& [at, on, measured] = all[next_measure_];
        measures_.add(measured, at, on, facts_.episode.side);
        if (measured.kind == MeasureKind::walking_pain && measured.value > 0) {
            pain_free_since_.reset();
        } else if (!pain_free_since_ &&
                   (measured.kind == MeasureKind::walking_pain ||
                    (measured.kind == MeasureKind::walk_time && measured.value > 0))) {
            pain_free_since_ = on;
        }
    }
}

/// Gives: where to, as part of a sentence; empty when there is nothing to go back to.
std::string Replay::go_back(int steps, Day day, Floor floor) {
    moved_back_on_ = day;
    pending_.reset();
    place_.done = 0;
    holds_ = 0;
    rises_ = 0;
    const auto& phases = protocol_.phases;
    if (place_.step && (static_cast<int>(*place_.step) >= steps || floor == Floor::first_step)) {
        const std::size_t before = *place_.step;
        *place_.step -= std::min(before, static_cast<std::size_t>(steps));
        if (track_->steps[*place_.step].number < track_->free_after) {
            place_.free_step_on.reset();
        }
        set_due(day);
        const auto went = static_cast<int>(before - *place_.step);
        return went == 0 ? std::string() : "back " + counted(went, "step") + " to " + step()->id;
    }
    std::size_t to = place_.phase;
    if (place_.step) {
        while (to > 0 && phases[to].number >= kReturnToRun) {
            --to;
        }
    } else if (to > 0) {
        --to;
    }
    measures_.forget_up_to(day);
    if (to == place_.phase) {
        set_due(day);
        return {};
    }
    if (phases[to].number < kReturnToRun) {
        place_.step.reset();
        place_.free_step_on.reset();
        due_.reset();
    }
    place_.phase = to;
    place_.entered_on = day;
    return "back to phase " + std::to_string(phases[to].number) + ", " + phases[to].name;
}

void Replay::stop(Day day, const std::string& why) {
    stopped_on_ = day;
    answered_on_ = day;
    pending_.reset();
    due_.reset();
    holds_ = 0;
    note({.at = moment_of(day),
          .kind = PlanChangeKind::stopped,
          .what = "Stop: no running and no exercises that hurt. Be seen if it does not settle.",
          .because = why,
          .from = "checkins " + format_day(day)});
}

void Replay::fill(Course& course) const {
    if (!danger_line_.is_answered(plan_.now.at)) {
        course.limits.push_back({"danger_line_open",
                                 "The danger signs are not answered, or too long ago: nothing goes "
                                 "on until a check-in answers them."});
    }
    const auto& phase = protocol_.phases[place_.phase];
    course.begun_on = begin_.on;
    course.phase = &phase;
    course.shown = {.id = protocol_.id + "-" + std::to_string(phase.number),
                    .number = phase.number,
                    .name = phase.name,
                    .purpose = phase.purpose,
                    .entered_on = place_.entered_on,
                    .not_before = least_time_ends(),
                    .gates = gates_on(today_),
                    .notes = phase.notes};
    course.track = track_;
    course.step = step();
    course.done_at_step = place_.done;
    course.run_from = place_.step ? run_from_ : std::nullopt;
    course.free_running = is_free();
    course.changes.insert(course.changes.end(), changes_.begin(), changes_.end());
    if (is_stopped()) {
        course.state = PlanState::stopped;
    } else if (phase.number >= kMaintain) {
        course.state = PlanState::maintaining;
    }
}

}  // namespace footsure::rehab
