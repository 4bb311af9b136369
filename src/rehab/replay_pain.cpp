// SPDX-License-Identifier: Apache-2.0
#include "rehab/course_words.hpp"
#include "rehab/replay.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace footsure::rehab {

namespace {

using std::chrono::days;

/// The next morning is waited for so long. Source: care-and-rehab section 5, check up to 48 h.
constexpr days kMorningCounts{2};
/// An ache on one point of a bone that comes again within that time recurs. Source: EE, two weeks.
constexpr days kRecurs{14};
/// So many times in a row a little worse is worse. Source: EE on instruments section 11 (one
/// difference below 2 points is no clear change).
constexpr int kSmallRises = 2;
/// So many days in a row above what may be held: one Phase back. Source: EE.
constexpr int kBadDays = 2;
/// Up to this Phase a limp is no step back, but what is measured then does not count.
/// Source: care-and-rehab section 1 (a normal walk is what phase 2 is for).
constexpr int kStillLimps = 2;
/// Source: the calendar.
constexpr double kHoursPerDay = 24;
constexpr int kWeekDays = 7;

bool tells_pain(const PainReading& reading) {
    return reading.during || reading.after || reading.morning;
}

std::string sentence(const std::string& part) {
    std::string text = part;
    if (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        text.front() = static_cast<char>(std::toupper(first));
    }
    return text + ".";
}

}  // namespace

PainReading Replay::reading_of(Day session, Day told) const {
    const auto& ran = book_.on(session);
    const auto& then = book_.on(told);
    PainReading reading{.during = ran.during,
                        .after = ran.after,
                        .usual_morning = book_.usual_morning(session),
                        .usual_stiffness = book_.usual_stiffness(session)};
    const auto add_signs = [&](const DayRecord& record) {
        reading.swelling_more |= record.swelling == SwellingTrend::more;
        reading.swollen |= record.swelling.value_or(SwellingTrend::none) != SwellingTrend::none;
        reading.limp |= record.limp;
        reading.focal_ache |= record.focal_ache;
        reading.gave_way |= record.gave_way;
    };
    add_signs(ran);
    if (told == session) {
        return reading;
    }
    add_signs(then);
    reading.morning = then.morning;
    reading.stiffness = then.stiffness;
    if (!ran.during && !ran.after && then.run.outings == 0) {
        reading.during = then.during;
        reading.after = then.after;
    }
    return reading;
}

/// What is bad enough at once does not wait for the next morning.
void Replay::judge_now(Day day) {
    if (!pending_ || pending_->on != day || answered_on_ == day || !book_.on(day).told) {
        return;
    }
    const auto reading = reading_of(day, day);
    heed_focal_ache(day);
    if (pending_ && judge(reading, restrictions_.pain).verdict >= Verdict::back) {
        settle(reading, day);
    }
}

void Replay::judge_morning_after(Day day) {
    if (!pending_ || pending_->on >= day) {
        return;
    }
    if (book_.on(day).told && book_.on(day).morning) {
        heed_focal_ache(day);
        if (pending_) {
            settle(reading_of(pending_->on, day), day);
        }
        return;
    }
    if (day >= pending_->on + kMorningCounts) {
        const Day ran_on = pending_->on;
        const bool counted = pending_->planned && pending_->over.empty();
        pending_.reset();
        if (counted) {
            note({.at = moment_of(day),
                  .kind = PlanChangeKind::held,
                  .what = "The run of " + format_day(ran_on) + " does not count: same step again.",
                  .because = "How the next morning was is not known.",
                  .from = "checkins " + format_day(ran_on)});
        }
    }
}

void Replay::settle(const PainReading& reading, Day day) {
    if (!pending_) {
        return;
    }
    const Pending session = *pending_;
    Judgement judged = judge(reading, restrictions_.pain);
    const bool rose =
        reading.morning && reading.usual_morning && *reading.morning > *reading.usual_morning;
    rises_ = rose ? rises_ + 1 : 0;
    if (judged.verdict == Verdict::hold && rises_ >= kSmallRises) {
        judged.verdict = Verdict::back;
        judged.because += ", after two runs in a row";
    }
    const auto why = joined(session.over, judged.because);
    switch (judged.verdict) {
    case Verdict::stop: stop(day, sentence(why)); return;
    case Verdict::back: step_back(why, day); return;
    case Verdict::hold: hold(session, why, day); return;
    case Verdict::progress: count_session(session, reading, day); return;
    }
}

int Replay::steps_back() const {
    return std::max(1, static_cast<int>(restrictions_.pain.steps_back.value));
}

void Replay::step_back(const std::string& why, Day day) {
    answered_on_ = day;
    const auto rest =
        days(static_cast<int>(std::ceil(restrictions_.pain.rest_hours.value / kHoursPerDay)));
    run_from_ = std::max(run_from_.value_or(day), day + std::max(rest, days(1)));
    const auto back = go_back(place_.step ? steps_back() : 1, day, Floor::first_phase);
    note({.at = moment_of(day),
          .kind = back.empty() ? PlanChangeKind::held : PlanChangeKind::stepped_back,
          .what = sentence(back.empty() ? "less of everything until it settles" : back),
          .because = sentence(why),
          .from = "checkins " + format_day(day)});
}

