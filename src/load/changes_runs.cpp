// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/changes.hpp"
#include "load/longest_run.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Floor of the SD of the weeks' longest runs, as a part of the longest. Source: EE.
constexpr double kLeastSdOfLongest = 0.1;
/// Days in a row from which a streak is worth a word. Source: EE; three are a weekend and a day.
constexpr int kLeastStreak = 4;
/// Source: EE; streaks are small counts, their SD needs a floor.
constexpr double kLeastSdOfStreak = 1;
/// Days without a run that make a break. Source: care-and-rehab, daily load rule L5 (2 weeks).
constexpr int kLongBreak = 14;
/// Floor of the SD of the pauses: a week. Source: EE.
constexpr double kLeastSdOfPause = 7;

struct Jump {
    const Outing* ran = nullptr;
    const Outing* longest = nullptr;
    SpikeBand band = SpikeBand::no_history;

    [[nodiscard]] double ratio() const { return ran->distance / longest->distance; }
};

/// Source: frandsen2025, 5,205 runners: hazard rate ratios of overuse injury.
const char* hazard_words(SpikeBand band) {
    switch (band) {
    case SpikeBand::above_10:
        return "In a study of 5,205 runners, runs 10 to 30 % over it went with 1.64 times the "
               "rate of overuse injuries.";
    case SpikeBand::above_30:
        return "In a study of 5,205 runners, runs 30 to 100 % over it went with 1.52 times the "
               "rate of overuse injuries.";
    case SpikeBand::above_100:
        return "In a study of 5,205 runners, runs more than twice as long went with 2.28 times "
               "the rate of overuse injuries.";
    case SpikeBand::none:
    case SpikeBand::within:
    case SpikeBand::no_history: break;
    }
    return "";
}

double sd_of_longest(const WeeklyPast& past) {
    std::vector<double> values;
    for (const RunWeek& week : past.before) {
        if (week.distance.value() > 0) {
            values.push_back(week.longest_run->distance.value());
        }
    }
    return values.empty() ? 0 : usual_of(values).sd;
}

LoadChange jump_change(const Jump& jump, const WeeklyPast& past) {
    const double before = jump.longest->distance.value();
    const double then = jump.ran->distance.value();
    const Day day = past.day(jump.ran->started_at);
    return {.kind = ChangeKind::longest_run,
            .on = day,
            .text = "On " + on_day(day) + " you ran " + in_kilometres(jump.ran->distance) +
                    "; your longest run in the 30 days before was " +
                    in_kilometres(jump.longest->distance) + " (" + in_percent(jump.ratio() - 1) +
                    " more). " + hazard_words(jump.band),
            .before = before,
            .then = then,
            .unit = "m",
            .surprise = (then - before) / std::max(sd_of_longest(past), kLeastSdOfLongest * before),
            .finding = "load_jump_recent",
            .from = jump.ran->longest_run->from,
            .certainty = Certainty::read,
            .sources = {SourceId("frandsen2025")}};
}

/// Days in a row with a run, by their last day.
struct Streak {
    Day first;
    Day last;

    [[nodiscard]] int days() const { return static_cast<int>((last - first).count()) + 1; }
};

std::vector<Streak> streaks_of(const WeeklyPast& past) {
    std::vector<Streak> streaks;
    for (const Outing& outing : past.outings) {
        const Day day = past.day(outing.started_at);
        if (!streaks.empty() && day <= streaks.back().last + std::chrono::days(1)) {
            streaks.back().last = std::max(streaks.back().last, day);
        } else {
            streaks.push_back({day, day});
        }
    }
    return streaks;
}

/// The days of the streak up to that day.
int days_until(const Streak& streak, Day last) {
    return Streak{streak.first, std::min(streak.last, last)}.days();
}

struct Pause {
    const Outing* after = nullptr;
    int days = 0;  ///< whole days without a run
};

std::vector<Pause> pauses_of(const WeeklyPast& past) {
    std::vector<Pause> pauses;
    for (std::size_t i = 1; i < past.outings.size(); ++i) {
        const auto apart =
            past.day(past.outings[i].started_at) - past.day(past.outings[i - 1].started_at);
        pauses.push_back({&past.outings[i], static_cast<int>(apart.count()) - 1});
    }
    return pauses;
}

