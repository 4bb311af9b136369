// SPDX-License-Identifier: Apache-2.0
#include "merge/channels.hpp"
#include "merge/merge.hpp"
#include "merge/running_cadence.hpp"
#include "model/result.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace footsure::merge {

namespace {

bool says_nothing(const std::string& word) {
    return word.empty() || word == "unknown" || word == "generic";
}

template <class Q>
void stretch(Column<Q>& channel, double by) {
    std::vector<double> values = channel.raw();
    for (double& value : values) {
        value *= by;
    }
    channel = Column<Q>(std::move(values));
}

template <class Q>
void stretch(std::optional<Q>& value, double by) {
    if (value) {
        *value = *value * by;
    }
}

/// Everything the device derived from the distance; positions stay where they are.
void stretch_distance(Activity& run, double by) {
    stretch(run.records.distance, by);
    stretch(run.records.speed, by);
    stretch(run.records.step_length, by);
    stretch(run.records.vertical_ratio, 1 / by);
    stretch(run.legs.front().average_step_length, by);
    stretch(run.legs.front().average_vertical_ratio, 1 / by);
    for (Lap& lap : run.laps) {
        stretch(lap.distance, by);
    }
}

/// Times after the start; what counts per step or beat stays, speed and step length follow.
void stretch_time(Activity& run, double by) {
    const auto start = run.started_at ? run.started_at : run.legs.front().started_at;
    const auto move = [&](Instant& at) {
        const std::chrono::duration<double, std::micro> after = at - start.value_or(at);
        at = start.value_or(at) + std::chrono::round<std::chrono::microseconds>(after * by);
    };
    for (Instant& at : run.records.at) {
        move(at);
    }
    for (Lap& lap : run.laps) {
        if (lap.started_at) {
            move(*lap.started_at);
        }
        stretch(lap.elapsed, by);
        stretch(lap.timer, by);
    }
    for (Pause& pause : run.pauses) {
        move(pause.from);
        move(pause.until);
    }
    stretch(run.legs.front().elapsed, by);
    stretch(run.records.speed, 1 / by);
    stretch(run.records.step_length, 1 / by);
    stretch(run.records.vertical_ratio, by);
    stretch(run.legs.front().average_step_length, 1 / by);
    stretch(run.legs.front().average_vertical_ratio, by);
}

/// How many times the old value the new one is; 1 where there is nothing to stretch.
template <class Q>
double factor(Q wanted, Q recorded) {
    return recorded.value() > 0 && wanted.value() > 0 ? wanted / recorded : 1;
}

void apply_to(Leg& leg, const Hints& hints) {
    if (says_nothing(leg.sport) && !hints.sport.empty()) {
        leg.sport = hints.sport;
    }
    if (says_nothing(leg.sub_sport) && !hints.sub_sport.empty() && leg.sport == hints.sport) {
        leg.sub_sport = hints.sub_sport;
    }
    if (!leg.perceived_exertion) {
        leg.perceived_exertion = hints.perceived_exertion;
    }
}

}  // namespace

void apply(const Hints& hints, Activity& activity) {
    const bool unnamed =
        std::ranges::all_of(activity.legs, [](const Leg& leg) { return says_nothing(leg.sport); });
    for (Leg& leg : activity.legs) {
        apply_to(leg, hints);
    }
    if (unnamed && std::ranges::any_of(activity.legs, is_running)) {
        count_steps(activity);
    }
    if (!activity.started_at && hints.started_at) {
        activity.started_at = hints.started_at;
        if (activity.legs.size() == 1 && !activity.legs.front().started_at) {
            activity.legs.front().started_at = hints.started_at;
        }
    }
    if (hints.local_offset &&
        (!activity.local_offset || activity.offset_quality >= OffsetQuality::position)) {
        activity.local_offset = hints.local_offset;
        activity.offset_quality = OffsetQuality::setting;
    }
}

Activity corrected(Activity activity, const Correction& correction) {
    expects(activity.legs.size() <= 1, "a corrected Activity has one Leg");
    if (activity.legs.empty()) {
        activity.legs.emplace_back();
    }
    const auto recorded = extent_of(activity);
    Leg& leg = activity.legs.front();
    if (correction.distance) {
        const Metres before = recorded ? recorded->distance : leg.distance.value_or(Metres(0));
        stretch_distance(activity, factor(*correction.distance, before));
        leg.distance = correction.distance;
    }
    if (correction.timer) {
        const Seconds elapsed = recorded ? recorded->elapsed : Seconds(0);
        const Seconds before = leg.timer && leg.timer->value() > 0 ? *leg.timer : elapsed;
        stretch_time(activity, factor(*correction.timer, before));
        leg.timer = correction.timer;
    }
    if (correction.started_at) {
        if (recorded) {
            shift(activity, *correction.started_at - recorded->started_at);
        }
        leg.started_at = correction.started_at;
        activity.started_at = correction.started_at;
    }
    if (correction.sport) {
        leg.sport = *correction.sport;
    }
    if (correction.perceived_exertion) {
        leg.perceived_exertion = correction.perceived_exertion;
    }
    return activity;
}

}  // namespace footsure::merge
