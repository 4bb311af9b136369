// SPDX-License-Identifier: Apache-2.0
#include "model/knowledge.hpp"

#include <algorithm>

namespace footsure {

std::optional<std::uint32_t> find_finding(const Knowledge& knowledge, std::string_view id) {
    const auto& all = knowledge.findings;
    const auto it = std::ranges::find_if(all, [&](const auto& f) { return f.id.text() == id; });
    if (it == all.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(it - all.begin());
}

const Question* find_question(const Knowledge& knowledge, std::string_view id) {
    const auto& all = knowledge.questions;
    const auto it = std::ranges::find_if(all, [&](const auto& q) { return q.id.text() == id; });
    return it == all.end() ? nullptr : &*it;
}

const Condition* find_condition(const Knowledge& knowledge, std::string_view id) {
    const auto& all = knowledge.conditions;
    const auto it = std::ranges::find_if(all, [&](const auto& c) { return c.id.text() == id; });
    return it == all.end() ? nullptr : &*it;
}

std::string_view word(Certainty certainty) {
    switch (certainty) {
    case Certainty::read: return "read";
    case Certainty::secondary: return "secondary";
    case Certainty::derived: return "derived";
    case Certainty::general: return "general";
    case Certainty::expert_estimate: break;
    }
    return "expert_estimate";
}

std::string_view word(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::yes_no: return "yes_no";
    case QuestionKind::choice: return "choice";
    case QuestionKind::choices: return "choices";
    case QuestionKind::number: return "number";
    case QuestionKind::region: break;
    }
    return "region";
}

std::string_view word(QuestionScope scope) {
    return scope == QuestionScope::person ? "person" : "episode";
}

std::string_view word(ConditionClass klass) {
    switch (klass) {
    case ConditionClass::soft_tissue: return "soft_tissue";
    case ConditionClass::joint: return "joint";
    case ConditionClass::bone_stress: return "bone_stress";
    case ConditionClass::fracture: return "fracture";
    case ConditionClass::vascular: break;
    }
    return "vascular";
}

std::string_view word(CareKind kind) {
    switch (kind) {
    case CareKind::act: return "act";
    case CareKind::avoid: return "avoid";
    case CareKind::medicine: return "medicine";
    case CareKind::stop_rule: return "stop_rule";
    case CareKind::check: break;
    }
    return "check";
}

std::string_view word(ClaimKind kind) {
    switch (kind) {
    case ClaimKind::cause: return "cause";
    case ClaimKind::risk: return "risk";
    case ClaimKind::symptom: return "symptom";
    case ClaimKind::sign: return "sign";
    case ClaimKind::warn: return "warn";
    case ClaimKind::diag: return "diag";
    case ClaimKind::treat: return "treat";
    case ClaimKind::ex: return "ex";
    case ClaimKind::prev: return "prev";
    case ClaimKind::num: return "num";
    case ClaimKind::anat: return "anat";
    case ClaimKind::adv: return "adv";
    case ClaimKind::claim: break;
    }
    return "claim";
}

std::string_view word(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::supported: return "supported";
    case ClaimVerdict::limited: return "limited";
    case ClaimVerdict::disputed: return "disputed";
    case ClaimVerdict::refuted: return "refuted";
    case ClaimVerdict::promoted: return "promoted";
    case ClaimVerdict::unverified: break;
    }
    return "unverified";
}

std::string_view word(EvidenceGrade grade) {
    switch (grade) {
    case EvidenceGrade::strong: return "strong";
    case EvidenceGrade::moderate: return "moderate";
    case EvidenceGrade::weak: return "weak";
    case EvidenceGrade::expert: return "expert";
    case EvidenceGrade::none: break;
    }
    return "none";
}

std::string_view word(LoadTier tier) {
    switch (tier) {
    case LoadTier::tier_1: return "tier_1";
    case LoadTier::tier_2: return "tier_2";
    case LoadTier::tier_3: return "tier_3";
    case LoadTier::tier_4: return "tier_4";
    case LoadTier::none: break;
    }
    return "none";
}

std::string_view word(Impact impact) {
    return impact == Impact::hop ? "hop" : "none";
}

bool is_danger_screen(const Question& question) {
    return question.red_flag && question.kind == QuestionKind::choices && !question.applies_when &&
           question.lone_sign >= UrgencyLevel::within_days;
}

std::vector<std::uint32_t> findings_of(const Question& question) {
    std::vector<std::uint32_t> list;
    if (question.finding) {
        list.push_back(*question.finding);
    }
    for (const auto& option : question.options) {
        if (option.finding) {
            list.push_back(*option.finding);
        }
    }
    return list;
}

}  // namespace footsure
