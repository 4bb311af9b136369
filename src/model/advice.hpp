// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"
#include "model/case_file.hpp"
#include "model/form_finding.hpp"
#include "model/id.hpp"
#include "model/knowledge.hpp"
#include "model/load_change.hpp"
#include "model/reason.hpp"
#include "model/soreness.hpp"
#include "model/tissue.hpp"
#include "model/urgency.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace footsure {

struct FiredRule {
    RuleId id;
    UrgencyLevel level = UrgencyLevel::self_care;
    std::string text;
    std::optional<Instant> be_seen_by;
    Certainty certainty = Certainty::general;
    std::vector<Reason> because;
    std::vector<ClaimId> claims;
};

/// The most urgent level with everything that led to it.
struct TriageDecision {
    Urgency urgency;
    bool provisional = false;
    std::vector<FiredRule> rules;
    std::vector<std::uint32_t> missing;  ///< danger Findings still to be asked, most urgent first
    std::vector<Limit> limits;
};

/// How urgent what was said up to then made it: the rules alone, visits counted.
struct LevelAt {
    Instant at;
    UrgencyLevel level = UrgencyLevel::self_care;
};

struct RankedCondition {
    ConditionId condition;
    std::string name;
    Probability probability;
    Probability low;
    Probability high;
    std::vector<Reason> supporting;
    std::vector<Reason> opposing;
    bool named_by_clinician = false;
    std::vector<ClaimId> claims;
    std::optional<ConditionId> together_with;  ///< when it most likely is one of two causes at once
};

/// Possible causes, most likely first.
using Differential = std::vector<RankedCondition>;

struct NextQuestion {
    QuestionId question;
    std::string text;
    std::string why;
};

/// An answer after which another Condition would come first.
struct TurningAnswer {
    QuestionId question;
    std::string text;  ///< the Finding, as a reason says it
    ConditionId first;
};

struct SeekCare {
    std::string where;
    std::vector<Reason> first_aid;
    std::vector<std::string> tell;
    std::vector<std::string> checks;
};

struct CareLine {
    std::string id;
    CareKind kind = CareKind::act;
    std::string text;
    std::string disputed;  ///< what speaks against it; empty: not disputed
    Instant from;
    Instant until;
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
    std::vector<ClaimId> claims;
};

/// The first 72 hours, dated. Protective care has only what protects: no exercise, no running.
struct Care {
    std::string title;
    std::vector<CareLine> lines;
};

struct Appointment {
    std::string with;
    std::string within;
    std::vector<std::string> tell;
    std::vector<std::string> checks;
};

/// What each level may hold; training advice beside an emergency cannot be written down.
struct UrgentHelp {
    SeekCare seek_care;
};

struct ProtectedWait {
    SeekCare seek_care;
    std::optional<Care> care;
};

struct RoutineHelp {
    std::optional<Care> care;
    Appointment appointment;
    std::optional<CarePlan> plan{};
};

struct SelfCareHelp {
    std::optional<Care> care;
    std::optional<CarePlan> plan{};
};

using Help = std::variant<UrgentHelp, ProtectedWait, RoutineHelp, SelfCareHelp>;

struct EpisodeAdvice {
    EpisodeId id;
    Side side = Side::unknown;
    TriageDecision triage;
    Differential differential;
    std::vector<NextQuestion> ask_next;
    std::vector<TurningAnswer> would_change;
    ChangeAccount before;  ///< what changed before it hurt
    Help help;
};

enum class GuardVerdict : std::uint8_t { no_run, limited, unknown };

/// May the Runner run today, and how far: the minimum of everything that limits it.
struct Guard {
    GuardVerdict verdict = GuardVerdict::unknown;
    std::optional<Metres> ceiling_distance;
    std::optional<Seconds> ceiling_duration;
    std::optional<Metres> week_distance;  ///< of the seven days from today, all runs together
    std::optional<Seconds> week_duration;
    Terrain ground = Terrain::unknown;     ///< that the ceilings are for
    std::optional<MetresPerSecond> speed;  ///< that the ceilings are for
    std::string sentence;                  ///< the whole answer in one
    std::vector<Reason> because;           ///< what limits most first
    std::vector<Reason> advice;            ///< what to mind beside the ceiling
    std::vector<std::string> unknown;
};

/// The answer, with its working.
struct Advice {
    RunnerId runner;
    LocalInstant at;
    std::string knowledge_version;
    std::string knowledge_hash;
    Urgency urgency;
    bool provisional = false;
    std::vector<EpisodeAdvice> episodes;
    Guard guard;
    std::vector<Exposure> exposures;
    std::vector<FormFinding> form;
    ShoeReport shoes;
    SorenessLink soreness;
    std::optional<CarePlan> prevention;  ///< without an open Episode
    std::vector<Limit> limits;
    std::vector<Problem> problems;
};

/// The CarePlan in it; none where its level holds none, or none was made.
[[nodiscard]] const CarePlan* plan_in(const Help& help);

[[nodiscard]] std::string_view word(GuardVerdict verdict);

}  // namespace footsure
