// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace footsure {

enum class SorenessState : std::uint8_t {
    no_mornings,    ///< none told
    short_history,  ///< too few, or hardly any variety: nothing is said
    no_link,        ///< enough, but soreness does not follow load in this Runner
    linked,
};

/// How the Runner's own soreness of the morning follows own load of the days before.
struct SorenessLink {
    SorenessState state = SorenessState::no_mornings;
    int mornings = 0;
    std::optional<double> correlation;  ///< own past only; positive: more load, more sore
    double low = 0;                     ///< interval of it
    double high = 0;
    std::optional<double> expected;       ///< tomorrow's soreness (0 to 10) without a run today
    std::optional<double> expected_full;  ///< the same after a run at today's ceiling
    double expected_sd = 0;
    double ceiling_factor = 1;  ///< what it does to the tissue ceilings
    std::string text;           ///< a sentence
};

[[nodiscard]] std::string_view word(SorenessState state);

}  // namespace footsure
