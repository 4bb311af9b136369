// SPDX-License-Identifier: Apache-2.0
#include "rehab/clinician_limits.hpp"
#include "rehab/course_words.hpp"
#include "rehab/replay.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

using std::chrono::days;

/// Source: care-and-rehab section 1, numbers of the phases.
constexpr int kPlyometric = 4;
constexpr int kReturnToRun = 5;
constexpr int kPerformance = 6;
/// Source: care-and-rehab section 1, phase 6: previous weekly distance for three weeks.
constexpr int kFullWeeks = 3;
/// As far as before, give or take. Source: EE.
constexpr double kAsBefore = 0.9;
/// Source: the calendar.
constexpr int kWeekDays = 7;

days whole_days(double count) {
    return days(static_cast<int>(std::ceil(count)));
}

std::string measured_words(const std::vector<Gate>& gates) {
    std::string words;
    for (const auto& gate : gates) {
        if (gate.met) {
            const std::string unit = gate.unit.empty() ? "" : " " + gate.unit;
            words += (words.empty() ? "" : "; ") + gate.text + ": " +
                     plain(gate.value.value_or(0)) + unit + " (needed " + plain(gate.needed) +
                     unit + ")";
        }
    }
    return words;
}

}  // namespace

std::vector<Gate> Replay::gates_on(Day day) const {
    return gates_of(protocol_.phases[place_.phase], {.measures = measures_,
                                                     .on = day,
                                                     .side = facts_.episode.side,
                                                     .runner = plan_.case_file.runner,
                                                     .knowledge = plan_.knowledge.rehab});
}

/// Where bone is hurt, from the first day of walking without pain.
std::optional<Day> Replay::least_time_ends() const {
    const auto& least = protocol_.phases[place_.phase].least_days;
    if (!least) {
        return std::nullopt;
    }
    const bool of_bone = protocol_.pain_rule == "bone";
    const auto from = of_bone ? pain_free_since_ : std::optional(place_.entered_on);
    return from ? std::optional(*from + whole_days(least->value)) : std::nullopt;
}

bool Replay::is_free() const {
    const auto* at = step();
    return at != nullptr &&
           (at->number > track_->free_after ||
            (at->number == track_->free_after && place_.done >= std::max(1, at->sessions)));
}

bool Replay::ran_as_before(Day day) const {
    const auto& wishes = plan_.case_file.wishes;
    const auto usual = plan_.limits.usual_week ? plan_.limits.usual_week : wishes.usual_week;
    if (!usual) {
        return false;
    }
    for (int week = 0; week < kFullWeeks; ++week) {
        Metres sum;
        for (int back = 0; back < kWeekDays; ++back) {
            sum += book_.on(day - days(week * kWeekDays + back)).run.distance;
        }
        if (sum < *usual * kAsBefore) {
            return false;
        }
    }
    return true;
}

bool Replay::may_leave(Day day) const {
    const auto& phase = protocol_.phases[place_.phase];
    if (phase.least_days) {
        const auto over = least_time_ends();
        if (!over || day < *over) {
            return false;
        }
    }
    if (phase.number == kReturnToRun && track_ != nullptr && !is_free()) {
        return false;
    }
    if (phase.number == kPerformance && track_ != nullptr) {
        const bool at_end = place_.step && *place_.step + 1 == track_->steps.size() &&
                            place_.done >= std::max(1, step()->sessions);
        if (!at_end || !ran_as_before(day)) {
            return false;
        }
    }
    return all_met(gates_on(day));
}

std::string Replay::barred_from(const PhaseDefinition& next, Day day) const {
    const bool runs = next.number >= kReturnToRun;
    if (runs && forbids(restrictions_, Strain::running)) {
        return "Running is not allowed yet. " + all_reasons();
    }
    if (next.number == kPlyometric && forbids(restrictions_, Strain::impact)) {
        return "Hops and jumps are not allowed yet. " + all_reasons();
    }
    const auto kind = runs ? LimitKind::no_running : LimitKind::no_impact;
    if (protocol_.needs_clearance && next.number >= kPlyometric &&
        cleared_by(facts_.episode, kind, day) == nullptr) {
        return "A clinician has to allow it first, and to say so at a visit.";
    }
    return {};
}

void Replay::try_phases(Day day) {
    const bool in_question = is_stopped() || !book_.on(day).told || book_.on(day).limp ||
                             moved_back_on_ == day || answered_on_ == day;
    if (in_question || !danger_line_.is_answered(book_.on(day).told_at)) {
        return;
    }
    while (place_.phase + 1 < protocol_.phases.size() && may_leave(day)) {
        const auto& next = protocol_.phases[place_.phase + 1];
        const auto barred = barred_from(next, day);
        if (!barred.empty()) {
            if (barred_at_ != place_.phase) {
                note({.at = moment_of(day),
                      .kind = PlanChangeKind::limited,
                      .what = "Phase " + std::to_string(next.number) + ", " + next.name +
                              ", has to wait.",
                      .because = barred,
                      .from = "checkins " + format_day(day)});
            }
            barred_at_ = place_.phase;
            return;
        }
        enter_next(day);
    }
    try_step_up(day);
}

void Replay::enter_next(Day day) {
    const auto measured = measured_words(gates_on(day));
    ++place_.phase;
    place_.entered_on = day;
    bad_days_ = 0;
    const auto& phase = protocol_.phases[place_.phase];
    if (phase.number >= kReturnToRun && track_ != nullptr && !place_.step) {
        place_.step = 0;
        place_.done = 0;
        run_from_ = std::max(run_from_.value_or(day), day);
        set_due(day + days(1));
    }
    note({.at = moment_of(day),
          .kind = PlanChangeKind::phase,
          .what = "Phase " + std::to_string(phase.number) + ", " + phase.name + ", begins.",
          .because = measured.empty() ? "All that was needed to go on is there."
                                      : "All that was needed is there: " + measured + ".",
          .from = "checkins " + format_day(day)});
}

bool Replay::may_step_to(const TrackStep& next, Day day) const {
    const auto& phase = protocol_.phases[place_.phase];
    if (next.number > track_->free_after && phase.number < kPerformance) {
        return false;
    }
    if ((next.hills || next.speed) && track_->weeks_before_speed) {
        const days wait = whole_days(track_->weeks_before_speed->value * kWeekDays);
        if (!place_.free_step_on || day < *place_.free_step_on + wait) {
            return false;
        }
    }
    return !next.speed || all_met(gates_on(day));
}

void Replay::try_step_up(Day day) {
    while (place_.step && *place_.step + 1 < track_->steps.size() && !is_stopped() &&
           place_.done >= std::max(1, step()->sessions) &&
           may_step_to(track_->steps[*place_.step + 1], day)) {
        const int done = place_.done;
        const std::string from = step()->id;
        ++*place_.step;
        place_.done = 0;
        if (step()->number == track_->free_after) {
            place_.free_step_on = day;
        }
        set_due(day);
        note({.at = moment_of(day),
              .kind = PlanChangeKind::progressed,
              .what = "On to step " + step()->id + ": " + step()->text,
              .because = counted(done, "run") + " at " + from + " went well.",
              .from = "checkins " + format_day(day)});
    }
}

}  // namespace footsure::rehab
