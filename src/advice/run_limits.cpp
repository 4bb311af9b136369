// SPDX-License-Identifier: Apache-2.0
#include "advice/run_limits.hpp"

#include "findings/findings.hpp"
#include "load/load.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

namespace footsure::advice {

namespace {

/// Weeks that tell what is usual. Source: issue 5, guard (EE): 12 weeks, as for the usual load.
constexpr int kUsualWeeks = 12;
constexpr std::chrono::days kWeek{7};
/// Fewer weeks with a run tell nothing usual. Source: EE, as for the changes of a week.
constexpr int kFewestWeeks = 4;

/// The earliest start of an open Episode, else now: what was usual lies before it.
Instant usual_until(const CaseFile& case_file, LocalInstant now) {
    Instant until = now.at;
    for (const Episode& episode : case_file.episodes) {
        until = std::min(until, findings::start_of(episode, now).at);
    }
    return until;
}

/// A slower mean has walking in it. Source: EE, a slow jog.
constexpr MetresPerSecond kAllRunning{2.2};

/// The median speed of the runs of those weeks that were running throughout: walk-runs of a plan
/// would make it slower week by week.
std::optional<MetresPerSecond> easy_speed(const CaseFile& case_file, LocalInstant now) {
    const Instant until = usual_until(case_file, now);
    std::vector<MetresPerSecond> speeds;
    for (const ActivitySummary& run : case_file.activities) {
        const bool counts = run.sport == "running" && run.started_at < until &&
                            run.started_at >= until - kUsualWeeks * kWeek &&
                            run.distance.value() > 0 && run.timer.value() > 0;
        if (counts && run.distance / run.timer >= kAllRunning) {
            speeds.push_back(run.distance / run.timer);
        }
    }
    if (speeds.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(speeds);
    return speeds[speeds.size() / 2];
}

/// The median distance of the weeks with a run, of the twelve before.
std::optional<Metres> usual_week(const CaseFile& case_file, LocalInstant now) {
    const Instant until = usual_until(case_file, now);
    std::array<double, kUsualWeeks> weeks{};
    for (const ActivitySummary& run : case_file.activities) {
        const auto age = until - run.started_at;
        if (run.sport != "running" || age <= age.zero() || !std::isfinite(run.distance.value())) {
            continue;
        }
        const auto week = static_cast<std::size_t>(age / kWeek);
        if (week < weeks.size()) {
            weeks.at(week) += run.distance.value();
        }
    }
    std::ranges::sort(weeks);
    const auto empty = std::ranges::count(weeks, 0.0);
    const auto count = static_cast<int>(weeks.size()) - static_cast<int>(empty);
    if (count < kFewestWeeks) {
        return std::nullopt;
    }
    return Metres(weeks.at(static_cast<std::size_t>(empty + count / 2)));
}

}  // namespace

rehab::RunLimits run_limits(const CaseFile& case_file, const Advice& advice, LocalInstant now) {
    const auto rule = load::longest_run_rule(case_file.activities, now.at);
    const LoadCeilings ceilings =
        load::load_ceilings(case_file, advice.exposures, now, advice.soreness.ceiling_factor);
    rehab::RunLimits limits{.longest_run = rule.ceiling,
                            .easy_speed = easy_speed(case_file, now),
                            .tissues = ceilings.tissues,
                            .week = ceilings.week,
                            .usual_week = usual_week(case_file, now),
                            .recent = load::recent_days(case_file, now)};
    if (!limits.easy_speed) {
        limits.easy_speed = ceilings.speed;
    }
    return limits;
}

}  // namespace footsure::advice
