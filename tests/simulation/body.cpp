// SPDX-License-Identifier: Apache-2.0
#include "body.hpp"

#include <algorithm>

namespace footsure::simulation {

namespace {

// Half-lives: from the luckiest to the unluckiest that a physiotherapist would recognise, a factor
// of three or more apart, so that no policy can be tuned to one of them.
constexpr std::array kRanges{
    TroubleRange{Trouble::achilles_midportion,
                 "achilles_midportion",
                 TissueKind::tendon,
                 {0.30, 0.65},
                 {18, 60}},
    TroubleRange{Trouble::achilles_insertional,
                 "achilles_insertional",
                 TissueKind::tendon,
                 {0.30, 0.65},
                 {20, 75}},
    TroubleRange{Trouble::sprain_mild, "sprain_mild", TissueKind::ligament, {0.25, 0.45}, {4, 14}},
    TroubleRange{
        Trouble::sprain_moderate, "sprain_moderate", TissueKind::ligament, {0.45, 0.75}, {8, 28}},
    TroubleRange{Trouble::calf_strain, "calf_strain", TissueKind::muscle, {0.35, 0.70}, {6, 22}},
    TroubleRange{Trouble::plantar_heel, "plantar_heel", TissueKind::tendon, {0.30, 0.60}, {18, 70}},
    TroubleRange{Trouble::peroneal, "peroneal", TissueKind::tendon, {0.30, 0.55}, {12, 40}},
    TroubleRange{Trouble::tibialis_posterior,
                 "tibialis_posterior",
                 TissueKind::tendon,
                 {0.30, 0.60},
                 {16, 55}},
    TroubleRange{Trouble::bone_stress, "bone_stress", TissueKind::bone, {0.40, 0.75}, {10, 30}},
    TroubleRange{Trouble::soreness, "soreness", TissueKind::muscle, {0.10, 0.30}, {2, 6}},
    TroubleRange{
        Trouble::tibialis_anterior, "tibialis_anterior", TissueKind::tendon, {0.25, 0.50}, {7, 24}},
    TroubleRange{Trouble::impingement, "impingement", TissueKind::joint, {0.25, 0.50}, {18, 60}},
};

/// Time constants of a kind of tissue, days. Bone forgets its fatigue slowly and speaks late;
/// muscle is quick in everything; tendon gains capacity slowest.
struct KindRange {
    TissueKind kind{};
    Span calm;
    Span clear;
    Span adapt;
    Span fragility;
    Span masking;
};

constexpr std::array kKinds{
    KindRange{TissueKind::tendon, {1.0, 3.0}, {0.8, 2.0}, {30, 70}, {0.06, 0.20}, {0.1, 0.6}},
    KindRange{TissueKind::ligament, {1.0, 2.5}, {0.5, 1.5}, {25, 60}, {0.06, 0.18}, {0.0, 0.3}},
    KindRange{TissueKind::bone, {1.5, 4.0}, {1.5, 3.5}, {35, 90}, {0.12, 0.35}, {0.0, 0.3}},
    KindRange{TissueKind::muscle, {0.7, 2.0}, {0.5, 1.2}, {15, 40}, {0.08, 0.28}, {0.0, 0.4}},
    KindRange{TissueKind::joint, {1.0, 3.0}, {0.8, 2.0}, {30, 80}, {0.05, 0.15}, {0.0, 0.4}},
};

const KindRange& range_of(TissueKind kind) {
    return *std::ranges::find(kKinds, kind, &KindRange::kind);
}

double in(Span span, double place) {
    return span.low + (span.high - span.low) * place;
}

double clip(double value, double low, double high) {
    return std::clamp(value, low, high);
}

/// Damage takes away up to this share of what the tissue bears.
constexpr double kLostByDamage = 0.85;
/// A day on the feet without any running, as minutes of running.
constexpr double kDailyLife = 2;
/// No tissue gets more than this much beyond what it was.
constexpr double kMostGain = 1.35;
constexpr double kLeastLeft = 0.4;
/// Within this band of its bearable load tissue gains; below it, it forgets.
constexpr Span kGainful{0.35, 1.05};

}  // namespace

const TroubleRange& range_of(Trouble trouble) {
    return *std::ranges::find(kRanges, trouble, &TroubleRange::trouble);
}

std::string_view name_of(Trouble trouble) {
    return range_of(trouble).name;
}

TissueKind kind_of(Trouble trouble) {
    return range_of(trouble).kind;
}

Traits draw_traits(Trouble trouble, Dice& dice) {
    const TroubleRange& range = range_of(trouble);
    const KindRange& kind = range_of(range.kind);
    Traits traits{.trouble = trouble, .kind = range.kind};
    traits.usual_minutes = dice.between(30, 65);
    // A tissue that was hurt bore the usual run with little or some to spare.
    traits.healthy_capacity = traits.usual_minutes * dice.between(1.3, 2.6);
    traits.start_capacity = traits.healthy_capacity * dice.between(0.6, 1.0);
    traits.start_damage = in(range.damage, dice.uniform());
    // Hurt anew: clearly worse than on the first day, and never a trifle.
    traits.breaks_at = std::max(0.60, traits.start_damage + 0.15);
    traits.heal_luck = dice.uniform();
    traits.half_life_days = in(range.half_life_days, traits.heal_luck);
    traits.calm_days = in(kind.calm, dice.uniform());
    traits.clear_days = in(kind.clear, dice.uniform());
    traits.adapt_days = in(kind.adapt, dice.uniform());
    traits.detrain_days = dice.between(50, 140);
    traits.fragile_luck = dice.uniform();
    traits.fragility = in(kind.fragility, traits.fragile_luck);
    // One and the same damage hurts some runners three times as much as others.
    traits.sensitivity = dice.by_factor(0.55, 1.65);
    traits.masking = in(kind.masking, dice.uniform());
    traits.latency = dice.between(0, 0.6);
    traits.noise = dice.between(0.1, 1.1);
    traits.missteps_an_hour = range.kind == TissueKind::ligament ? dice.by_factor(0.01, 0.15)
                                                                 : dice.by_factor(0.002, 0.02);
    traits.heel_raises = dice.between(18, 40);
    traits.knee_to_wall = dice.between(7, 15);
    traits.balance = dice.between(25, 60);
    return traits;
}

Body::Body(const Traits& traits, std::uint32_t seed)
    : traits_(traits), dice_(seed), capacity_(traits.start_capacity), damage_(traits.start_damage),
      strength_(dice_.between(0.65, 0.95)), control_(dice_.between(0.3, 0.9)) {}

double Body::bearable() const {
    return capacity_ * (1 - kLostByDamage * std::min(damage_, 1.0));
}

double Body::felt(double pain) {
    return clip(pain + traits_.noise * dice_.normal(), 0, 10);
}

Morning Body::wake() {
    late_irritation_ *= std::exp(-1 / traits_.calm_days);
    irritation_ = irritation_ * std::exp(-1 / traits_.calm_days) +
                  late_irritation_ * (1 - std::exp(-1 / traits_.calm_days));
    Morning morning;
    const double truth = traits_.sensitivity * (3.0 * irritation_ + 4.5 * damage_ * damage_ / 0.6);
    morning.pain = felt(truth);
    const bool stiffens = traits_.kind == TissueKind::tendon || traits_.kind == TissueKind::joint;
    morning.stiffness_minutes =
        stiffens ? clip(30 * damage_ + 15 * irritation_ + 3 * dice_.normal(), 0, 120) : 0;
    const bool swells = traits_.kind == TissueKind::ligament || traits_.kind == TissueKind::joint;
    morning.swollen_more = swells && irritation_ > 0.7;
    morning.limps = truth > 4.5;
    morning.aches_on_bone = traits_.kind == TissueKind::bone && damage_ + irritation_ / 3 > 0.35 &&
                            dice_.happens(clip(traits_.sensitivity * 0.6, 0, 1));
    return morning;
}

bool Body::misses_a_step(double minutes) {
    const double an_hour = traits_.missteps_an_hour * (1.5 - control_);
    return dice_.happens(clip(an_hour * minutes / 60, 0, 1));
}

DayOutcome Body::live(const DayLoad& load) {
    fatigue_ *= std::exp(-1 / traits_.clear_days);
    fatigue_ += load.run_minutes + load.exercise + kDailyLife;
    const double strain = fatigue_ / std::max(bearable(), 1.0);
    DayOutcome outcome{.over_capacity = std::max(0.0, strain - 1)};
    if (load.run_minutes > 0) {
        // It hurts for what is damaged, more the more is asked of it, and most beyond capacity.
        const double asked = std::min(1.3, strain);
        const double truth =
            traits_.sensitivity *
            (9 * damage_ * std::sqrt(asked) + 3.5 * outcome.over_capacity + 1.5 * irritation_);
        outcome.pain_during = felt(truth * (1 - traits_.masking));
        outcome.pain_after = felt(truth * 0.8);
        outcome.misstep = misses_a_step(load.run_minutes);
    }
    const double rise = 0.35 * std::max(0.0, strain - 0.6) + 1.1 * outcome.over_capacity;
    irritation_ = std::min(3.0, irritation_ + rise * (1 - traits_.latency));
    late_irritation_ = std::min(3.0, late_irritation_ + rise * traits_.latency);
    heal(strain);
    damage_ += traits_.fragility * std::min(outcome.over_capacity, 2.0);
    // A misstep hurts what is weak already; a whole and steady ankle mostly gets away with it.
    if (outcome.misstep && dice_.uniform() > 0.9 - 0.7 * damage_) {
        damage_ += dice_.between(0.15, 0.6);
    }
    outcome.hurt_anew = damage_ >= traits_.breaks_at;
    if (outcome.hurt_anew) {
        damage_ = std::min(0.9, traits_.breaks_at - 0.05);
        irritation_ = std::max(irritation_, 1.5);
    }
    adapt(strain, load);
    return outcome;
}

/// Soft tissue heals best under some load; bone best under little.
void Body::heal(double strain) {
    double speed = 1.1 - 0.5 * std::min(strain, 1.0);
    if (traits_.kind != TissueKind::bone) {
        speed = 0.7 + 0.6 * std::min(strain, 1.0);
    }
    if (strain > 1) {
        speed *= std::max(0.0, 2 - strain);
    }
    damage_ *= std::exp2(-speed / traits_.half_life_days);
}

void Body::adapt(double strain, const DayLoad& load) {
    const double most = traits_.healthy_capacity * kMostGain;
    if (strain >= kGainful.low && strain <= kGainful.high) {
        capacity_ += (most - capacity_) * strain / traits_.adapt_days;
    } else if (strain < kGainful.low) {
        const double least = traits_.healthy_capacity * kLeastLeft;
        capacity_ -= std::max(0.0, capacity_ - least) / traits_.detrain_days;
    }
    capacity_ += (most - capacity_) * 0.5 * load.strengthening / traits_.adapt_days;
    strength_ += (1.05 - strength_) * load.strengthening / 14 - (strength_ - 0.6) / 250;
    control_ += (1.0 - control_) * load.balancing / 20 - (control_ - 0.3) / 300;
}

Measures Body::measure() {
    const double whole = clip(1 - damage_, 0, 1);
    const double ability = clip(strength_ * (0.35 + 0.65 * whole) + 0.03 * dice_.normal(), 0, 1.1);
    const double hop_truth = traits_.sensitivity * 9 * damage_;
    Measures m;
    m.other_heel_raises = std::round(clip(traits_.heel_raises + dice_.normal(), 5, 60));
    m.heel_raises = std::round(traits_.heel_raises * ability);
    m.double_heel_raises = std::round(clip(2 * m.heel_raises, 0, 40));
    m.other_knee_to_wall = clip(traits_.knee_to_wall + 0.4 * dice_.normal(), 3, 20);
    m.knee_to_wall =
        clip(traits_.knee_to_wall - 6 * damage_ * damage_ + 0.4 * dice_.normal(), 1, 20);
    m.other_balance = std::round(clip(traits_.balance + 4 * dice_.normal(), 5, 60));
    m.balance = std::round(
        clip(traits_.balance * (0.5 + 0.5 * control_) * (0.6 + 0.4 * whole) + 4 * dice_.normal(), 1,
             60));
    m.other_reach = clip(62 + 2 * dice_.normal(), 40, 90);
    m.reach = clip(62 - 9 * damage_ - 2 * (1 - control_) + 1.5 * dice_.normal(), 30, 90);
    m.hop_pain = felt(hop_truth);
    const double hops = m.hop_pain > 3.5 ? 3 : 26 * ability;
    m.pogos = std::round(hops);
    m.other_pogos = 26;
    m.forward_hops = std::round(hops * 0.7);
    m.other_forward_hops = 18;
    m.other_hop_distance = 120;
    m.hop_distance = 120 * ability;
    m.walking_pain = felt(traits_.sensitivity * 6 * std::max(0.0, damage_ - 0.12));
    m.walk_minutes = m.walking_pain <= 2 ? 60 : std::round(60 / m.walking_pain);
    m.confidence = std::round(clip(10.5 - 9 * damage_ + 0.7 * dice_.normal(), 0, 10));
    m.full_day = m.walking_pain <= 2;
    m.squat_control = ability > 0.6;
    m.press_painless = damage_ + 0.05 * dice_.normal() < 0.15;
    m.function = clip(whole * (0.9 + 0.1 * strength_) + 0.03 * dice_.normal(), 0, 1);
    return m;
}

}  // namespace footsure::simulation
