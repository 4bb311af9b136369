// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/differential.hpp"
#include "model/advice.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

namespace footsure::interview {

/// What the choice of the next question rests on.
struct InterviewState {
    const Findings& findings;
    const TriageDecision& decision;
    const differential::Belief& belief;
};

/// What is asked next, most worth asking first: contradictions, signs the notes name, danger
/// screens, onset and place, every answer that a same-day or emergency rule still hangs on, what
/// self-care needs; then by expected gain in level and order per second of the Runner's time.
/// Only questions that apply; no self-test while it could harm something still possible; at most
/// six. Gives: nothing at `emergency`, where nobody should sit and answer; at `same_day` only what
/// could make it an emergency or what the level rests on.
[[nodiscard]] std::vector<NextQuestion> next_questions(const InterviewState& state,
                                                       const Knowledge& knowledge);

/// Answers not given yet after which another Condition would come first; the likeliest three.
[[nodiscard]] std::vector<TurningAnswer> turning_answers(const InterviewState& state,
                                                         const Knowledge& knowledge);

}  // namespace footsure::interview
