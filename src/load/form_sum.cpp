// SPDX-License-Identifier: Apache-2.0
#include "load/form_sum.hpp"

#include "load/step_peaks.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace footsure::load {

namespace {

/// Flatter counts as level. Source: tissue-load-model section 1: atan(1 %).
constexpr Degrees kLevel{0.573};
/// A mean from less says nothing of a run. Source: EE.
constexpr Seconds kLeastMeasured{60};
/// A mean stands for the level running when it covers this part of it, since the mean speed is
/// taken over all. Source: EE.
constexpr Share kLeastCovered{0.5};

/// Shorter runs have no drift: the published one grew over 30 minutes.
/// Source: tissue-load-model section 10, fatigue drift, Mizrahi 2000 [A].
constexpr Seconds kLeastForDrift{1800};
/// First and last of so many parts are compared. Source: EE.
constexpr int kParts = 3;
/// Time at like speed that both must share. Source: EE.
constexpr Seconds kLeastShared{180};

/// Steps that were counted, on the level, with a flight where the stance time is known.
bool is_level_running(const Segment& segment, const StepReading& reading) {
    if (std::isnan(reading.cadence) || !kRunningSpeed.holds(segment.speed) ||
        !(segment.duration.value() > 0)) {
        return false;
    }
    if (segment.slope && std::abs(segment.slope->value()) >= kLevel.value()) {
        return false;
    }
    return std::isnan(reading.stance_time) ||
           reading.stance_time * reading.cadence <= kMostStance.value() * kSecondsPerMinute;
}

}  // namespace

/// The thirds are of the time between the first and the last running Record, pauses included.
FormSum::FormSum(const Activity& activity, const RunningPart& part)
    : channels_(activity), at_(activity.records.at) {
    const auto runs = [&](Instant instant) { return part.ground_at(instant).has_value(); };
    const auto first = std::ranges::find_if(at_, runs);
    const auto last = std::ranges::find_if(at_ | std::views::reverse, runs);
    if (first != at_.end() && seconds_between(*first, *last) >= kLeastForDrift.value()) {
        const auto third = (*last - *first) / kParts;
        first_ends_ = *first + third;
        last_begins_ = *last - third;
    }
}

void FormSum::add(const Segment& segment, std::size_t record) {
    const StepReading reading = channels_.at(record, segment);
    if (!is_level_running(segment, reading)) {
        return;
    }
    const double time = segment.duration.value();
    speed_.add(segment.speed.value(), time);
    cadence_.add(reading.cadence, time);
    stance_time_.add(reading.stance_time, time);
    oscillation_.add(reading.vertical_oscillation, time);
    balance_.add(reading.balance, time);
    const Instant at = at_[record];
    if (at <= first_ends_) {
        add_to_third(first_, segment, reading);
    } else if (at > last_begins_) {
        add_to_third(last_, segment, reading);
    }
}

void FormSum::add_to_third(Third& third, const Segment& segment, const StepReading& reading) {
    const double place = (segment.speed - kRunningSpeed.low) / kBin;
    Bin& bin = third[std::min(static_cast<std::size_t>(place), kBins - 1)];
    bin.cadence.add(reading.cadence, segment.duration.value());
    bin.stance_time.add(reading.stance_time, segment.duration.value());
}

/// Last third over first, each bin of speed with itself, by the time they share.
std::optional<double> FormSum::drift(Mean Bin::* channel) const {
    Mean drift;
    for (std::size_t i = 0; i < kBins; ++i) {
        const Mean& before = first_[i].*channel;
        const Mean& after = last_[i].*channel;
        const double shared = std::min(before.weight(), after.weight());
        if (shared > 0) {
            drift.add(after.value() / before.value() - 1, shared);
        }
    }
    return drift.from<double>(kLeastShared.value());
}

RunForm FormSum::form() const {
    RunForm form;
    if (speed_.weight() < kLeastMeasured.value()) {
        return form;
    }
    const double least = std::max(kLeastMeasured.value(), kLeastCovered.value() * speed_.weight());
    form.measured = Seconds(speed_.weight());
    form.speed = MetresPerSecond(speed_.value());
    form.cadence = cadence_.from<Cadence>(least);
    form.stance_time = stance_time_.from<Seconds>(least);
    form.vertical_oscillation = oscillation_.from<Metres>(least);
    form.balance = balance_.from<Share>(least);
    form.cadence_drift = drift(&Bin::cadence);
    form.stance_drift = drift(&Bin::stance_time);
    form.device = channels_.device();
    return form;
}

}  // namespace footsure::load
