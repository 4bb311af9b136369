// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/id.hpp"
#include "model/run_form.hpp"
#include "model/side.hpp"
#include "model/terrain.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

/// The structures whose TissueLoad is computed; the two with a calibrated force come first.
enum class Tissue : std::uint8_t {
    achilles,  ///< midportion
    tibia,     ///< and fibula, which has the same ratios
    achilles_insertion,
    plantar_fascia,
    tibialis_posterior,
    peroneals,
    calcaneus,          ///< and tarsals
    ankle_joint,        ///< its surface
    lateral_ligaments,  ///< an exposure: how often they may be caught, not how hard
};
inline constexpr std::array kTissues{Tissue::achilles,           Tissue::tibia,
                                     Tissue::achilles_insertion, Tissue::plantar_fascia,
                                     Tissue::tibialis_posterior, Tissue::peroneals,
                                     Tissue::calcaneus,          Tissue::ankle_joint,
                                     Tissue::lateral_ligaments};

[[nodiscard]] constexpr std::size_t index_of(Tissue tissue) {
    return static_cast<std::size_t>(tissue);
}

/// The TissueLoad of one Activity, summed per leg, with the band its inputs allow.
/// `low` and `high` are the dose one standard deviation either way. NaN: not computed yet.
struct TissueDose {
    Tissue tissue{};
    EasyKm dose;  ///< of one leg, mean of the two
    EasyKm low;
    EasyKm high;
    Share left_share{0.5};  ///< of the dose of both legs; a half where nothing tells them apart

    /// Needs: left or right, else the mean.
    [[nodiscard]] EasyKm of(Side side) const {
        if (side == Side::left) {
            return dose * (2 * left_share.value());
        }
        return side == Side::right ? dose * (2 * (1 - left_share.value())) : dose;
    }
};

/// Which inputs a dose was made from, best first.
enum class DoseQuality : std::uint8_t {
    speed_cadence_stance,
    speed_cadence,
    speed_only,
    distance_and_time,
    none,  ///< no running in it, or nothing to compute from
};

/// What had to be cleaned in a run's Records, by rules stated where they are applied; counts of
/// intervals between Records. Nothing cleaned drops the run.
struct Cleaned {
    std::uint32_t intervals = 0;
    std::uint32_t stance_out_of_range = 0;  ///< not used: shorter or longer than a running stance
    std::uint32_t stance_not_credible = 0;  ///< not used: no flight, or the oscillation disagrees
    std::uint32_t cadence_doubled = 0;      ///< stored per foot
    std::uint32_t cadence_out_of_range = 0;
    std::uint32_t grade_limited = 0;
    std::uint32_t speed_spikes = 0;  ///< faster than a person; not counted
    std::uint32_t speed_limited = 0;
    std::uint32_t gaps = 0;  ///< bridged with the mean speed over them
    std::uint32_t gap_seconds = 0;

    bool operator==(const Cleaned&) const = default;
};

/// One exercise as it was done.
struct ExerciseDone {
    ExerciseId exercise;
    int sets = 0;
    int repetitions = 0;  ///< in each set, of each side it was done on
    Side side = Side::both;

    bool operator==(const ExerciseDone&) const = default;
};

/// What a case needs to know of one Activity; the Records stay in the store.
struct ActivitySummary {
    ActivityId id;
    std::string from;  ///< how answers name it: a file name, or `activities[3]`
    Instant started_at;
    UtcOffset offset{0};
    std::string sport;
    Metres distance;  ///< of its running legs when sport is running
    Seconds timer;
    Seconds elapsed;
    std::optional<Seconds> ran_for;  ///< without its walking; absent: only totals are known
    std::array<TissueDose, kTissues.size()> doses{};  ///< in the order of kTissues
    DoseQuality quality = DoseQuality::none;
    std::string name;  ///< the runner's or the service's title; may be empty
    std::string shoe;  ///< as the runner or the service names it; may be empty
    std::optional<double> perceived_exertion;  ///< 0 to 10
    std::optional<MetresPerSecond>
        fast_speed;  ///< reached in the fastest tenth of the running time
    RunTerrain terrain;
    RunForm form;
    Cleaned cleaned;
    std::vector<ExerciseDone> exercises;
};

/// The state of one leg's Tissue (evidence: tissue-load-model, section 6).
struct TissueState {
    EasyKm unresolved;       ///< D: what is not yet cleared
    EasyKm accustomed;       ///< A: daily dose the tissue is used to
    EasyKm tolerated;        ///< C: easy-km equivalents a day it is taken to tolerate
    double utilisation = 0;  ///< rho: 1 = the unresolved dose of a life at exactly C
};

/// The state of one Tissue over days: of the more loaded leg, and of each.
struct Exposure {
    Tissue tissue{};
    EasyKm unresolved;
    EasyKm accustomed;
    EasyKm tolerated;
    double utilisation = 0;
    int history_days = 0;  ///< days from the first known run to now
    TissueState left;
    TissueState right;
    double log_sd = 0;  ///< of the unresolved dose: what its sessions' bands leave open
    /// Own 90th percentile of rho over 12 weeks, of the leg with less room; absent: too short.
    std::optional<double> usual_high;
    std::optional<EasyKm> ceiling;  ///< unresolved dose at 1.1 × usual_high
    std::optional<EasyKm> room;     ///< ceiling less unresolved; negative: over it already
};

[[nodiscard]] std::string_view word(Tissue tissue);
/// As a sentence names it.
[[nodiscard]] std::string_view name_of(Tissue tissue);
[[nodiscard]] std::string_view word(DoseQuality quality);

}  // namespace footsure
