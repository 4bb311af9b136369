// SPDX-License-Identifier: Apache-2.0
#include "rehab/course_words.hpp"
#include "rehab/replay.hpp"
#include "rehab/run_days.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

using std::chrono::days;

/// A run is too long from a tenth and two minutes over. Source: EE, the noise of a watch and of
/// what is estimated of walking.
constexpr double kOver = 1.10;
constexpr Seconds kLeastOver{120};
/// Once running is free, one run may be a tenth longer than the longest of 30 days.
/// Source: care-and-rehab section 9 (frandsen2025).
constexpr double kLongestOver = 1.10;
/// Source: care-and-rehab section 9, three runs a week on return.
constexpr int kMostAWeek = 3;
/// Source: the calendar.
constexpr days kWeek{7};
/// Source: care-and-rehab section 11, L5: less after two weeks off (EE: two steps).
constexpr int kBreakDays = 14;
constexpr int kBreakSteps = 2;
/// Whatever days suit, one of them comes within that time. Source: the calendar.
constexpr days kAhead{7};
/// Source: care-and-rehab section 1.
constexpr int kMaintain = 7;

/// On which no run may follow on the day after a run.
constexpr std::string_view kBoneTrack = "B";

std::string skip_words(SkipReason reason) {
    switch (reason) {
    case SkipReason::pain: return "because of pain";
    case SkipReason::ill: return "because of illness";
    case SkipReason::no_time: return "for want of time";
    case SkipReason::weather: return "because of the weather";
    case SkipReason::travel: return "because of travel";
    case SkipReason::no_wish: return "for want of wish";
    case SkipReason::other: break;
    }
    return "for another reason";
}

}  // namespace

const TrackStep* Replay::step() const {
    return place_.step ? &track_->steps[*place_.step] : nullptr;
}

std::string Replay::why_unplanned(Day day) const {
    if (is_stopped()) {
        return "The plan was stopped.";
    }
    if (forbids(restrictions_, Strain::running)) {
        return "Running was not allowed then.";
    }
    if (step() == nullptr) {
        return "Running comes later in the plan.";
    }
    if (book_.on(day).run.outings > 1) {
        return "These were two runs in one day; one is the most.";
    }
    if (!ran_on_.empty() && ran_on_.back() + days(1) == day) {
        return "It followed on the day after a run.";
    }
    if (run_from_ && day < *run_from_) {
        return "It was a day without a run; the next was to be on " + format_day(*run_from_) +
               " at the earliest.";
    }
    return {};
}

/// As part of a sentence; empty when the run was within what was planned.
std::string Replay::over_by(Day day) const {
    const auto& run = book_.on(day).run;
    const Metres longest = book_.longest_before(day);
    const auto& most = restrictions_.most_running;
    std::optional<Seconds> planned = most;
    if (!is_free()) {
        const Seconds of_step = step()->run * static_cast<double>(step()->repeats);
        planned = planned ? std::min(*planned, of_step) : of_step;
    } else if (longest.value() > 0 && run.distance > longest * kLongestOver) {
        return kilometres_run(run.distance - longest) + " more than the longest run of 30 days (" +
               kilometres_run(longest) + ")";
    }
    const bool over = planned && planned->value() > 0 && run.ran_for > *planned * kOver &&
                      run.ran_for - *planned >= kLeastOver;
    if (!over) {
        return {};
    }
    std::string words =
        minutes_run(run.ran_for) + " of running where " + minutes_run(*planned) + " was the most";
    if (plan_.limits.easy_speed) {
        words += ", about " + kilometres_run(*plan_.limits.easy_speed * (run.ran_for - *planned)) +
                 " more than planned";
    }
    return words;
}

Day Replay::next_run_after(Day day) const {
    const int least = track_ != nullptr && track_->id == kBoneTrack ? 1 : 0;
    const int between = step() == nullptr ? 1 : std::max(least, step()->days_between);
    Day next = day + days(1 + between);
    if (ran_on_.size() >= static_cast<std::size_t>(kMostAWeek)) {
        const Day oldest = ran_on_[ran_on_.size() - static_cast<std::size_t>(kMostAWeek)];
        next = std::max(next, oldest + kWeek);
    }
    return next;
}

