// SPDX-License-Identifier: Apache-2.0
#include "merge/channels.hpp"
#include "merge/merge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace footsure::merge {

namespace {

/// When a Leg is under way: until the next one begins.
struct Stretch {
    Instant from = Instant::max();
    Instant until = Instant::max();

    [[nodiscard]] bool holds(Instant at) const { return at >= from && at < until; }
};

/// One Stretch for each Leg. The first to begin also holds what comes before it; a Leg alone in
/// having no start is that first one. Several without a start cannot be told apart and hold
/// nothing.
std::vector<Stretch> stretches_of(const std::vector<Leg>& legs) {
    const auto unknown =
        std::ranges::count_if(legs, [](const Leg& leg) { return !leg.started_at; });
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (legs[i].started_at || unknown == 1) {
            order.push_back(i);
        }
    }
    const auto start = [&](std::size_t i) { return legs[i].started_at.value_or(Instant::min()); };
    std::ranges::stable_sort(order, {}, start);
    std::vector<Stretch> stretches(legs.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        Stretch& stretch = stretches[order[i]];
        stretch.from = i == 0 && unknown < 2 ? Instant::min() : start(order[i]);
        stretch.until = i + 1 < order.size() ? start(order[i + 1]) : Instant::max();
    }
    return stretches;
}

/// The last distance before a Record; zero at the beginning of the file.
double distance_before(const std::vector<double>& distance, std::size_t record) {
    for (std::size_t i = std::min(record, distance.size()); i-- > 0;) {
        if (!std::isnan(distance[i])) {
            return distance[i];
        }
    }
    return 0;
}

/// What a Leg's distances count from. Devices go on from the Leg before, begin anew, or begin anew
/// a little late; the Leg's total tells which.
double distance_at_start(const Activity& activity, const Leg& leg,
                         const std::vector<std::size_t>& picked) {
    const std::vector<double> own = pick(activity.records.distance.raw(), picked);
    const auto known = [](double value) { return !std::isnan(value); };
    const auto first = std::ranges::find_if(own, known);
    if (first == own.end()) {
        return 0;
    }
    const double last = distance_before(own, own.size());
    const double before = distance_before(activity.records.distance.raw(), picked.front());
    if (!leg.distance) {
        return *first < before ? 0 : before;
    }
    const double start = last - leg.distance->value();
    if (start >= 0 && start <= *first) {
        return start;
    }
    return *first < before || std::abs(start) <= std::abs(start - before) ? 0 : before;
}

void count_from(double start, Column<Metres>& distance) {
    std::vector<double> values = distance.raw();
    for (double& value : values) {
        value = std::isnan(value) ? value : std::max(value - start, 0.0);
    }
    distance = Column<Metres>(std::move(values));
}

/// The part of a Pause within the Leg; nothing when there is none.
std::optional<Pause> within(const Pause& pause, const Stretch& stretch) {
    const Pause part{std::max(pause.from, stretch.from), std::min(pause.until, stretch.until)};
    return part.from < part.until ? std::optional(part) : std::nullopt;
}

Activity run_of(const Activity& activity, std::size_t leg, const Stretch& stretch) {
    Activity run;
    run.id = activity.id;
    run.legs = {activity.legs[leg]};
    run.local_offset = activity.local_offset;
    run.offset_quality = activity.offset_quality;
    run.device = activity.device;
    run.devices = activity.devices;
    std::vector<std::size_t> picked;
    for (std::size_t i = 0; i < activity.records.size(); ++i) {
        if (stretch.holds(activity.records.at[i])) {
            picked.push_back(i);
        }
    }
    run.records = pick(activity.records, picked);
    count_from(distance_at_start(activity, run.legs.front(), picked), run.records.distance);
    for (const Lap& lap : activity.laps) {
        if (lap.started_at && stretch.holds(*lap.started_at)) {
            run.laps.push_back(lap);
        }
    }
    for (const Pause& pause : activity.pauses) {
        if (const auto part = within(pause, stretch)) {
            run.pauses.push_back(*part);
        }
    }
    run.started_at = run.legs.front().started_at;
    if (!run.started_at && !run.records.at.empty()) {
        run.started_at = run.records.at.front();
    }
    return run;
}

std::vector<Activity> runs_among_legs(const Activity& activity) {
    std::vector<Activity> runs;
    const std::vector<Stretch> stretches = stretches_of(activity.legs);
    for (std::size_t i = 0; i < activity.legs.size(); ++i) {
        if (is_running(activity.legs[i])) {
            runs.push_back(run_of(activity, i, stretches[i]));
        }
    }
    return runs;
}

bool is_one_run(const Activity& activity) {
    return activity.legs.size() == 1 && is_running(activity.legs.front());
}

}  // namespace

std::vector<Activity> runs_of(const Activity& activity) {
    return is_one_run(activity) ? std::vector{activity} : runs_among_legs(activity);
}

std::vector<Activity> runs_of(Activity&& activity) {
    if (!is_one_run(activity)) {
        return runs_among_legs(activity);
    }
    std::vector<Activity> runs;
    runs.push_back(std::move(activity));
    return runs;
}

}  // namespace footsure::merge
