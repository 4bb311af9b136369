// SPDX-License-Identifier: Apache-2.0
#include "load/changes.hpp"

#include "load/change_words.hpp"
#include "load/statistics.hpp"
#include "model/median.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace footsure::load {

namespace {

/// Source: the definition of a percentile.
constexpr double kLowShare = 0.1;
constexpr double kHighShare = 0.9;

/// Days without a run that may be missing runs. Source: EE; the two weeks that make a break.
constexpr int kLongQuiet = 14;

double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(place))];
}

void rank(std::vector<LoadChange>& changes) {
    std::ranges::sort(changes, [](const LoadChange& a, const LoadChange& b) {
        return std::tuple(-a.surprise, a.kind, a.on, std::string_view(a.text)) <
               std::tuple(-b.surprise, b.kind, b.on, std::string_view(b.text));
    });
}

/// Gives: whether there is a run in the 8 weeks and enough past to compare it with.
bool note_history(const WeeklyPast& past, ChangeAccount& account) {
    const bool any_recent =
        std::ranges::any_of(past.recent, [](const RunWeek& w) { return w.outings > 0; });
    if (!any_recent) {
        account.unknown.push_back("No run is known in the " + std::to_string(kChangeWeeks) +
                                  " weeks before it began.");
        return false;
    }
    if (!past.has_past()) {
        account.unknown.push_back("Before those " + std::to_string(kChangeWeeks) + " weeks " +
                                  (past.weeks_with_running == 0
                                       ? std::string("no week with running is")
                                       : "only " + count_of(past.weeks_with_running, "week") +
                                             " with running " +
                                             (past.weeks_with_running == 1 ? "is" : "are")) +
                                  " known; at least " + std::to_string(kLeastWeeks) +
                                  " are needed to say what is usual for you.");
    }
    return past.has_past();
}

void note_gaps(const WeeklyPast& past, ChangeAccount& account) {
    int without_distance = 0;
    for (const RunWeek& week : past.recent) {
        without_distance += week.without_distance;
    }
    if (without_distance > 0) {
        account.unknown.push_back(count_of(without_distance, "run") + " of those " +
                                  std::to_string(kChangeWeeks) +
                                  " weeks without a distance: counted as a run, not as km.");
    }
    const auto quiet = (past.last_day - past.day(past.runs.back()->started_at)).count();
    if (quiet >= kLongQuiet) {
        account.unknown.push_back("No run is known in the " + std::to_string(quiet) +
                                  " days before it began; if you ran, those runs are missing.");
    }
}

}  // namespace

Usual usual_of(std::vector<double> values) {
    expects(!values.empty(), "a usual value rests on at least one");
    std::ranges::sort(values);
    return {.low = percentile(values, kLowShare),
            .middle = median_of(values),
            .high = percentile(values, kHighShare),
            .sd = sd_of(values)};
}

ChangeAccount changes_before(const CaseFile& case_file, LocalInstant start) {
    ChangeAccount account;
    const WeeklyPast past = past_of(case_file.activities, start);
    account.weeks_of_past = static_cast<int>(past.before.size());
    if (past.runs.empty()) {
        return account;
    }
    add_longest_run(past, account);
    add_long_break(past, account);
    add_new_shoes(past, case_file.shoes, account);
    if (note_history(past, account)) {
        add_weekly_changes(past, account);
        add_step_of_volume(past, account);
        add_running_days(past, account);
        add_form_changes(past, account);
    }
    note_gaps(past, account);
    rank(account.changes);
    return account;
}

}  // namespace footsure::load
