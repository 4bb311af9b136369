// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording.hpp"
#include "takeout/hint_table.hpp"
#include "takeout/stream.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footsure::takeout {

inline constexpr std::size_t kLargestList = std::size_t{32} << 20U;

/// What an `activities.csv` says of the files beside it.
struct StravaList {
    std::vector<std::pair<std::string, Hints>> files;  ///< by name, relative to the list's folder
    std::size_t runs_by_hand = 0;                      ///< without a file
};

[[nodiscard]] bool is_strava_list(std::string_view path);

/// Reads the list in any language of the account, as far as its shape tells.
/// Gives: nothing when no column names files.
[[nodiscard]] std::optional<StravaList> read_strava_list(std::span<const std::byte> bytes);

/// Puts what the list says into the table.
/// Gives: false when it is no list of Strava's, and so a file like any other.
bool take_strava_list(std::span<const std::byte> bytes, const std::string& base,
                      const std::string& shown_path, HintTable& hints, Stream& stream);

}  // namespace footsure::takeout
