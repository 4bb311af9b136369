// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/figure.hpp"
#include "model/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure {

/// Why something is said: points at a Finding, a rule or a figure, and to its sources.
struct Reason {
    std::string text;
    std::string finding;
    std::string rule;
    std::string from;              ///< the question or Activity it rests on
    std::optional<double> weight;  ///< natural logarithm of the factor it contributes
    std::optional<Certainty> certainty;
    std::vector<SourceId> sources;
};

/// What could not be judged, and why.
struct Limit {
    std::string code;
    std::string text;
};

}  // namespace footsure
