// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace footsure::load {

namespace {

/// What of a week's distance must be known for its sum to stand. Source: EE.
constexpr double kMostOfIt = 0.8;
/// Source: SI.
constexpr double kMetresPerKilometre = 1000;

/// A sum of some runs; the whole week's where all is known, else at least that much.
struct Known {
    double value = 0;
    bool whole = false;
};

/// One value a week, and the rise below which nothing is said.
struct Measure {
    ChangeKind kind;
    std::optional<Known> (*of)(const RunWeek& week);
    double least_ratio;     ///< to the usual week
    double least_rise;      ///< over it
    double least_sd_share;  ///< of the usual week; the SD of few alike weeks is no scale
    double least_sd;
    std::string_view finding;
    std::string_view name;  ///< as a list of what is not known says it
};

struct Rise {
    const RunWeek* week = nullptr;
    double value = 0;
    double surprise = 0;
    Usual usual;
};

bool most_of(Metres part, const RunWeek& week) {
    return week.distance.value() > 0 && part / week.distance >= kMostOfIt &&
           week.without_distance == 0;
}

std::optional<Known> volume(const RunWeek& week) {
    return Known{week.distance.value(), week.without_distance == 0};
}

std::optional<Known> frequency(const RunWeek& week) {
    return Known{static_cast<double>(week.outings), true};
}

std::optional<Known> speed(const RunWeek& week) {
    if (week.time.value() <= 0) {
        return std::nullopt;
    }
    return Known{(week.timed_distance / week.time).value(), most_of(week.timed_distance, week)};
}

std::optional<Known> fast_speed(const RunWeek& week) {
    return week.fastest ? std::optional(Known{week.fastest->value(), true}) : std::nullopt;
}

std::optional<Known> ascent(const RunWeek& week) {
    if (week.altitude_distance.value() <= 0) {
        return std::nullopt;
    }
    return Known{week.ascent.value(), most_of(week.altitude_distance, week)};
}

std::optional<Known> descent(const RunWeek& week) {
    if (week.altitude_distance.value() <= 0) {
        return std::nullopt;
    }
    return Known{week.descent.value(), most_of(week.altitude_distance, week)};
}

std::optional<Known> trail_share(const RunWeek& week) {
    if (!most_of(week.ground_distance, week)) {
        return std::nullopt;
    }
    return Known{week.trail_distance / week.ground_distance, true};
}

/// Source: the ratio is that of training-load-risk section 3 (weekly progression of more than 30 %
/// and "distance-related" injuries, HR 1.59 (0.96-2.66)); the SD's floor is EE.
constexpr Measure kVolume{ChangeKind::volume, volume, 1.3, 0, 0.1, 0, "", "distance"};
/// Source: EE; one run more in a single week is no change of habit, and the SD of small counts
/// needs a floor.
constexpr Measure kFrequency{ChangeKind::frequency,   frequency,    1, 1.5, 0, 0.5,
                             "frequency_rise_recent", "runs a week"};
/// Source: EE; 5 % is about 15 s a km, beyond what courses and weather do to a week's mean.
constexpr Measure kSpeed{ChangeKind::pace, speed, 1.05, 0, 0.02, 0, "pace_rise_recent", "pace"};
/// Source: EE; as above, a single run scatters more than a week's mean.
constexpr Measure kFastSpeed{ChangeKind::pace,   fast_speed,    1.05, 0, 0.03, 0,
                             "pace_rise_recent", "fast running"};
/// Source: EE; half as much again and 100 m, which is beyond the scatter of a barometer.
constexpr Measure kAscent{ChangeKind::ascent,   ascent,    1.5, 100, 0.2, 50,
                          "ascent_rise_recent", "climbing"};
/// Source: EE; as above.
constexpr Measure kDescent{ChangeKind::descent,   descent,     1.5, 100, 0.2, 50,
                           "descent_rise_recent", "descending"};
/// Source: EE; a fifth more of the week's distance.
constexpr Measure kTrail{ChangeKind::terrain, trail_share, 1, 0.2, 0, 0.1,
                         "trail_rise_recent", "ground"};

/// The values of the weeks with running before the 8 weeks, where the whole week is known.
std::vector<double> past_values(const WeeklyPast& past, const Measure& measure) {
    std::vector<double> values;
    for (const RunWeek& week : past.before) {
        const auto known = week.outings > 0 ? measure.of(week) : std::nullopt;
        if (known && known->whole) {
            values.push_back(known->value);
        }
    }
    return values;
}

/// Whether all of the 8 weeks but one at most are known.
bool recent_is_known(const WeeklyPast& past, const Measure& measure) {
    int known_weeks = 0;
    int open_weeks = 0;
    for (const RunWeek& week : past.recent) {
        if (week.outings == 0) {
            continue;
        }
        const auto known = measure.of(week);
        ++(known && known->whole ? known_weeks : open_weeks);
    }
    return known_weeks > 0 && open_weeks <= 1;
}

/// The most unusual of the 8 weeks; nothing when none is.
std::optional<Rise> greatest_rise(const WeeklyPast& past, const Measure& measure,
                                  const Usual& usual) {
    const double sd = std::max({usual.sd, measure.least_sd, measure.least_sd_share * usual.middle});
    std::optional<Rise> greatest;
    for (const RunWeek& week : past.recent) {
        const auto known = week.outings > 0 ? measure.of(week) : std::nullopt;
        if (!known || known->value <= usual.high || sd <= 0 ||
            known->value < usual.middle * measure.least_ratio ||
            known->value < usual.middle + measure.least_rise) {
            continue;
        }
        const double surprise = (known->value - usual.middle) / sd;
        if (surprise >= kUnusual && (!greatest || surprise > greatest->surprise)) {
            greatest = Rise{&week, known->value, surprise, usual};
        }
    }
    return greatest;
}

std::string week_words(const RunWeek& week) {
    return "In the week from " + on_day(week.first) + " ";
}

std::string usual_words(const std::string& low, const std::string& high) {
    return "most of your weeks before were " + as_range(low, high) + ".";
}

std::string of_from(const ActivitySummary* run) {
    return run == nullptr ? "" : run->from;
}

LoadChange change_of(const Measure& measure, const Rise& rise) {
    return {.kind = measure.kind,
            .on = rise.week->first,
            .before = rise.usual.middle,
            .then = rise.value,
            .surprise = rise.surprise,
            .finding = std::string(measure.finding),
            .from = of_from(rise.week->longest_run),
            .sources = {SourceId("evidence_load")}};
}

LoadChange volume_change(const Rise& rise) {
    auto change = change_of(kVolume, rise);
    change.unit = "m_per_week";
    change.text =
        week_words(*rise.week) + "you ran " + in_kilometres(Metres(rise.value)) + "; " +
        usual_words(in_kilometres(Metres(rise.usual.low)), in_kilometres(Metres(rise.usual.high)));
    return change;
}

LoadChange frequency_change(const Rise& rise) {
    auto change = change_of(kFrequency, rise);
    change.unit = "runs_per_week";
    change.text =
        week_words(*rise.week) + "you ran " + in_tenths(rise.value) + " times; " +
        usual_words(in_tenths(rise.usual.low) + " runs", in_tenths(rise.usual.high) + " runs");
    return change;
}

LoadChange pace_change(const Measure& measure, const Rise& rise, std::string_view what) {
    auto change = change_of(measure, rise);
    change.unit = "s_per_km";
    change.before = kMetresPerKilometre / rise.usual.middle;
    change.then = kMetresPerKilometre / rise.value;
    change.text = week_words(*rise.week) + std::string(what) + " " +
                  as_pace(MetresPerSecond(rise.value)) + "; " +
                  usual_words(as_pace(MetresPerSecond(rise.usual.high)),
                              as_pace(MetresPerSecond(rise.usual.low)));
    return change;
}

LoadChange height_change(const Measure& measure, const Rise& rise, std::string_view what) {
    auto change = change_of(measure, rise);
    change.unit = "m_per_week";
    change.text =
        week_words(*rise.week) + std::string(what) + " " + in_metres(Metres(rise.value)) + "; " +
        usual_words(in_metres(Metres(rise.usual.low)), in_metres(Metres(rise.usual.high)));
    return change;
}

LoadChange trail_change(const Rise& rise) {
    auto change = change_of(kTrail, rise);
    change.unit = "trail_share";
    change.from = of_from(rise.week->longest_trail);
    change.text = week_words(*rise.week) + in_percent(rise.value) +
                  " of your distance was on trails; " +
                  usual_words(in_percent(rise.usual.low), in_percent(rise.usual.high));
    return change;
}

/// Looks for a rise where enough is known; `not_known` collects the names of the rest.
template <class Write>
void look_at(const WeeklyPast& past, const Measure& measure, std::vector<std::string>& not_known,
             ChangeAccount& account, const Write& write) {
    const auto values = past_values(past, measure);
    if (values.size() < static_cast<std::size_t>(kLeastWeeks)) {
        not_known.emplace_back(measure.name);
        return;
    }
    const auto rise = greatest_rise(past, measure, usual_of(values));
    if (rise) {
        account.changes.push_back(write(*rise));
    }
    if (!rise && !recent_is_known(past, measure)) {
        not_known.emplace_back(measure.name);
    } else if (!measure.finding.empty()) {
        account.judged.emplace_back(measure.finding);
    }
}

/// The more unusual of a faster week and faster fast running; the latter needs a watch.
void look_at_pace(const WeeklyPast& past, std::vector<std::string>& not_known,
                  ChangeAccount& account) {
    ChangeAccount both;
    std::vector<std::string> without_watch;
    look_at(past, kSpeed, not_known, both,
            [](const Rise& rise) { return pace_change(kSpeed, rise, "your usual pace was"); });
    look_at(past, kFastSpeed, without_watch, both, [](const Rise& rise) {
        auto change = pace_change(kFastSpeed, rise, "the fastest tenth of one run was as quick as");
        change.from = of_from(rise.week->fastest_run);
        return change;
    });
    if (!both.judged.empty()) {
        account.judged.push_back(both.judged.front());
    }
    const auto most = std::ranges::max_element(both.changes, {}, &LoadChange::surprise);
    if (most != both.changes.end()) {
        account.changes.push_back(*most);
    }
}

}  // namespace

void add_weekly_changes(const WeeklyPast& past, ChangeAccount& account) {
    std::vector<std::string> not_known;
    look_at(past, kVolume, not_known, account, volume_change);
    look_at(past, kFrequency, not_known, account, frequency_change);
    look_at_pace(past, not_known, account);
    look_at(past, kAscent, not_known, account,
            [](const Rise& rise) { return height_change(kAscent, rise, "you climbed"); });
    look_at(past, kDescent, not_known, account,
            [](const Rise& rise) { return height_change(kDescent, rise, "you descended"); });
    look_at(past, kTrail, not_known, account, trail_change);
    if (not_known.empty()) {
        return;
    }
    std::string list;
    for (const auto& name : not_known) {
        list += (list.empty() ? "" : ", ") + name;
    }
    account.unknown.push_back("Not compared, because too few runs hold it: " + list + ".");
}

}  // namespace footsure::load
