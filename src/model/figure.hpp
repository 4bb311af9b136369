// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"

#include <string_view>
#include <vector>

namespace footsure {

/// How well a number or statement is supported; all but `read` and `derived` are shown to the user.
enum class Certainty : std::uint8_t { read, secondary, derived, general, expert_estimate };

/// A domain number with its range, origin and certainty.
struct Figure {
    double value = 0;
    double low = 0;
    double high = 0;
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

[[nodiscard]] std::string_view word(Certainty certainty);

}  // namespace footsure
