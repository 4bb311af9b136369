// SPDX-License-Identifier: Apache-2.0
#include "load/outing.hpp"

#include "load/known_value.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace footsure::load {

namespace {

/// Source: EE; frandsen2025 counts sessions, and a run saved in two files is one session.
constexpr std::chrono::minutes kOnePause{60};

auto sort_key(const ActivitySummary& run) {
    return std::tuple(run.started_at, end_of(run), run.distance.value(),
                      std::string_view(run.from));
}

Outing begin_outing(const ActivitySummary& run) {
    return {run.started_at,    run.started_at,
            end_of(run),       Metres(known_or_zero(run.distance.value())),
            running_time(run), &run};
}

void join(Outing& outing, const ActivitySummary& run) {
    if (known_or_zero(run.distance.value()) > known_or_zero(outing.longest_run->distance.value())) {
        outing.longest_run = &run;
    }
    outing.last_start = run.started_at;
    outing.ended_at = std::max(outing.ended_at, end_of(run));
    outing.distance += Metres(known_or_zero(run.distance.value()));
    outing.time += running_time(run);
}

}  // namespace

bool is_run(const ActivitySummary& activity) {
    return activity.sport == "running";
}

Seconds running_time(const ActivitySummary& activity) {
    const double timer = known_or_zero(activity.timer.value());
    return Seconds(timer > 0 ? timer : known_or_zero(activity.elapsed.value()));
}

Instant end_of(const ActivitySummary& activity) {
    const Seconds elapsed(known_or_zero(activity.elapsed.value()));
    return later(activity.started_at, std::max(elapsed, running_time(activity)));
}

bool same_run(const ActivitySummary& a, const ActivitySummary& b) {
    if (!a.id.empty() && !b.id.empty()) {
        return a.id == b.id;
    }
    return a.started_at == b.started_at && a.distance == b.distance;
}

std::vector<const ActivitySummary*> runs_until(std::span<const ActivitySummary> activities,
                                               Instant now) {
    std::vector<const ActivitySummary*> runs;
    for (const ActivitySummary& activity : activities) {
        if (is_run(activity) && activity.started_at <= now) {
            runs.push_back(&activity);
        }
    }
    return runs;
}

std::vector<Outing> outings_of(std::vector<const ActivitySummary*> runs) {
    std::ranges::sort(runs, [](const ActivitySummary* a, const ActivitySummary* b) {
        return sort_key(*a) < sort_key(*b);
    });
    std::vector<Outing> outings;
    for (const ActivitySummary* run : runs) {
        if (!outings.empty() && run->started_at < outings.back().ended_at + kOnePause) {
            join(outings.back(), *run);
        } else {
            outings.push_back(begin_outing(*run));
        }
    }
    return outings;
}

}  // namespace footsure::load
