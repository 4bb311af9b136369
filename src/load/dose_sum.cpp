// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Steps of one leg in an easy kilometre. Source: tissue-load-model section 5, reference.
constexpr double kEasySteps = 466;
/// Steps of both feet per minute to steps of one leg per second.
constexpr double kLegStepsPerSecond = 0.5 / kSecondsPerMinute;

/// Walking at 1.4 m/s on the scale of the model, ±20 %; taken for every walking speed.
/// Source: tissue-load-model section 3.7 [G].
constexpr BodyWeights kWalkingAchilles{3.0};
/// Source: EE; a brisk walking step where no cadence was recorded.
constexpr Metres kWalkingStep{0.75};
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

enum class Gait : std::uint8_t { none, walking, running };

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

struct MeasuredTiming {
    Cadence cadence;
    Seconds stance_time;
};

/// A stance time without its cadence says less than the population does, so it is left out.
std::optional<MeasuredTiming> measured_timing(const Segment& segment) {
    if (!segment.stance_time || !segment.cadence) {
        return std::nullopt;
    }
    const MeasuredTiming timing{*segment.cadence, *segment.stance_time};
    if (!kStanceTime.holds(timing.stance_time) || !kRunningCadence.holds(timing.cadence)) {
        return std::nullopt;
    }
    return timing;
}

bool has_flight(const MeasuredTiming& timing) {
    return timing.stance_time / step_time(timing.cadence) <= kMostStance.value();
}

Gait gait_of(const Segment& segment) {
    if (!(segment.speed >= kSlowestWalk) || segment.speed > kFastestPerson) {
        return Gait::none;
    }
    if (segment.speed < kRunningSpeed.low) {
        return Gait::walking;
    }
    const bool few_steps = segment.cadence && *segment.cadence >= kSlowestCadence &&
                           *segment.cadence < kRunningCadence.low;
    if (few_steps && segment.speed <= kFastestWalk) {
        return Gait::walking;
    }
    const auto timing = measured_timing(segment);
    return timing && !has_flight(*timing) && segment.speed <= kFastestWalk ? Gait::walking
                                                                           : Gait::running;
}

bool agrees(const MeasuredTiming& timing, Metres watch) {
    const Metres modelled = vertical_oscillation(timing.cadence, timing.stance_time);
    return std::abs((watch - kOscillationOffset) / modelled - 1) <= kOscillationDisagreement;
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
    const Gait gait = gait_of(segment);
    if (gait == Gait::none || !(segment.duration.value() > 0)) {
        return;
    }
    covered_ += segment.speed * segment.duration;
    stand_on(segment.ground);
    if (segment.ground != Terrain::unknown) {
        inputs_.ground_known += segment.duration;
    }
    if (is_rough(segment.ground)) {
        inputs_.on_rough_ground += segment.duration;
    }
    if (gait == Gait::walking) {
        add_walking(segment);
    } else {
        add_running(segment);
    }
}

void DoseSum::stand_on(Terrain ground) {
    if (ground != setting_.ground) {
        setting_.ground = ground;
        step_dose_ = StepDose(setting_);
    }
}

/// Out of range, without flight, or against the watch's own oscillation: the population's stance
/// stands in, and it is counted.
std::optional<Seconds> DoseSum::stance_of(const Segment& segment) {
    if (!segment.stance_time) {
        return std::nullopt;
    }
    const auto timing = measured_timing(segment);
    if (!timing) {
        cleaned_.stance_out_of_range += kStanceTime.holds(*segment.stance_time) ? 0U : 1U;
        return std::nullopt;
    }
    const auto& oscillation = segment.vertical_oscillation;
    if (!has_flight(*timing) || (oscillation && !agrees(*timing, *oscillation))) {
        ++cleaned_.stance_not_credible;
        return std::nullopt;
    }
    return timing->stance_time;
}

StepInput DoseSum::step_of(const Segment& segment) {
    StepInput step;
    step.speed = segment.speed;
    if (segment.speed > kRunningSpeed.high) {
        step.speed = kRunningSpeed.high;
        ++cleaned_.speed_limited;
    }
    step.slope = segment.slope;
    if (segment.cadence && kRunningCadence.holds(*segment.cadence)) {
        step.cadence = segment.cadence;
    } else if (segment.cadence) {
        ++cleaned_.cadence_out_of_range;
    }
    step.stance_time = stance_of(segment);
    return step;
}

/// dose += n (F / F easy)^b, with n the steps of one leg. A shorter contact of one leg means more
/// force on it: F of a leg goes with 1 / its stance time.
/// Source: tissue-load-model section 6, left and right.
void DoseSum::add_running(const Segment& segment) {
    const StepInput step = step_of(segment);
    const double force = step_dose_.force(step);
    const Degrees slope = step.slope.value_or(Degrees(0));
    const double easy_km =
        step_dose_.cadence(step) * kLegStepsPerSecond * segment.duration.value() / kEasySteps;
    if (segment.balance && kBalance.holds(*segment.balance)) {
        const double left = segment.balance->value();
        add_times(left_, step_dose_.doses(force * 0.5 / left, step.speed, slope), easy_km);
        add_times(right_, step_dose_.doses(force * 0.5 / (1 - left), step.speed, slope), easy_km);
    } else {
        add_times(both_, step_dose_.doses(force, step.speed, slope), easy_km);
    }
    count_inputs(step, segment);
}

void DoseSum::count_inputs(const StepInput& step, const Segment& segment) {
    const Seconds duration = segment.duration;
    inputs_.running += duration;
    if (step.cadence) {
        inputs_.with_cadence += duration;
    }
    if (step.stance_time) {
        inputs_.with_stance += duration;
    }
    if (step.slope) {
        inputs_.with_slope += duration;
        if (step.slope->value() != 0) {
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
