// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/answers.hpp"

namespace footsure::findings {

/// Writes what nobody needs to ask: the person, the dates and the latest check-in.
void add_given(const EpisodeFacts& facts, Findings& findings);

}  // namespace footsure::findings
