// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <string>

namespace footsure::app {

/// The visit typed in. Fails: with a sentence that names what it may be.
[[nodiscard]] Result<Seen, std::string> read_visit(const TypedVisit& typed, Day today,
                                                   const Knowledge& knowledge);

}  // namespace footsure::app
