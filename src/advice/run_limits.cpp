// SPDX-License-Identifier: Apache-2.0
#include "advice/run_limits.hpp"

#include "findings/findings.hpp"
#include "load/load.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

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
    auto* const first = std::partition(weeks.begin(), weeks.end(), [](double w) { return w <= 0; });
    const auto count = weeks.end() - first;
    if (count < kFewestWeeks) {
        return std::nullopt;
    }
    std::sort(first, weeks.end());
    return Metres(*(first + count / 2));
}

}  // namespace

rehab::RunLimits run_limits(const CaseFile& case_file, const Advice& advice, LocalInstant now) {
    const auto rule = load::longest_run_rule(case_file.activities, now.at);
    const LoadCeilings ceilings =
        load::load_ceilings(case_file, advice.exposures, now, advice.soreness.ceiling_factor);
    rehab::RunLimits limits{.longest_run = rule.ceiling,
                            .easy_speed = ceilings.speed,
                            .tissues = ceilings.tissues,
                            .week = ceilings.week,
                            .usual_week = usual_week(case_file, now),
                            .recent = load::recent_days(case_file, now)};
    if (rule.ceiling && rule.duration) {
        limits.easy_speed = *rule.ceiling / *rule.duration;
    }
    return limits;
}

}  // namespace footsure::advice
