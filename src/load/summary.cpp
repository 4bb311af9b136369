// SPDX-License-Identifier: Apache-2.0
#include "load/known_value.hpp"
#include "load/outing.hpp"
#include "load/run_measures.hpp"
#include "load/running_part.hpp"
#include "load/track.hpp"

namespace footsure::load {

namespace {

/// Source: EE; Records or laps that hold less of the distance than this are not the whole run.
constexpr Share kEnough{0.8};

bool enough(const DoseSum& sum, Metres expected) {
    return sum.covered().value() > 0 && sum.covered() >= expected * kEnough.value();
}

struct Measured {
    DoseSum sum;
    Cleaned cleaned;
};

Cleaned together(const Cleaned& track, const Cleaned& sum) {
    Cleaned all = track;
    all.stance_out_of_range = sum.stance_out_of_range;
    all.stance_not_credible = sum.stance_not_credible;
    all.cadence_out_of_range = sum.cadence_out_of_range;
    all.speed_limited = sum.speed_limited;
    return all;
}

Measured from_records(const Activity& activity, const RunningPart& part, const RunnerTraits& runner,
                      RunMeasures& measures) {
    DoseSum sum(runner);
    Track track(activity.records);
    for (std::size_t i = 0; i < track.intervals(); ++i) {
        if (const auto ground = part.ground_at(track.begins(i))) {
            Segment segment = track.segment(i);
            segment.ground = *ground;
            sum.add(segment);
            measures.add(segment, i + 1);
        }
    }
    return {sum, together(track.cleaned(), sum.cleaned())};
}

DoseSum from_laps(const Activity& activity, const RunningPart& part, const RunnerTraits& runner) {
    DoseSum sum(runner);
    for (const Lap& lap : activity.laps) {
        const auto ground = part.ground_of(lap);
        const double distance = known_or_zero(lap.distance);
        const double time = known_or_zero(lap.timer ? lap.timer : lap.elapsed);
        if (ground && distance > 0 && time > 0) {
            Segment segment = segment_of_totals(Metres(distance), Seconds(time));
            segment.ground = *ground;
            sum.add(segment);
        }
    }
    return sum;
}

void take(ActivitySummary& summary, const DoseSum& sum, Grain grain) {
    summary.doses = sum.doses(grain);
    summary.quality = sum.quality(grain);
}

/// Fills what no Leg told from what was measured.
void complete(ActivitySummary& summary, const DoseSum& sum) {
    if (!(summary.distance.value() > 0)) {
        summary.distance = sum.covered();
    }
    if (!(summary.timer.value() > 0)) {
        summary.timer = sum.moving();
    }
    if (!(summary.elapsed.value() > 0)) {
        summary.elapsed = summary.timer;
    }
}

void total_dose(ActivitySummary& summary, const RunnerTraits& runner, Terrain ground) {
    const Metres distance(known_or_zero(summary.distance.value()));
    const Seconds time(known_or_zero(running_time(summary).value()));
    summary.doses = no_doses();
    summary.quality = DoseQuality::none;
    if (!is_run(summary) || (distance.value() == 0 && time.value() == 0)) {
        return;
    }
    DoseSum sum(runner);
    Segment segment = segment_of_totals(distance, time);
    segment.ground = ground;
    sum.add(segment);
    const bool both = distance.value() > 0 && time.value() > 0;
    take(summary, sum, both ? Grain::totals : Grain::half_of_totals);
}

void dose_running(ActivitySummary& summary, const Activity& activity, const RunningPart& part,
                  const RunnerTraits& runner) {
    RunMeasures measures(activity, part);
    const auto [records, cleaned] = from_records(activity, part, runner, measures);
    summary.cleaned = cleaned;
    measures.write(summary);
    if (enough(records, summary.distance)) {
        complete(summary, records);
        take(summary, records, Grain::records);
        summary.ran_for = records.running();
        return;
    }
    const DoseSum laps = from_laps(activity, part, runner);
    if (activity.laps.size() > 1 && enough(laps, summary.distance)) {
        complete(summary, laps);
        take(summary, laps, Grain::laps);
        return;
    }
    complete(summary, laps);
    complete(summary, records);
    total_dose(summary, runner, part.main_ground());
}

}  // namespace

std::optional<ActivitySummary> summarise(const Activity& activity, const RunnerTraits& runner) {
    const RunningPart part(activity);
    const auto start = part.started_at();
    if (!start) {
        return std::nullopt;
    }
    ActivitySummary summary;
    summary.id = activity.id;
    summary.started_at = *start;
    summary.offset = activity.local_offset.value_or(UtcOffset(0));
    summary.sport = part.sport();
    summary.distance = part.distance();
    summary.timer = part.timer();
    summary.elapsed = part.elapsed();
    for (const Leg& leg : activity.legs) {
        if (leg.perceived_exertion && !summary.perceived_exertion) {
            summary.perceived_exertion = leg.perceived_exertion;
        }
    }
    summary.doses = no_doses();
    if (is_run(summary)) {
        dose_running(summary, activity, part, runner);
    }
    return summary;
}

void dose_from_totals(ActivitySummary& summary, const RunnerTraits& runner) {
    total_dose(summary, runner, summary.terrain.ground);
}

}  // namespace footsure::load
