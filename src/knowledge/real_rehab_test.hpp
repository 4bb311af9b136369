// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/real_folder_test.hpp"

#include <algorithm>

/// What the tests of the real protocols share.
namespace footsure::knowledge {

inline constexpr int kPlyometric = 4;
inline constexpr int kReturnToRun = 5;

inline const RehabKnowledge& rehab() {
    return real_knowledge().rehab;
}

inline const ExerciseDefinition& exercise(const ExerciseId& id) {
    const auto& all = real_knowledge().exercises;
    const auto it = std::ranges::find(all, id, &ExerciseDefinition::id);
    REQUIRE(it != all.end());
    return *it;
}

inline const ProtocolDefinition& protocol(const char* id) {
    const auto it = std::ranges::find(rehab().protocols, id, &ProtocolDefinition::id);
    REQUIRE(it != rehab().protocols.end());
    return *it;
}

inline bool has(const std::vector<Strain>& strains, Strain strain) {
    return std::ranges::find(strains, strain) != strains.end();
}

inline bool forbids(const MayNot& may_not, const ExerciseDefinition& one) {
    return has(may_not.forbids, Strain::everything) ||
           std::ranges::any_of(one.strains, [&](Strain s) { return has(may_not.forbids, s); });
}

/// Whether some gate before `phase` asks for at least `needed`.
inline bool asks_before(const ProtocolDefinition& one, int phase, MeasureKind kind, double needed) {
    return std::ranges::any_of(one.phases, [&](const PhaseDefinition& p) {
        return p.number < phase && std::ranges::any_of(
                                       p.gates,
                                       [&](const GateDefinition& g) {
                                           return g.measure == kind && g.needed.value >= needed;
                                       });
    });
}

/// By their numbers in the evidence. The growing heel is of the same class, but no stress fracture.
inline bool of_bone_stress(const ConditionId& id) {
    constexpr int kFirst = 22;
    constexpr int kLast = 29;
    const auto* condition = find_condition(real_knowledge(), id.text());
    return condition != nullptr && condition->number >= kFirst && condition->number <= kLast;
}

}  // namespace footsure::knowledge
