// SPDX-License-Identifier: Apache-2.0
#include "load/run_weeks.hpp"

#include "load/known_value.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace footsure::load {

namespace {

constexpr std::chrono::days kWeek{kDaysPerWeek};
/// Source: tissue-load-model section 1, speeds that are running.
constexpr MetresPerSecond kSlowestRunning{1.8};
constexpr MetresPerSecond kFastestRunning{6.5};

bool is_running_speed(MetresPerSecond speed) {
    return speed >= kSlowestRunning && speed <= kFastestRunning;
}

bool is_trail(Terrain ground) {
    return ground == Terrain::trail || ground == Terrain::technical_trail;
}

/// Keeps the run with the greater value; of equal ones the earlier.
void keep_greater(const ActivitySummary*& kept, const ActivitySummary& run, double value,
                  double kept_value) {
    if (kept == nullptr || value > kept_value) {
        kept = &run;
    }
}

void add_terrain(const ActivitySummary& run, Metres distance, RunWeek& week) {
    const RunTerrain& terrain = run.terrain;
    if (terrain.ascent && terrain.descent) {
        const auto climbed = [](const ActivitySummary* r) {
            return r == nullptr ? 0.0 : known_or_zero(r->terrain.ascent);
        };
        const auto descended = [](const ActivitySummary* r) {
            return r == nullptr ? 0.0 : known_or_zero(r->terrain.descent);
        };
        week.altitude_distance += distance;
        week.ascent += Metres(climbed(&run));
        week.descent += Metres(descended(&run));
        keep_greater(week.most_ascent, run, climbed(&run), climbed(week.most_ascent));
        keep_greater(week.most_descent, run, descended(&run), descended(week.most_descent));
    }
    if (terrain.ground == Terrain::unknown) {
        return;
    }
    week.ground_distance += distance;
    if (is_trail(terrain.ground)) {
        week.trail_distance += distance;
        keep_greater(week.longest_trail, run, distance.value(),
                     week.longest_trail == nullptr ? 0 : week.longest_trail->distance.value());
    }
}

/// Speeds that are no running say nothing of the pace.
void add_speed(const ActivitySummary& run, Metres distance, RunWeek& week) {
    const Seconds time = running_time(run);
    if (time.value() > 0 && is_running_speed(distance / time)) {
        week.timed_distance += distance;
        week.time += time;
    }
    if (run.fast_speed && is_running_speed(*run.fast_speed) &&
        (!week.fastest || *run.fast_speed > *week.fastest)) {
        week.fastest = run.fast_speed;
        week.fastest_run = &run;
    }
}

void add_run(const ActivitySummary& run, RunWeek& week) {
    const Metres distance(known_or_zero(run.distance.value()));
    const double longest =
        week.longest_run == nullptr ? 0 : known_or_zero(week.longest_run->distance.value());
    keep_greater(week.longest_run, run, distance.value(), longest);
    if (distance.value() == 0) {
        ++week.without_distance;
        return;
    }
    week.distance += distance;
    add_speed(run, distance, week);
    add_terrain(run, distance, week);
}

std::vector<RunWeek> weeks_from(Day first, int count) {
    std::vector<RunWeek> weeks(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        weeks[i].first = first + kWeek * static_cast<int>(i);
    }
    return weeks;
}

/// The week that a day lies in; nothing when it lies in none.
RunWeek* week_of(Day day, WeeklyPast& past) {
    for (auto* weeks : {&past.before, &past.recent}) {
        if (weeks->empty() || day < weeks->front().first) {
            continue;
        }
        const auto index = static_cast<std::size_t>((day - weeks->front().first).count()) /
                           static_cast<std::size_t>(kDaysPerWeek);
        if (index < weeks->size()) {
            return &(*weeks)[index];
        }
    }
    return nullptr;
}

void order_once(std::vector<const ActivitySummary*>& runs) {
    std::ranges::sort(runs, [](const ActivitySummary* a, const ActivitySummary* b) {
        return std::tuple(a->started_at, known_or_zero(a->distance.value()),
                          std::string_view(a->from)) <
               std::tuple(b->started_at, known_or_zero(b->distance.value()),
                          std::string_view(b->from));
    });
    const auto repeated = std::ranges::unique(
        runs, [](const ActivitySummary* a, const ActivitySummary* b) { return same_run(*a, *b); });
    runs.erase(repeated.begin(), repeated.end());
}

}  // namespace

WeeklyPast past_of(std::span<const ActivitySummary> activities, LocalInstant start) {
    WeeklyPast past{.start = start};
    past.last_day = day_of(start.at - std::chrono::microseconds(1), start.offset);
    past.runs = runs_until(activities, start.at);
    std::erase_if(past.runs, [&past](const ActivitySummary* run) {
        return past.day(run->started_at) > past.last_day;
    });
    order_once(past.runs);
    past.outings = outings_of(past.runs);
    past.recent = weeks_from(past.first_recent_day(), kChangeWeeks);
    if (past.runs.empty()) {
        return past;
    }
    const auto days_before =
        (past.first_recent_day() - past.day(past.runs.front()->started_at)).count();
    const int whole_weeks =
        static_cast<int>(std::clamp<long>(days_before / kDaysPerWeek, 0, kPastWeeks));
    past.before = weeks_from(past.first_recent_day() - kWeek * whole_weeks, whole_weeks);
    for (const ActivitySummary* run : past.runs) {
        if (auto* week = week_of(past.day(run->started_at), past)) {
            add_run(*run, *week);
        }
    }
    for (const Outing& outing : past.outings) {
        if (auto* week = week_of(past.day(outing.started_at), past)) {
            ++week->outings;
        }
    }
    past.weeks_with_running = static_cast<int>(
        std::ranges::count_if(past.before, [](const RunWeek& w) { return w.outings > 0; }));
    return past;
}

}  // namespace footsure::load
