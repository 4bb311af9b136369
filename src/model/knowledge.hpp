// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/expression.hpp"
#include "model/figure.hpp"
#include "model/id.hpp"
#include "model/protocol.hpp"
#include "model/urgency.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

struct Source {
    SourceId id;
    std::string citation;
    std::string locator;  ///< doi, PMC id or address; may be empty
};

enum class FindingKind : std::uint8_t { truth, number };

/// How often runners with pain around the ankle report a Finding of which nothing better is known.
/// Source: evidence_conditions, section 1 (EE).
inline constexpr double kUsualShare = 0.1;

/// What a Finding means; its value comes from an answer, from `when`, or from the history.
struct FindingDefinition {
    FindingId id;
    std::string text;     ///< what is found, as a reason says it
    std::string text_no;  ///< the same for "no"; empty: "no " and the text
    FindingKind kind = FindingKind::truth;
    std::string unit;     ///< of a number
    std::string group;    ///< FindingGroup: findings of one group are not independent
    bool danger = false;  ///< part of a T0 or T1 rule
    std::optional<Expression> when;
    std::optional<Truth> presumed;  ///< what counts while `when` is open
    bool asked = false;             ///< an answer can give it
    double share = kUsualShare;     ///< part of all runners with ankle pain who report it
    Figure otherwise{1, 1, 1};      ///< ratio for every Condition that does not name it
};

enum class QuestionKind : std::uint8_t { yes_no, choice, choices, number, region };
enum class QuestionScope : std::uint8_t { person, episode };

struct QuestionOption {
    std::string id;
    std::string text;
    std::optional<std::uint32_t> finding;  ///< the Finding it means; an option may mean none
};

struct Question {
    QuestionId id;
    std::string text;
    std::string why;
    QuestionKind kind = QuestionKind::yes_no;
    QuestionScope scope = QuestionScope::episode;
    bool red_flag = false;
    Truth danger_answer = Truth::yes;  ///< of a red yes_no question; the other answer expires
    UrgencyLevel lone_sign = UrgencyLevel::routine;  ///< of a red screen: what one sign alone means
    std::optional<std::uint32_t> finding;            ///< of a yes_no or number question
    std::vector<QuestionOption> options;
    std::string unit;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<Expression> applies_when;
    std::string applies_text;  ///< applies_when as written
    bool self_test = false;    ///< loads or presses something; only asked where that harms nothing
};

/// A RedFlag: fires when its expression is yes.
struct Rule {
    RuleId id;
    UrgencyLevel level = UrgencyLevel::routine;
    int seen_within_hours = 0;
    std::string text;  ///< what it means for the Runner
    std::string why;
    std::string tell;  ///< what to say to the clinician
    Expression when;
    std::string when_text;
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
    std::vector<ClaimId> claims;  ///< that link to it
};

/// Raises the level once, after the rules: by one step, or at least to `at_least`.
struct UrgencyModifier {
    RuleId id;
    std::string text;
    Expression when;
    std::optional<UrgencyLevel> at_least;  ///< absent: one level up
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
};

/// Situations in which silence about a danger sign counts against waiting.
struct TriagePolicy {
    Expression acute_situation;   ///< acute injury, hot joint, calf swelling, numb or cold foot
    Expression bone_press_only;   ///< acute injury, walks four steps now, bone press not asked
    Expression self_care;         ///< every T4 condition
    double rank_raises_from = 0;  ///< probability from which a cause's own level counts
    double expires_early_hours = 0;
    double early_phase_hours = 0;
    double expires_late_hours = 0;
    std::vector<SourceId> sources;
};

/// How a Finding speaks for or against a Condition.
struct Likelihood {
    std::uint32_t finding = 0;
    std::optional<Figure> present;
    std::optional<Figure> absent;
};

/// Changes the weight of a Condition while `when` is yes.
struct WeightModifier {
    Expression when;
    Figure factor{1, 1, 1};
    std::string text;
    std::optional<Figure> weight{};  ///< takes the place of the base weight, before any factor
};

enum class ConditionClass : std::uint8_t { soft_tissue, joint, bone_stress, fracture, vascular };

struct Condition {
    ConditionId id;
    int number = 0;  ///< of conditions.md
    std::string name;
    std::string about;
    std::string checks;  ///< what a clinician will likely check, and with which imaging
    ConditionClass klass = ConditionClass::soft_tissue;
    Figure weight;
    UrgencyLevel level_mild = UrgencyLevel::self_care;
    UrgencyLevel level_severe = UrgencyLevel::self_care;
    std::vector<WeightModifier> modifiers;
    std::vector<Likelihood> likelihoods;
    std::vector<SourceId> sources;
    std::vector<ClaimId> claims;  ///< that link to it
    std::string family;           ///< two Conditions of one family are never two causes at once
};

enum class CareKind : std::uint8_t { act, avoid, medicine, stop_rule, check };

/// One line of a Care card; `unless` withholds it, and an unanswered `unless` does too.
struct CareItem {
    std::string id;
    CareKind kind = CareKind::act;
    double from_hours = 0;
    double to_hours = 0;
    std::string text;
    bool protects = false;       ///< may stand on the card of somebody who waits to be seen
    bool not_with_bone = false;  ///< withheld while bone stress or a fracture is possible
    std::string medicine;        ///< its MedicineBlocks apply too; empty: no medicine
    std::string disputed;        ///< what speaks against it; empty: not disputed
    std::optional<Expression> only_when;
    std::optional<Expression> unless;
    std::string withheld_text;
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
    std::vector<ClaimId> claims;  ///< that link to it
};

