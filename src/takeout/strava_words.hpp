// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace footsure::takeout {

/// FIT's words; empty = unknown, or not said.
struct SportWords {
    std::string_view sport;
    std::string_view sub_sport;
};

[[nodiscard]] SportWords sport_words(std::string_view strava_type);

/// Reads `Oct 7, 2020, 2:43:11 PM`, its British form and `2020-10-07 14:43:11`, all in UTC.
[[nodiscard]] std::optional<Instant> strava_instant(std::string_view text);

/// Gives a number from 0 to 10 only.
[[nodiscard]] std::optional<double> exertion(std::string_view text);

[[nodiscard]] bool is_true(std::string_view text);

/// What a runner wrote, on one line and of bounded length.
[[nodiscard]] std::string plain_text(std::string_view text);

}  // namespace footsure::takeout
