// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/case_file.hpp"
#include "model/result.hpp"

#include <string>
#include <vector>

namespace footsure::app {

/// What a check-in tells, without its time, Episode and danger line.
/// Fails: with a sentence that names what it may be, or that nothing was told.
[[nodiscard]] Result<CheckIn, std::string> read_check_in(const TypedCheckIn& typed);

/// Why no Episode can be told.
struct NoEpisode {
    enum class Why : std::uint8_t { unknown, several } why = Why::unknown;
    std::string sentence;
};

/// The Episode that a check-in is about: the one named, else the open one; none when soreness, or
/// of several the danger line, is all that was told, or no Episode is open. Fails: it is not open,
/// or several are and none is named.
[[nodiscard]] Result<EpisodeId, NoEpisode>
episode_meant(const CheckIn& check_in, const std::string& named, const std::vector<Episode>& open);

/// What a check-in says, in a line.
[[nodiscard]] std::string check_in_line(const CheckIn& check_in);

}  // namespace footsure::app
