// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/expression.hpp"
#include "model/figure.hpp"
#include "model/id.hpp"
#include "model/measure.hpp"
#include "model/tissue.hpp"
#include "model/units.hpp"
#include "model/wishes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

enum class SessionKind : std::uint8_t {
    run,
    walk_run,
    strength,
    balance,
    mobility,
    cross_train,
    rest,
};

[[nodiscard]] constexpr bool is_run(SessionKind kind) {
    return kind == SessionKind::run || kind == SessionKind::walk_run;
}

/// What a Session can do to the body; a possible cause or the Runner's state may forbid some.
enum class Strain : std::uint8_t {
    running,
    impact,       ///< hops, jumps, skipping
    tendon_load,  ///< loads the Achilles tendon beyond standing
    eccentric,
    deep_dorsiflexion,  ///< heel below the forefoot, or the knee far over the toes
    end_range_plantarflexion,
    stretch,
    weight_bearing,
    barefoot_balance,
    external_load,
    rotation,
    resisted_eversion,  ///< the foot pushed outward against something
    uneven_ground,
    everything,
};

/// How much of an exercise.
struct ExerciseDose {
    int sets = 0;
    int repetitions = 0;  ///< in each set; 0 where it is held
    Seconds hold;         ///< of each repetition or set; 0 where it is counted
    int a_day = 1;
    int days_a_week = 0;  ///< 7 = daily
    std::string note;     ///< such as "3 s down"; may be empty
};

/// A criterion to leave a Phase.
enum class GateTest : std::uint8_t {
    at_least,  ///< the hurt leg's, or the person's
    at_most,
    share_at_least,      ///< hurt leg over the other, 0 to 1
    difference_at_most,  ///< other leg less hurt leg
    at_least_for_age,    ///< `needed` or, if lower, the median of age and sex (knowledge norms)
};

struct GateDefinition {
    std::string id;
    std::string text;    ///< what is needed, as a sentence's part
    std::string either;  ///< gates of one name: one of them is enough; empty: this one is needed
    MeasureKind measure{};
    GateTest test = GateTest::at_least;
    Figure needed;
    bool asks_other_leg = false;  ///< the other leg's measure is needed too
};

struct PhaseExercise {
    ExerciseId exercise;
    ExerciseDose dose;
    std::optional<Expression> only_when;
};

/// A stage of a protocol; leaves by all its gates and not before its least time.
struct PhaseDefinition {
    int number = 0;  ///< 1 protect · 2 restore · 3 strengthen · 4 plyometric · 5 return to run ·
                     ///< 6 return to performance · 7 maintain
    std::string name;
    std::string purpose;
    std::optional<Figure> least_days;  ///< from pain-free walking where the protocol is of bone
    std::vector<GateDefinition> gates;
    std::vector<PhaseExercise> exercises;
    Seconds cross_training;  ///< of one Session without impact; 0 = none
    int cross_training_days = 0;
    std::vector<std::string> notes;  ///< support, shoes, what to leave out
};

/// When a Session may be followed by more, the same, less or none.
/// Source: care-and-rehab section 9, pain rules.
struct PainRule {
    std::string id;  ///< tendon, joint or bone
    std::string text;
    Figure progress_during;
    Figure progress_after;
    Figure hold_during;  ///< above it: back
    Figure hold_after;
    Figure stiffness_rise;  ///< min over the usual: back
    Figure steps_back;
    Figure rest_hours;   ///< after going back
    Figure holds;        ///< in a row: reassess
    Figure worse_weeks;  ///< in a row: stop and be seen
    bool swelling_stops_progress = false;
};

struct TrackStep {
    std::string id;  ///< `R-1`
    int number = 0;  ///< 1 to 10, as the evidence counts; the bone track begins with 0
    std::string text;
    int repeats = 1;
    Seconds run;  ///< of each repeat
    Seconds walk;
    int sessions = 0;      ///< needed at this step
    int days_between = 0;  ///< without a run, after each Session of this step
    bool hills = false;
    bool speed = false;
};

/// Steps from first running to all of it.
struct TrackDefinition {
    std::string id;  ///< R, B, A or Q
    std::string name;
    Seconds warm_up;    ///< walking before
    Seconds cool_down;  ///< walking after
    std::vector<TrackStep> steps;
    int free_after = 0;  ///< from the end of this step the longest-run and weekly rules take over
    std::optional<Figure> weeks_before_speed;  ///< at that step, before speed or hills
    bool support = false;                      ///< brace or tape
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

enum class Irritability : std::uint8_t { any, calm, irritable };

/// The course for some Conditions.
struct ProtocolDefinition {
    std::string id;
    std::string title;
    std::vector<ConditionId> conditions;
    std::vector<Equipment> needs;  ///< all of them, to be chosen
    int sessions_a_day = 1;        ///< the Runner must have time for
    Irritability fits = Irritability::any;
    int order = 0;    ///< of several that can be chosen, the least comes first
    std::string why;  ///< chosen over the others, as a sentence
    std::string pain_rule;
    std::string track;                  ///< empty: never leads to running by itself
    Tissue tissue{};                    ///< the hurt one
    bool needs_clearance = false;       ///< a clinician's word before running and hopping
    std::vector<MeasureKind> measures;  ///< asked every two weeks
    std::vector<MeasureKind> scores;    ///< asked every four weeks
    std::vector<PhaseDefinition> phases;
    std::optional<Figure> reassess_weeks;  ///< without progress: be seen
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// What may not be done while one of these causes is possible.
struct MayNot {
    std::string id;
    std::vector<ConditionId> conditions;
    std::vector<Strain> forbids;
    std::string pain_rule;  ///< that holds too; may be empty
    std::string text;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// What may not be done in the Runner's own state.
struct Exclusion {
    std::string id;
    Expression when;
    bool open_counts = false;  ///< while nobody knows, it holds too
    std::vector<Strain> forbids;
    std::string text;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// How long it takes until unrestricted running.
struct RecoveryTime {
    ConditionId condition;
    Figure weeks;      ///< value: the middle; low and high: the range
    std::string text;  ///< what the figures are of; may be empty
};

/// Medians of single-leg heel raises.
struct HeelRaiseNorm {
    double age_from = 0;  ///< years
    double male = 0;
    double female = 0;
};

/// Something a Runner without a problem does each week.
struct PreventionItem {
    std::string id;
    std::string text;
    SessionKind kind = SessionKind::strength;
    std::vector<PhaseExercise> exercises;
    int days_a_week = 0;
    Seconds time;
    std::optional<Expression> only_when;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// All that a CarePlan is made from.
struct RehabKnowledge {
    std::vector<PainRule> pain_rules;
    std::vector<TrackDefinition> tracks;
    std::vector<ProtocolDefinition> protocols;
    std::vector<MayNot> may_not;
    std::vector<Exclusion> exclusions;
    std::vector<RecoveryTime> recovery;
    std::vector<HeelRaiseNorm> heel_raise_norms;
    std::vector<SourceId> norm_sources;
    std::vector<PreventionItem> prevention;
};

[[nodiscard]] std::string_view word(SessionKind kind);
[[nodiscard]] std::string_view word(Strain strain);
[[nodiscard]] std::string_view word(GateTest test);

}  // namespace footsure