void Replay::hold(const Pending& session, const std::string& why, Day day) {
    pending_.reset();
    if (!session.planned || !place_.step) {
        return;
    }
    ++holds_;
    const double most = restrictions_.pain.holds.value;
    if (most > 0 && holds_ > most) {
        stop(day, sentence("held " + counted(holds_, "time") +
                           " in a row, so it has to be looked at again: " + why));
        return;
    }
    note({.at = moment_of(day),
          .kind = PlanChangeKind::held,
          .what = "Same step again: " + step()->id + ".",
          .because = sentence(why),
          .from = "checkins " + format_day(day)});
}

void Replay::count_session(const Pending& session, const PainReading& reading, Day day) {
    const bool painkiller = book_.on(session.on).painkiller;
    pending_.reset();
    if (!session.planned || !session.over.empty() || !place_.step) {
        return;
    }
    if (!painkiller && (reading.during || reading.after)) {
        ++place_.done;
        holds_ = 0;
        return;
    }
    note({.at = moment_of(day),
          .kind = PlanChangeKind::held,
          .what = "The run of " + format_day(session.on) + " does not count: same step again.",
          .because = painkiller ? "A painkiller hides what the run did."
                                : "How it was during the run or right after is not known.",
          .from = "checkins " + format_day(session.on)});
}

/// The same point of a bone again within two weeks has to be looked at.
void Replay::heed_focal_ache(Day day) {
    if (!book_.on(day).focal_ache || focal_on_ == day) {
        return;
    }
    pain_free_since_.reset();
    const bool recurs = focal_on_ && *focal_on_ + kRecurs >= day;
    focal_on_ = day;
    if (recurs && !is_stopped()) {
        stop(day, "An ache on one point of a bone came again.");
    }
}

void Replay::heed_pain(Day day) {
    const auto& told = book_.on(day);
    if (!told.told || is_stopped() || answered_on_ == day) {
        return;
    }
    heed_focal_ache(day);
    if (is_stopped()) {
        return;
    }
    PainReading reading = reading_of(day, day);
    reading.morning = told.morning;
    reading.usual_stiffness.reset();
    reading.usual_morning = place_.step ? told.morning : book_.usual_morning(day - days(1));
    if (protocol_.phases[place_.phase].number <= kStillLimps && reading.limp) {
        reading.limp = false;
        measures_.forget_up_to(day);
    }
    if (pending_ && pending_->on == day) {
        reading.during.reset();
        reading.after.reset();
    }
    const auto judged = judge(reading, restrictions_.pain);
    if (judged.verdict == Verdict::stop) {
        stop(day, sentence(judged.because));
        return;
    }
    if (judged.verdict != Verdict::back) {
        bad_days_ = 0;
        return;
    }
    ++bad_days_;
    if (place_.step || reading.focal_ache || bad_days_ >= kBadDays) {
        step_back(judged.because, day);
        return;
    }
    answered_on_ = day;
    note({.at = moment_of(day),
          .kind = PlanChangeKind::held,
          .what = "Do less: leave out what hurts, the rest with half the sets, until it settles.",
          .because = sentence(judged.because),
          .from = "checkins " + format_day(day)});
}

/// Mornings that get worse week by week.
void Replay::heed_weeks(Day day) {
    const auto lived = (day - begin_.on).count() + 1;
    const int weeks = static_cast<int>(restrictions_.pain.worse_weeks.value);
    if (weeks < 1 || lived % kWeekDays != 0 || is_stopped()) {
        return;
    }
    auto later = book_.week_median(day - days(kWeekDays - 1));
    const auto last = later;
    for (int back = 1; back <= weeks; ++back) {
        const auto earlier = book_.week_median(day - days(kWeekDays * (back + 1) - 1));
        if (!earlier || !later || *earlier >= *later) {
            return;
        }
        later = earlier;
    }
    stop(day, "The mornings got worse " + counted(weeks, "week") + " in a row, from " +
                  out_of_ten(later.value_or(0)) + " to " + out_of_ten(last.value_or(0)) +
                  " in the middle.");
}

void Replay::try_resume(Day day) {
    const auto& told = book_.on(day);
    if (!stopped_on_ || day <= *stopped_on_ || !told.told || stopped_by_level_) {
        return;
    }
    PainReading reading = reading_of(day, day);
    reading.morning = told.morning;
    reading.usual_morning = book_.usual_morning(day - days(1));
    // The usual may have become the high one by then, so the morning has to be low in itself too.
    const bool low = reading.morning.value_or(0) <= restrictions_.pain.progress_after.value;
    if (!tells_pain(reading) || !low ||
        judge(reading, restrictions_.pain).verdict != Verdict::progress) {
        return;
    }
    stopped_on_.reset();
    // No less than the same sign without the stop would have taken back.
    const auto back = go_back(place_.step ? steps_back() : 1, day, Floor::first_phase);
    note({.at = moment_of(day),
          .kind = PlanChangeKind::resumed,
          .what = "The plan goes on" + (back.empty() ? back : ", " + back) + ".",
          .because = "The check-in of " + format_day(day) +
                     " is clear: pain within what is fine "
                     "and no sign against it.",
          .from = "checkins " + format_day(day)});
}

}  // namespace footsure::rehab
