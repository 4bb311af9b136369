// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/form_finding.hpp"
#include "model/knowledge.hpp"
#include "model/load_change.hpp"
#include "model/load_limits.hpp"
#include "model/result.hpp"
#include "model/soreness.hpp"
#include "model/tissue.hpp"

#include <optional>
#include <span>
#include <vector>

namespace footsure::load {

/// What is known of one Step; everything but speed may be missing.
struct StepInput {
    MetresPerSecond speed;
    std::optional<Cadence> cadence;
    std::optional<Seconds> stance_time;
    std::optional<Degrees> slope;
    std::optional<Share> forefoot_strike;  ///< 0 rear, 0.5 mid, 1 fore
    std::optional<Kilograms> body_mass;
    std::optional<Metres> height;
};

/// A result with its relative standard deviation.
template <class Q>
struct Estimate {
    Q value;
    double relative_sd = 0;
};

/// The loads of one Step on the scale "inverse dynamics with a 5 cm arm"; only ratios to the same
/// runner's easy level Step may be shown (Source: tissue-load-model, section 0).
struct StepLoad {
    Estimate<BodyWeights> vertical_force;
    Estimate<MomentPerMass> ankle_moment;
    Estimate<BodyWeights> achilles;
    Estimate<BodyWeights> tibia;
    std::optional<Estimate<Metres>> vertical_oscillation;  ///< needs stance time and cadence
    Seconds stance_time;
    Cadence cadence;
};

enum class StepErrorCode : std::uint8_t {
    speed_out_of_range,
    cadence_out_of_range,
    stance_time_out_of_range,
    slope_out_of_range,
    forefoot_strike_out_of_range,
    body_mass_out_of_range,
    height_out_of_range,
    not_running,  ///< stance time over 95 % of the step time
};
[[nodiscard]] std::string_view word(StepErrorCode code);

/// Fails: an input outside the ranges of tissue-load-model section 1.
[[nodiscard]] Result<StepLoad, StepErrorCode> step_load(const StepInput& step);

/// What of the runner enters the load.
struct RunnerTraits {
    std::optional<Kilograms> body_mass;
    std::optional<Metres> height;
    std::optional<Share> forefoot_strike;
};

/// Distance, time and doses of an Activity's running; from Records where they allow it, else from
/// laps, else from the totals. Gives nothing when the Activity has no start.
[[nodiscard]] std::optional<ActivitySummary> summarise(const Activity& activity,
                                                       const RunnerTraits& runner);

/// Fills the doses of a summary that has only distance and time.
void dose_from_totals(ActivitySummary& summary, const RunnerTraits& runner);

/// The state of every Tissue at `now`; facts that lie later are ignored.
/// Needs: Activities in any order, with their doses; shoes count by what is told of them.
[[nodiscard]] std::vector<Exposure> exposures(const CaseFile& case_file, Instant now);

/// The longest outing of the last 30 days and the most that one run may cover today.
/// Runs less than 60 minutes apart are one outing. Source: frandsen2025.
struct LongestRunRule {
    std::optional<Metres> longest;    ///< absent: no run in the 30 days, the rule says nothing
    std::optional<Metres> ceiling;    ///< 1.10 × longest
    std::optional<Seconds> duration;  ///< ceiling at the runner's own median pace of those runs
    std::string longest_from;         ///< `from` of the run that was the longest
    std::optional<Instant> longest_at;
    int outings = 0;
};

[[nodiscard]] LongestRunRule longest_run_rule(std::span<const ActivitySummary> activities,
                                              Instant now);

/// How a run compares with the longest of the 30 days before it (Source: frandsen2025).
enum class SpikeBand : std::uint8_t { none, within, above_10, above_30, above_100, no_history };
[[nodiscard]] SpikeBand spike_band(const ActivitySummary& run,
                                   std::span<const ActivitySummary> activities);

/// What the load allows on the intended ground at the intended speed, else on the usual ones.
/// Needs: `exposed` of the same case and instant; `factor` on the ceilings, 1 = as they are.
[[nodiscard]] LoadCeilings load_ceilings(const CaseFile& case_file,
                                         std::span<const Exposure> exposed, LocalInstant now,
                                         double factor);

[[nodiscard]] RecentDays recent_days(const CaseFile& case_file, LocalInstant now);

[[nodiscard]] WeekRatios week_ratios(const CaseFile& case_file, LocalInstant now);

/// What changed in the 8 weeks before `start` against the Runner's own past; empty in every part
/// when no run is known up to then. Needs: a start as findings::start_of gives it.
[[nodiscard]] ChangeAccount changes_before(const CaseFile& case_file, LocalInstant start);

/// What the watch shows of the Runner's form, most notable first.
[[nodiscard]] std::vector<FormFinding> form_findings(const CaseFile& case_file, LocalInstant now);

/// The pairs with what they went through, and what goes with sore days.
[[nodiscard]] ShoeReport shoe_report(const CaseFile& case_file, LocalInstant now);

/// How soreness follows load in this Runner. Needs: `today`, the load of a run at the ceiling in
/// the Activities' own easy-km of the Achilles tendon, where there is one.
[[nodiscard]] SorenessLink soreness_link(const CaseFile& case_file, LocalInstant now,
                                         std::optional<EasyKm> today);

/// Fills the doses of an Activity that is no run from its sport or its exercises.
void dose_without_running(ActivitySummary& summary, std::span<const ExerciseDefinition> exercises);

}  // namespace footsure::load
