// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/sample_run.hpp"
#include "model/time.hpp"

#include <cstddef>
#include <vector>

/// Invented files like those of a large account; the same for the same random numbers.
namespace footsure::bench {

enum class MadeSport : std::uint8_t { running, cycling };

/// 20 to 90 minutes, a Record each second (a ride now and then: each second too), as a FIT file.
/// A third of the runs has running dynamics.
[[nodiscard]] std::vector<std::byte> made_activity(app::SampleRandom& random, MadeSport sport,
                                                   Instant start);

/// Some hours of steps and heart rates, as watches write them all day: file type 32.
[[nodiscard]] std::vector<std::byte> made_monitoring(app::SampleRandom& random, Instant start);

}  // namespace footsure::bench
