// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/side.hpp"

#include <array>
#include <string_view>

namespace footsure {

/// The structures whose TissueLoad is computed.
enum class Tissue : std::uint8_t { achilles, tibia };
inline constexpr std::array kTissues{Tissue::achilles, Tissue::tibia};

/// The TissueLoad of one Activity, summed per leg, with the band its inputs allow.
/// `low` and `high` are the dose one standard deviation either way.
struct TissueDose {
    Tissue tissue{};
    EasyKm dose;
    EasyKm low;
    EasyKm high;
};

/// Which inputs a dose was made from, best first.
enum class DoseQuality : std::uint8_t {
    speed_cadence_stance,
    speed_cadence,
    speed_only,
    distance_and_time,
    none,  ///< no running in it, or nothing to compute from
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
    std::array<TissueDose, kTissues.size()> doses{};  ///< in the order of kTissues
    DoseQuality quality = DoseQuality::none;
    std::string name;  ///< the runner's or the service's title; may be empty
    std::string shoe;  ///< as the runner or the service names it; may be empty
    std::optional<double> perceived_exertion;  ///< 0 to 10
};

/// The state of one Tissue over days (evidence: tissue-load-model, section 6).
struct Exposure {
    Tissue tissue{};
    EasyKm unresolved;       ///< D: what is not yet cleared
    EasyKm accustomed;       ///< A: daily dose the tissue is used to
    EasyKm tolerated;        ///< C: easy-km equivalents a day it is taken to tolerate
    double utilisation = 0;  ///< rho: 1 = the unresolved dose of a life at exactly C
    int history_days = 0;    ///< days from the first known run to now
};

[[nodiscard]] std::string_view word(Tissue tissue);
[[nodiscard]] std::string_view word(DoseQuality quality);

}  // namespace footsure