void Replay::set_due(Day from) {
    due_.reset();
    if (!place_.step || is_stopped()) {
        return;
    }
    const RunSpacing spacing{
        .not_before = run_from_, .days_between = step()->days_between, .most_a_week = kMostAWeek};
    const auto planned = run_days(from, std::max(from, run_from_.value_or(from)) + kAhead, spacing,
                                  plan_.case_file.wishes);
    if (!planned.empty()) {
        due_ = planned.front();
    }
}

void Replay::take_run(Day day) {
    const auto& run = book_.on(day).run;
    if (run.outings == 0) {
        return;
    }
    if (protocol_.phases[place_.phase].number >= kMaintain && !is_stopped()) {
        pending_ = Pending{.on = day};
        ran_on_.push_back(day);
        return;
    }
    const auto unplanned = why_unplanned(day);
    const auto over = unplanned.empty() ? over_by(day) : std::string();
    const bool on_day_after = !ran_on_.empty() && ran_on_.back() + days(1) == day;
    if (!unplanned.empty()) {
        note({.at = run.at,
              .kind = PlanChangeKind::overrun,
              .what = "A run that was not planned: " + minutes_run(run.ran_for) + ", " +
                      kilometres_run(run.distance) + ".",
              .because = unplanned,
              .from = run.from});
    } else if (!over.empty()) {
        note({.at = run.at,
              .kind = PlanChangeKind::overrun,
              .what = "More than planned; what is planned is the most, and this run does not "
                      "count towards the next step.",
              .because = "It was " + over + ".",
              .from = run.from});
    }
    if (on_day_after && track_ != nullptr && track_->id == kBoneTrack && place_.step) {
        answered_on_ = day;
        const auto back = go_back(1, day, Floor::first_phase);
        note({.at = run.at,
              .kind = PlanChangeKind::stepped_back,
              .what = "Two runs on following days: " + (back.empty() ? "no step on" : back) + ".",
              .because = "Bone needs a day without a run after each run.",
              .from = run.from});
    }
    if (!is_stopped()) {
        pending_ = Pending{.on = day,
                           .planned = unplanned.empty(),
                           .over = unplanned.empty() ? over
                                                     : "a run of " + minutes_run(run.ran_for) +
                                                           " that was not planned"};
    }
    ran_on_.push_back(day);
    gap_told_ = false;
    run_from_ = std::max(run_from_.value_or(day), next_run_after(day));
    set_due(day + days(1));
}

void Replay::notice_missed(Day day) {
    if (!due_ || is_stopped() || day <= *due_ + days(1)) {
        return;
    }
    if (forbids(restrictions_, Strain::running)) {
        set_due(day);
        return;
    }
    std::optional<SkipReason> why = book_.on(*due_).skipped;
    why = why ? why : book_.on(*due_ + days(1)).skipped;
    if (!gap_told_) {
        note({.at = morning_of(day),
              .kind = PlanChangeKind::missed,
              .what = "The run of " + format_day(*due_) +
                      " was left out; it is not made up for, the plan goes on where it was.",
              .because = why ? "You left it out " + skip_words(*why) + "."
                             : "No run is known of that day or the day after.",
              .from = why ? "checkins " + format_day(*due_) : std::string()});
    }
    gap_told_ = true;
    set_due(day);
}

void Replay::notice_break(Day day) {
    if (!place_.step || ran_on_.empty() || *place_.step == 0) {
        return;
    }
    const auto without = (day - ran_on_.back()).count();
    if (without > 0 && without % kBreakDays == 0) {
        const auto back = go_back(kBreakSteps, day, Floor::first_step);
        note({.at = morning_of(day),
              .kind = PlanChangeKind::stepped_back,
              .what = "After a pause you start lower: " + back + ".",
              .because = "There was no run for " + counted(static_cast<int>(without), "day") + ".",
              .from = "activities"});
    }
}

}  // namespace footsure::rehab
