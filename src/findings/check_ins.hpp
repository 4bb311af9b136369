// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/answers.hpp"

namespace footsure::findings {

/// Writes what the check-ins up to `now` show beside the answers. It only raises: a limp, giving
/// way, an ache on one point of a bone and pain that rises from week to week become Findings; that
/// one of them is absent clears nothing. What was answered later than the check-in holds.
/// Needs: the answers are written.
void add_check_ins(const EpisodeFacts& facts, Findings& findings);

}  // namespace footsure::findings