/// A reason not to take a medicine; while nobody knows, it blocks too.
struct MedicineBlock {
    std::string id;
    std::string medicine;  ///< oral_nsaid, topical_nsaid, paracetamol
    std::string text;      ///< why, as a sentence
    std::optional<Expression> when;
    bool with_bone = false;  ///< blocks while bone stress or a fracture is possible
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
};

struct CareCardDefinition {
    CareCardId id;
    std::string title;
    bool counts_from_start = false;  ///< hours count from the injury, otherwise from now
    std::vector<ConditionId> conditions;
    std::vector<CareItem> items;
};

/// First aid and words for the way there, by the rules that fired.
struct FirstAidItem {
    std::string id;
    std::string text;
    std::optional<Expression> only_when;
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
};

/// Two answers that cannot both be true, and which question settles it.
struct ContradictionDefinition {
    std::string id;
    std::string text;
    QuestionId ask;
    Expression when;
};

/// Words in free text that mean a danger sign.
struct DangerWords {
    std::uint32_t finding = 0;
    Truth meaning = Truth::yes;  ///< what a hit says of the Finding
    std::vector<std::string> phrases;
};

/// What a row of the inventory is about.
enum class ClaimKind : std::uint8_t {
    cause,
    risk,
    symptom,
    sign,
    warn,
    diag,
    treat,
    ex,
    prev,
    num,
    anat,
    adv,
    claim
};

/// What we hold of a Claim; `promoted` is advertising that says something clinical.
enum class ClaimVerdict : std::uint8_t {
    supported,
    limited,
    disputed,
    refuted,
    promoted,
    unverified
};

/// How strong the evidence behind our answer is; `expert` is convention.
enum class EvidenceGrade : std::uint8_t { strong, moderate, weak, expert, none };

/// A statement that runners read elsewhere, with our answer to it.
struct Claim {
    ClaimId id;
    ClaimKind kind = ClaimKind::claim;
    std::string text;
    ClaimVerdict verdict = ClaimVerdict::unverified;
    std::string answer;
    EvidenceGrade grade = EvidenceGrade::none;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
    std::vector<std::string> topics;  ///< words a Runner would search for, lower case
    std::vector<std::string> links;  ///< rules, Conditions and care items (`card.item`) it bears on
};

/// How hard an exercise loads the Achilles tendon. Source: baxter2021, four tiers.
enum class LoadTier : std::uint8_t { none, tier_1, tier_2, tier_3, tier_4 };
/// Whether the foot strikes the ground, which loads bone and joint.
enum class Impact : std::uint8_t { none, hop };

/// An exercise of the catalogue as far as load needs it.
struct ExerciseDefinition {
    ExerciseId id;
    std::string name;
    LoadTier tier = LoadTier::none;
    Impact impact = Impact::none;
    bool one_leg = false;  ///< done on one leg at a time
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
    SessionKind kind = SessionKind::strength;
    std::string how;   ///< how it is done, in our words
    std::string stop;  ///< when not, or when to stop; may be empty
    std::vector<Strain> strains;
    std::vector<Equipment> needs;
    ExerciseDose dose;  ///< to start with
    std::optional<ExerciseId> progression;
    std::optional<ExerciseId> regression;
};

struct Knowledge {
    std::string version;
    std::string hash;  ///< SHA-256 of the compiled form, hexadecimal
    std::vector<Source> sources;
    std::vector<FindingDefinition> findings;
    std::vector<Question> questions;
    std::vector<Rule> rules;  ///< most urgent first, in order of message
    std::vector<UrgencyModifier> modifiers;
    TriagePolicy policy;
    std::vector<Condition> conditions;
    std::vector<CareCardDefinition> care_cards;
    std::vector<FirstAidItem> first_aid;
    std::vector<DangerWords> danger_words;
    std::vector<ContradictionDefinition> contradictions;
    std::vector<MedicineBlock> medicine_blocks;
    std::vector<ExerciseDefinition> exercises;  ///< by id
    RehabKnowledge rehab;
    std::vector<Claim> claims;  ///< compiled apart from the rest, so that loading stays quick
};

/// The index of a Finding; nothing when there is no such id.
[[nodiscard]] std::optional<std::uint32_t> find_finding(const Knowledge& knowledge,
                                                        std::string_view id);
[[nodiscard]] const Question* find_question(const Knowledge& knowledge, std::string_view id);
[[nodiscard]] const Condition* find_condition(const Knowledge& knowledge, std::string_view id);

[[nodiscard]] std::string_view word(QuestionKind kind);
[[nodiscard]] std::string_view word(QuestionScope scope);
[[nodiscard]] std::string_view word(ConditionClass klass);
[[nodiscard]] std::string_view word(CareKind kind);
[[nodiscard]] std::string_view word(ClaimKind kind);
[[nodiscard]] std::string_view word(ClaimVerdict verdict);
[[nodiscard]] std::string_view word(EvidenceGrade grade);
[[nodiscard]] std::string_view word(LoadTier tier);
[[nodiscard]] std::string_view word(Impact impact);

/// A screen that everybody is asked and of which one sign alone is looked at within days.
[[nodiscard]] bool is_danger_screen(const Question& question);

/// The Findings that an answer to it speaks of: its own and those of its options, by index.
[[nodiscard]] std::vector<std::uint32_t> findings_of(const Question& question);

}  // namespace footsure
