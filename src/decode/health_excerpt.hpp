// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/health_reader.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace footsure::decode {

struct Excerpt {
    std::vector<std::byte> document;
    std::size_t left_out = 0;  ///< records beyond what a document may hold
};

/// Writes one workout and its records as a document of its own. What differs between two exports
/// of the same workout is left out or made alike: the order of records, their units, the offset
/// of the phone's zone where the workout names its own.
[[nodiscard]] Excerpt write_excerpt(const HealthElement& workout, std::vector<HealthSample> samples,
                                    const HealthSources& sources);

/// The paths of a workout's routes.
[[nodiscard]] std::vector<std::string> routes_of(const HealthElement& workout);

}  // namespace footsure::decode
