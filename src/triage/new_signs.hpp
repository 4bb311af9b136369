// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "triage/fired_rules.hpp"

namespace footsure::triage {

/// Whether something that speaks for the Condition now was not there when that visit looked: told
/// later, or gone in between. The visit knew what was told up to the end of its day.
[[nodiscard]] bool has_new_sign(const Condition& condition, const Seen& seen,
                                const TriageFacts& facts, const Knowledge& knowledge);

}  // namespace footsure::triage
