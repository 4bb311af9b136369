// SPDX-License-Identifier: Apache-2.0
#include "model/load_limits.hpp"

namespace footsure {

std::string_view why_ratios_are_not_used() {
    return "Footsure does not act on these ratios: in 74 competitive runners they told injured "
           "from "
           "healthy weeks no better than a coin (AUC 0.50 to 0.51), in 5,205 others they ran the "
           "wrong way, and a ratio swings most where the weeks are small.";
}

}  // namespace footsure
