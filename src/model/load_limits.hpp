// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tissue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

/// How far a Tissue's ceiling lets the Runner run today.
struct TissueCeiling {
    Tissue tissue{};
    Metres today;
};

/// What the load allows on a ground at a speed: the intended ones, else the usual.
struct LoadCeilings {
    std::optional<MetresPerSecond> speed;
    Terrain ground = Terrain::unknown;
    std::vector<TissueCeiling> tissues;  ///< least first; empty: not enough history
    std::optional<Metres> week;          ///< of the seven days from now, with the longest-run rule
    int runs_a_week = 0;                 ///< the usual number, which `week` is spread over
    std::optional<double> achilles_per_distance;  ///< easy-km of the Achilles tendon for each metre
};

/// The last days, as far as spacing needs them.
struct RecentDays {
    std::optional<int> days_since_last;  ///< calendar days; 0 = today
    Metres run_today;                    ///< since midnight of the runner
    int days_in_row = 0;                 ///< with a run, up to yesterday
    std::optional<Metres> usual_run;     ///< median outing of the 4 weeks up to the last run
    std::optional<Instant> hard_at;      ///< last hard outing of the last 3 days
    std::string hard_from;
    std::string hard_because;  ///< what made it hard, as a sentence's part
};

/// Ratios of weeks that watches show; for those who ask, never acted on.
struct WeekRatios {
    std::optional<double> acute_chronic;            ///< last week over the mean of four with it
    std::optional<double> acute_chronic_uncoupled;  ///< last week over the three before
    std::optional<double> week_step;                ///< last week over the one before, minus 1
};

/// The sentence that stands beside them wherever they are shown.
/// Source: training-load-risk sections 0 and 3 (frandsen2025, impellizzeri2021).
[[nodiscard]] std::string_view why_ratios_are_not_used();

}  // namespace footsure
