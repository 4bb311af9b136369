// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Steps of both feet per minute to steps of one leg per second.
constexpr double kLegStepsPerSecond = 0.5 / kSecondsPerMinute;
constexpr double kEasyKmPerCadence = kLegStepsPerSecond / kEasySteps;

/// Walking at 1.4 m/s on the scale of the model, ±20 %; taken for every walking speed.
/// Source: tissue-load-model section 3.7 [G].
constexpr BodyWeights kWalkingAchilles{3.0};
/// Source: EE; slower than this is shifting about or the drift of a position.
constexpr MetresPerSecond kSlowestWalk{0.5};
/// Source: EE; faster with few steps is a sensor that lost steps, not a walk.
constexpr MetresPerSecond kFastestWalk{2.5};
/// Source: EE; below it a cadence sensor has lost its steps.
constexpr Cadence kSlowestCadence{40};

/// How far the watch's reading lies over the centre of mass, and what disagreement makes its
/// stance time useless. Source: tissue-load-model section 3.1, check of the watch [D].
constexpr Metres kOscillationOffset{0.013};
constexpr double kOscillationDisagreement = 0.25;

/// A balance outside it is a sensor that lost a foot.
/// Source: tissue-load-model section 6, seen 48.5–52.1 %; EE for the room around it.
constexpr Accepted kBalance{Share(0.40), Share(0.60)};

StepInput easy_input() {
    StepInput step;
    step.speed = kEasySpeed;
    return step;
}

/// (F walking / F easy)^b of the tendon.
double walking_dose() {
    static const double dose = std::pow(kWalkingAchilles / step_peaks(easy_input()).achilles,
                                        kFatigueExponents[index_of(Tissue::achilles)]);
    return dose;
}

/// What of the runner the model accepts; a trait out of range is as good as unknown.
RunnerTraits accepted(const RunnerTraits& given) {
    RunnerTraits traits;
    StepInput step = easy_input();
    step.height = given.height;
    if (step_load(step)) {
        traits.height = given.height;
    }
    step.height.reset();
    step.forefoot_strike = given.forefoot_strike;
    if (step_load(step)) {
        traits.forefoot_strike = given.forefoot_strike;
    }
    return traits;
}

StepSetting setting_of(const RunnerTraits& traits) {
    return {.height = traits.height,
            .forefoot_strike = traits.forefoot_strike.value_or(kUnknownStrike)};
}

/// What a Segment's stance time is good for.
enum class Stance : std::uint8_t {
    absent,
    out_of_range,
    without_cadence,  ///< says less than the population does
    no_flight,
    disagrees,  ///< with the watch's own oscillation
    measured,
};

bool has_flight(Cadence cadence, Seconds stance_time) {
    return stance_time.value() * cadence.value() <= kMostStance.value() * kSecondsPerMinute;
}

bool agrees(Cadence cadence, Seconds stance_time, Metres watch) {
    const Metres modelled = vertical_oscillation(cadence, stance_time);
    const Metres apart = watch - kOscillationOffset - modelled;
    return std::abs(apart.value()) <= kOscillationDisagreement * modelled.value();
}

Stance stance_of(const Segment& segment) {
    if (!segment.stance_time) {
        return Stance::absent;
    }
    if (!kStanceTime.holds(*segment.stance_time)) {
        return Stance::out_of_range;
    }
    if (!segment.cadence || !kRunningCadence.holds(*segment.cadence)) {
        return Stance::without_cadence;
    }
    if (!has_flight(*segment.cadence, *segment.stance_time)) {
        return Stance::no_flight;
    }
    const auto& oscillation = segment.vertical_oscillation;
    return oscillation && !agrees(*segment.cadence, *segment.stance_time, *oscillation)
               ? Stance::disagrees
               : Stance::measured;
}

bool is_walking(const Segment& segment, Stance stance) {
    if (segment.speed < kRunningSpeed.low) {
        return true;
    }
    const bool few_steps = segment.cadence && *segment.cadence >= kSlowestCadence &&
                           *segment.cadence < kRunningCadence.low;
    return (few_steps || stance == Stance::no_flight) && segment.speed <= kFastestWalk;
}

bool is_rough(Terrain ground) {
    return catches(ground) > 1;
}

void add_times(PerTissue& sum, const PerTissue& doses, double times) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += times * doses[i];
    }
}

}  // namespace

DoseSum::DoseSum(const RunnerTraits& runner)
    : setting_(setting_of(accepted(runner))), step_dose_(setting_) {
    inputs_.strike_known = accepted(runner).forefoot_strike.has_value();
}

void DoseSum::add(const Segment& segment) {
    const bool moving = segment.speed >= kSlowestWalk && segment.speed <= kFastestPerson;
    if (!moving || !(segment.duration.value() > 0)) {
        return;
    }
    covered_ += segment.speed * segment.duration;
    stand_on(segment.ground, segment.duration);
    const Stance stance = stance_of(segment);
    if (is_walking(segment, stance)) {
        add_walking(segment);
        return;
    }
    // Out of range, without flight, or against the watch's own oscillation: the population's
    // stance stands in, and it is counted.
    cleaned_.stance_out_of_range += stance == Stance::out_of_range ? 1U : 0U;
    cleaned_.stance_not_credible +=
        stance == Stance::no_flight || stance == Stance::disagrees ? 1U : 0U;
    StepTiming timing;
    if (segment.cadence && kRunningCadence.holds(*segment.cadence)) {
        timing.cadence = segment.cadence;
    } else if (segment.cadence) {
        ++cleaned_.cadence_out_of_range;
    }
    if (stance == Stance::measured) {
        timing.stance_time = segment.stance_time;
    }
    add_running(segment, timing);
}

