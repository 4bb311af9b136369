// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/answers.hpp"
#include "findings/findings.hpp"

namespace footsure::findings {

/// Writes what the runs say: yes with the run it rests on, no where they hold enough to say so.
void add_runs(const EpisodeFacts& facts, const RunAccount& runs, Findings& findings);

}  // namespace footsure::findings
