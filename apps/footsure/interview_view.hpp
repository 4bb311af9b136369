// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

/// What the interview reads off the facts and off the engine's word on one problem.
namespace footsure::app {

[[nodiscard]] bool contradicts(const EpisodeAdvice& advice);
/// Nothing when there is no such Episode.
[[nodiscard]] const Episode* find_episode(const CaseFile& facts, const EpisodeId& id);
/// The latest answer to the question, about this problem or the person; nothing when there is none.
[[nodiscard]] const Answer* latest_answer(const CaseFile& facts, const EpisodeId& id,
                                          const Question& question);
/// Whether a level from 'today' on rests on a sign, or on nothing that is still to be asked.
[[nodiscard]] bool is_certain(const TriageDecision& triage);
[[nodiscard]] bool self_tests_are_safe(const TriageDecision& triage);

}  // namespace footsure::app