void DoseSum::stand_on(Terrain ground, Seconds duration) {
    if (ground != setting_.ground) {
        setting_.ground = ground;
        step_dose_ = StepDose(setting_);
    }
    if (ground != Terrain::unknown) {
        inputs_.ground_known += duration;
        if (is_rough(ground)) {
            inputs_.on_rough_ground += duration;
        }
    }
}

/// dose += n (F / F easy)^b, with n the steps of one leg. A shorter contact of one leg means more
/// force on it: F of a leg goes with 1 / its stance time.
/// Source: tissue-load-model section 6, left and right.
void DoseSum::add_running(const Segment& segment, const StepTiming& timing) {
    LegStep step{.speed = segment.speed, .slope = segment.slope.value_or(Degrees(0))};
    if (segment.speed > kRunningSpeed.high) {
        step.speed = kRunningSpeed.high;
        ++cleaned_.speed_limited;
    }
    const double force = step_dose_.force(step.speed, step.slope, timing);
    const Cadence cadence =
        timing.cadence ? *timing.cadence : step_dose_.cadence(step.speed, step.slope);
    const double easy_km = cadence.value() * segment.duration.value() * kEasyKmPerCadence;
    if (segment.balance && kBalance.holds(*segment.balance)) {
        const double left = segment.balance->value();
        step.force = force * 0.5 / left;
        step_dose_.add(step, easy_km, left_);
        step.force = force * 0.5 / (1 - left);
        step_dose_.add(step, easy_km, right_);
    } else {
        step.force = force;
        step_dose_.add(step, easy_km, both_);
    }
    count_inputs(timing, segment);
}

void DoseSum::count_inputs(const StepTiming& timing, const Segment& segment) {
    const Seconds duration = segment.duration;
    inputs_.running += duration;
    if (timing.cadence) {
        inputs_.with_cadence += duration;
    }
    if (timing.stance_time) {
        inputs_.with_stance += duration;
    }
    if (segment.slope) {
        inputs_.with_slope += duration;
        if (segment.slope->value() != 0) {
            inputs_.on_hills += duration;
        }
    }
}

/// The evidence gives a force of walking for the tendon only; what hangs on the tendon follows it,
/// the ligaments count steps, the rest adds nothing.
void DoseSum::add_walking(const Segment& segment) {
    const bool counted = segment.cadence && *segment.cadence >= kSlowestCadence &&
                         *segment.cadence <= kRunningCadence.high;
    const double steps =
        counted ? segment.cadence->value() * kLegStepsPerSecond * segment.duration.value()
                : segment.speed * segment.duration / kWalkingStep / 2;
    PerTissue doses{};
    for (const Tissue tissue :
         {Tissue::achilles, Tissue::achilles_insertion, Tissue::plantar_fascia}) {
        doses[index_of(tissue)] = walking_dose();
    }
    doses[index_of(Tissue::lateral_ligaments)] = catches(segment.ground);
    add_times(both_, doses, steps / kEasySteps);
    add_times(walked_, doses, steps / kEasySteps);
    inputs_.walking += segment.duration;
}

TissueDoses DoseSum::doses(Grain grain) const {
    TissueDoses doses = no_doses();
    for (std::size_t i = 0; i < doses.size(); ++i) {
        const double left = both_[i] + left_[i];
        const double right = both_[i] + right_[i];
        const double dose = (left + right) / 2;
        const double walked = dose > 0 ? walked_[i] / dose : 0;
        doses[i] = dose_with_band(kTissues.at(i), EasyKm(dose),
                                  log_sd(kTissues.at(i), inputs_, grain, walked));
        doses[i].left_share = Share(dose > 0 ? left / (left + right) : 0.5);
    }
    return doses;
}

/// An input counts for the whole when at least half of the running had it.
DoseQuality DoseSum::quality(Grain grain) const {
    if (!(moving().value() > 0)) {
        return DoseQuality::none;
    }
    if (grain == Grain::totals || grain == Grain::half_of_totals) {
        return DoseQuality::distance_and_time;
    }
    if (share(inputs_.with_stance, inputs_.running) >= 0.5) {
        return DoseQuality::speed_cadence_stance;
    }
    return share(inputs_.with_cadence, inputs_.running) >= 0.5 ? DoseQuality::speed_cadence
                                                               : DoseQuality::speed_only;
}

/// A mean below running speed hides walking or pauses in a run: its distance then counts as slow
/// running, which is the cautious side. Where speed is unknown it is taken as easy.
Segment segment_of_totals(Metres distance, Seconds time) {
    if (!(distance.value() > 0)) {
        return {.speed = kEasySpeed, .duration = time};
    }
    const MetresPerSecond mean = time.value() > 0 ? distance / time : kEasySpeed;
    const MetresPerSecond speed = std::clamp(mean, kRunningSpeed.low, kRunningSpeed.high);
    return {.speed = speed, .duration = Seconds(distance.value() / speed.value())};
}

TissueDoses no_doses() {
    TissueDoses doses{};
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        doses[i].tissue = kTissues[i];
    }
    return doses;
}

}  // namespace footsure::load
