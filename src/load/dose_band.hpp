// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/step_dose.hpp"

namespace footsure::load {

/// How finely an Activity was cut into Segments, best first.
enum class Grain : std::uint8_t { records, laps, totals, half_of_totals };

/// How long each input of the dose was known.
struct InputTimes {
    Seconds running;
    Seconds walking;
    Seconds with_cadence;
    Seconds with_stance;
    Seconds with_slope;
    Seconds on_hills;
    Seconds ground_known;
    Seconds on_rough_ground;  ///< gravel or grass, trail
    bool strike_known = false;
};

/// Spread of the natural logarithm of a dose, one standard deviation: independent parts in
/// quadrature, what missing inputs add on top, times b, and what the ground leaves open.
/// `walked`: the part of the dose that is from walking.
/// Source: tissue-load-model sections 7 and 8.
[[nodiscard]] double log_sd(Tissue tissue, const InputTimes& inputs, Grain grain, double walked);

[[nodiscard]] TissueDose dose_with_band(Tissue tissue, EasyKm dose, double log_sd);

/// Part of a whole; nothing of nothing is 0.
[[nodiscard]] double share(Seconds part, Seconds whole);

}  // namespace footsure::load