/// The distance of the seven days from that day.
Metres week_from(Day first, const WeeklyPast& past) {
    Metres sum;
    for (const Outing& outing : past.outings) {
        const Day day = past.day(outing.started_at);
        if (day >= first && day < first + std::chrono::days(kDaysPerWeek)) {
            sum += outing.distance;
        }
    }
    return sum;
}

}  // namespace

void add_longest_run(const WeeklyPast& past, ChangeAccount& account) {
    Jump greatest;
    bool judged = false;
    for (const Outing& ran : past.outings) {
        if (!past.is_recent(ran.started_at) || ran.distance.value() <= 0) {
            continue;
        }
        const Outing* longest = longest_before(ran, past.outings);
        if (longest == nullptr) {
            continue;
        }
        judged = true;
        const Jump jump{&ran, longest, band_of(ran.distance, longest->distance)};
        if (jump.band != SpikeBand::within &&
            (greatest.ran == nullptr || jump.ratio() > greatest.ratio())) {
            greatest = jump;
        }
    }
    if (judged) {
        account.judged.emplace_back("load_jump_recent");
    }
    if (greatest.ran != nullptr) {
        account.changes.push_back(jump_change(greatest, past));
    }
}

void add_running_days(const WeeklyPast& past, ChangeAccount& account) {
    const Day last_before = past.first_recent_day() - std::chrono::days(1);
    const Day first_before = past.before.front().first;
    std::vector<double> before;
    const Streak* longest = nullptr;
    const auto streaks = streaks_of(past);
    for (const Streak& streak : streaks) {
        if (streak.first <= last_before && streak.last >= first_before) {
            before.push_back(days_until(streak, last_before));
        }
        if (streak.first > last_before && (longest == nullptr || streak.days() > longest->days())) {
            longest = &streak;
        }
    }
    if (before.empty() || longest == nullptr || longest->days() < kLeastStreak) {
        return;
    }
    const double most = std::ranges::max(before);
    const double surprise =
        (longest->days() - most) / std::max(usual_of(before).sd, kLeastSdOfStreak);
    if (surprise < kUnusual) {
        return;
    }
    account.changes.push_back(
        {.kind = ChangeKind::rest,
         .on = longest->first,
         .text = "From " + on_day(longest->first) + " to " + on_day(longest->last) +
                 " you ran on " + std::to_string(longest->days()) + " days in a row; in the " +
                 count_of(static_cast<long>(past.before.size()), "week") + " before at most on " +
                 std::to_string(std::lround(most)) + ".",
         .before = most,
         .then = static_cast<double>(longest->days()),
         .unit = "days_in_a_row",
         .surprise = surprise,
         .from = {},
         .sources = {SourceId("evidence_care")}});
}

void add_long_break(const WeeklyPast& past, ChangeAccount& account) {
    const auto pauses = pauses_of(past);
    const Pause* longest = nullptr;
    std::vector<double> others;
    for (const Pause& pause : pauses) {
        const bool recent = past.is_recent(pause.after->started_at);
        if (recent && (longest == nullptr || pause.days > longest->days)) {
            longest = &pause;
        }
        if (!recent &&
            past.day(pause.after->started_at) >=
                past.recent.front().first - std::chrono::days(kPastWeeks * kDaysPerWeek)) {
            others.push_back(pause.days);
        }
    }
    if (longest == nullptr) {
        return;
    }
    account.judged.emplace_back("long_break_before");
    if (longest->days < kLongBreak) {
        return;
    }
    const Day back = past.day(longest->after->started_at);
    const Usual usual = others.empty() ? Usual{} : usual_of(others);
    const Metres first_week = week_from(back, past);
    account.changes.push_back(
        {.kind = ChangeKind::long_break,
         .on = back,
         .text =
             "On " + on_day(back) + " you ran again after " + std::to_string(longest->days) +
             " days without a run" +
             (first_week.value() > 0 ? ", " + in_kilometres(first_week) + " in the first seven days"
                                     : "") +
             "; after two weeks off, a start with at most 50 to 70 % of the usual is advised.",
         .before = usual.middle,
         .then = static_cast<double>(longest->days),
         .unit = "days_without_run",
         .surprise = (longest->days - usual.middle) / std::max(usual.sd, kLeastSdOfPause),
         .finding = "long_break_before",
         .from = longest->after->longest_run->from,
         .sources = {SourceId("evidence_care")}});
}

}  // namespace footsure::load
