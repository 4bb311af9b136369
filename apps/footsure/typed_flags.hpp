// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"

#include <string>
#include <vector>

/// The flags of the commands about a problem and its plan.
namespace footsure::app {

/// A flag and where what is typed behind it goes; given again, a flag of `each` adds to it.
struct Flag {
    const char* name;
    const char* what;
    std::string* typed = nullptr;
    std::vector<std::string>* each = nullptr;
};

// Needs: `typed` outlives what is returned.
[[nodiscard]] std::vector<Flag> check_in_flags(TypedCheckIn& typed);
[[nodiscard]] std::vector<Flag> visit_flags(TypedVisit& typed);
[[nodiscard]] std::vector<Flag> wishes_flags(TypedWishes& typed);
[[nodiscard]] std::vector<Flag> run_flags(TypedRun& typed);
[[nodiscard]] std::vector<Flag> intent_flags(TypedIntent& typed);
[[nodiscard]] std::vector<Flag> shoe_flags(TypedShoe& typed);

}  // namespace footsure::app
