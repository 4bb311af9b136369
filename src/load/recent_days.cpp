// SPDX-License-Identifier: Apache-2.0
#include "load/known_value.hpp"
#include "load/load.hpp"
#include "load/outing.hpp"
#include "model/median.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ranges>

namespace footsure::load {

namespace {

/// A hard outing counts for so long. Source: care-and-rehab section 11, L6: 48–72 h (EE).
constexpr std::chrono::hours kHardCounts{72};
/// On a scale to 10; from here a runner calls it hard. Source: EE on the ten-point effort scale.
constexpr double kHardExertion = 7;
/// So many times the own median outing's dose is hard. Source: EE.
constexpr double kHardDose = 1.5;
/// Own outings are compared over 12 weeks, and at least so many. Source: EE, one a week.
constexpr std::chrono::days kOwnPast{84};
constexpr std::size_t kLeastOutings = 12;
/// Source: care-and-rehab section 11, L5, what "usual" was before a pause (EE: 4 weeks).
constexpr std::chrono::days kBeforePause{28};

/// The larger of the two calibrated doses of an outing's runs.
double dose_of(const Outing& outing, std::span<const ActivitySummary* const> runs) {
    double achilles = 0;
    double tibia = 0;
    for (const ActivitySummary* run : runs) {
        if (run->started_at >= outing.started_at && run->started_at <= outing.last_start) {
            achilles += known_or_zero(run->doses[index_of(Tissue::achilles)].dose.value());
            tibia += known_or_zero(run->doses[index_of(Tissue::tibia)].dose.value());
        }
    }
    return std::max(achilles, tibia);
}

std::optional<double> exertion_of(const Outing& outing,
                                  std::span<const ActivitySummary* const> runs) {
    std::optional<double> most;
    for (const ActivitySummary* run : runs) {
        if (run->started_at >= outing.started_at && run->started_at <= outing.last_start &&
            run->perceived_exertion) {
            most = std::max(most.value_or(0), *run->perceived_exertion);
        }
    }
    return most;
}

void find_hard(const std::vector<Outing>& outings, std::span<const ActivitySummary* const> runs,
               Instant now, RecentDays& days) {
    std::vector<double> doses;
    for (const Outing& outing : outings) {
        if (outing.started_at >= now - kOwnPast) {
            doses.push_back(dose_of(outing, runs));
        }
    }
    const double usual = doses.size() >= kLeastOutings ? median_of(doses) : 0;
    for (const Outing& outing : outings) {
        if (outing.ended_at < now - kHardCounts) {
            continue;
        }
        const auto exertion = exertion_of(outing, runs);
        const double dose = dose_of(outing, runs);
        const bool felt = exertion && *exertion >= kHardExertion;
        if (felt || (usual > 0 && dose >= kHardDose * usual)) {
            days.hard_at = outing.started_at;
            days.hard_from = outing.longest_run->from;
            days.hard_because =
                felt ? "you called it hard" : "its load was well over that of your usual run";
        }
    }
}

}  // namespace

RecentDays recent_days(const CaseFile& case_file, LocalInstant now) {
    const auto runs = runs_until(case_file.activities, now.at);
    const std::vector<Outing> outings = outings_of(runs);
    RecentDays days;
    if (outings.empty()) {
        return days;
    }
    const Day today = day_of(now.at, now.offset);
    const auto day_of_outing = [&](const Outing& o) { return day_of(o.started_at, now.offset); };
    const Outing& last = outings.back();
    days.days_since_last = static_cast<int>((today - day_of_outing(last)).count());
    Day wanted = today - std::chrono::days(1);
    for (const Outing& outing : std::views::reverse(outings)) {
        const Day day = day_of_outing(outing);
        if (day == wanted) {
            ++days.days_in_row;
            wanted -= std::chrono::days(1);
        } else if (day < wanted) {
            break;
        }
    }
    std::vector<double> distances;
    for (const Outing& outing : outings) {
        if (day_of_outing(outing) == today) {
            days.run_today += outing.distance;
        }
        if (outing.started_at > last.started_at - kBeforePause && outing.distance.value() > 0) {
            distances.push_back(outing.distance.value());
        }
    }
    if (!distances.empty()) {
        days.usual_run = Metres(median_of(distances));
    }
    find_hard(outings, runs, now.at, days);
    return days;
}

}  // namespace footsure::load
