// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dice.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace footsure::simulation {

// The body of a virtual runner. It knows nothing of the planner and uses none of its headers: every
// figure here is invented on its own, wide enough that real bodies should lie inside.

enum class TissueKind : std::uint8_t { tendon, ligament, bone, muscle, joint };

enum class Trouble : std::uint8_t {
    achilles_midportion,
    achilles_insertional,
    sprain_mild,
    sprain_moderate,
    calf_strain,
    plantar_heel,
    peroneal,
    tibialis_posterior,
    bone_stress,
    soreness,
    tibialis_anterior,
    impingement,
};
inline constexpr std::array kTroubles{Trouble::achilles_midportion,
                                      Trouble::achilles_insertional,
                                      Trouble::sprain_mild,
                                      Trouble::sprain_moderate,
                                      Trouble::calf_strain,
                                      Trouble::plantar_heel,
                                      Trouble::peroneal,
                                      Trouble::tibialis_posterior,
                                      Trouble::bone_stress,
                                      Trouble::soreness,
                                      Trouble::tibialis_anterior,
                                      Trouble::impingement};

[[nodiscard]] std::string_view name_of(Trouble trouble);
[[nodiscard]] TissueKind kind_of(Trouble trouble);

struct Span {
    double low = 0;
    double high = 0;
};

/// What a body can be with one Trouble, from the most to the least lucky.
struct TroubleRange {
    Trouble trouble{};
    std::string_view name;
    TissueKind kind{};
    Span damage;          ///< on the first day; 0 = whole, 1 = as bad as it gets
    Span half_life_days;  ///< in which damage halves at rest
};

[[nodiscard]] const TroubleRange& range_of(Trouble trouble);

/// What one body is; drawn once and never changed.
struct Traits {
    Trouble trouble{};
    TissueKind kind{};
    double usual_minutes = 0;     ///< of one usual run before
    double healthy_capacity = 0;  ///< min of easy running that a whole, rested tissue bears
    double start_capacity = 0;    ///< the same after the weeks in which it hurt
    double start_damage = 0;
    double breaks_at = 0;  ///< damage from which it is hurt anew
    double half_life_days = 0;
    double calm_days = 0;   ///< time constant of irritation
    double clear_days = 0;  ///< time constant of fatigue
    double adapt_days = 0;  ///< to gain capacity under load that it bears
    double detrain_days = 0;
    double fragility = 0;    ///< damage for each load of its capacity too much
    double sensitivity = 0;  ///< pain for damage; 1 = middling
    double masking = 0;      ///< share of pain that goes away while warm
    double latency = 0;      ///< share of irritation felt only a day later
    double noise = 0;        ///< standard deviation of pain that means nothing, points
    double missteps_an_hour = 0;
    double heel_raises = 0;   ///< of the whole leg
    double knee_to_wall = 0;  ///< cm
    double balance = 0;       ///< s
    double heal_luck = 0;     ///< place in the range of half-lives, 0 = fastest
    double fragile_luck = 0;  ///< place in the range of fragility, 1 = most fragile
};

[[nodiscard]] Traits draw_traits(Trouble trouble, Dice& dice);

/// What a day asks of the tissue.
struct DayLoad {
    double run_minutes = 0;    ///< of easy running
    double exercise = 0;       ///< load on the tissue, as minutes of easy running
    double strengthening = 0;  ///< 0 to 1: how well the day served strength
    double balancing = 0;      ///< 0 to 1
};

/// What the day did to it.
struct DayOutcome {
    double pain_during = 0;
    double pain_after = 0;
    double over_capacity = 0;  ///< share by which the load was too much; 0 = borne
    bool misstep = false;
    bool hurt_anew = false;
};

/// What is felt on waking.
struct Morning {
    double pain = 0;
    double stiffness_minutes = 0;
    bool swollen_more = false;
    bool limps = false;
    bool aches_on_bone = false;
};

/// What tests at home would show.
struct Measures {
    double heel_raises = 0;
    double other_heel_raises = 0;
    double double_heel_raises = 0;
    double knee_to_wall = 0;
    double other_knee_to_wall = 0;
    double balance = 0;
    double other_balance = 0;
    double reach = 0;
    double other_reach = 0;
    double pogos = 0;
    double other_pogos = 0;
    double forward_hops = 0;
    double other_forward_hops = 0;
    double hop_distance = 0;
    double other_hop_distance = 0;
    double hop_pain = 0;
    double walk_minutes = 0;
    double walking_pain = 0;
    double confidence = 0;
    bool full_day = false;
    bool squat_control = false;
    bool press_painless = false;
    double function = 0;  ///< 0 to 1: how a questionnaire would score it
};

class Body {
public:
    Body(const Traits& traits, std::uint32_t seed);

    [[nodiscard]] Morning wake();
    [[nodiscard]] DayOutcome live(const DayLoad& load);
    [[nodiscard]] Measures measure();

    [[nodiscard]] double damage() const { return damage_; }

    [[nodiscard]] double capacity() const { return capacity_; }

    /// Minutes of easy running it bears on a rested day as it is now.
    [[nodiscard]] double bearable() const;

    [[nodiscard]] const Traits& traits() const { return traits_; }

private:
    [[nodiscard]] double felt(double pain);
    [[nodiscard]] bool misses_a_step(double minutes);
    void heal(double strain);
    void adapt(double strain, const DayLoad& load);

    Traits traits_;
    Dice dice_;
    double capacity_;
    double damage_;
    double irritation_ = 0;
    double late_irritation_ = 0;
    double fatigue_ = 0;
    double strength_;
    double control_;
};

}  // namespace footsure::simulation
