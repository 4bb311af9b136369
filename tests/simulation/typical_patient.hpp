// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

namespace footsure::simulation {

/// Eight in the morning of the first simulated day.
inline constexpr LocalInstant kFirstMorning{
    Instant(std::chrono::sys_days(std::chrono::March / 2 / 2026) + std::chrono::hours(7)),
    std::chrono::hours(1)};

/// What a runner with this Trouble tells in the interview the evening before: the typical patient
/// of the golden cases, every danger screen answered "none of these", and twelve weeks of usual
/// runs. One Episode, `e1`.
[[nodiscard]] CaseFile typical_patient(const RunnerFacts& facts, const Knowledge& knowledge);

[[nodiscard]] ConditionId condition_of(Trouble trouble);

/// Every danger question answered "no danger".
[[nodiscard]] std::vector<Answer> no_danger(const Knowledge& knowledge, QuestionScope scope,
                                            Instant at);

[[nodiscard]] ActivitySummary run_summary(Instant started_at, double minutes, double kilometres,
                                          double walked_minutes);

}  // namespace footsure::simulation
