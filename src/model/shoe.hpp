// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"
#include "model/side.hpp"
#include "model/time.hpp"
#include "model/tissue.hpp"
#include "model/units.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

enum class ShoeKind : std::uint8_t { usual, minimal, plated };

struct ShoeInspection {
    Day on;
    std::string text;
};

/// A pair, named as the runs name it.
struct Shoe {
    std::string name;
    ShoeKind kind = ShoeKind::usual;
    std::optional<Metres> drop;        ///< heel over forefoot
    Metres distance_before;            ///< run in it before the first run known here
    std::optional<Day> introduced_on;  ///< absent: its first known run
    std::optional<Day> retired_on;
    std::vector<ShoeInspection> inspections;  ///< in the order they were told
};

/// What a pair has been through, and what is to be said about it.
struct ShoeUse {
    Shoe shoe;
    int runs = 0;
    Metres distance;  ///< with the distance before
    EasyKm achilles;  ///< dose run in it, mean of the legs
    EasyKm tibia;
    std::optional<Day> first_on;
    std::optional<Day> last_on;
    std::optional<Share> share;  ///< of the distance of the last 28 days
    std::optional<Share>
        introduction;  ///< share of the week that the pair may have now; absent: free
    std::vector<std::string> notes;
};

/// Which shoe, ground or pace goes with sore days.
enum class Companion : std::uint8_t { shoe, ground, pace };

struct SoreDays {
    Companion companion{};
    std::string name;
    int exposures = 0;                 ///< days with it that have a next morning
    int sore = 0;                      ///< of these
    std::optional<double> difference;  ///< of the share of sore mornings, against the other days
    double low = 0;                    ///< interval that holds for all comparisons together
    double high = 0;
    std::string text;  ///< a sentence; "not enough runs" below the least count
};

struct ShoeReport {
    std::vector<ShoeUse> shoes;  ///< last used first, retired ones last
    std::vector<SoreDays> sore_days;
    int mornings = 0;                ///< with a soreness told
    std::vector<std::string> notes;  ///< about the rotation
};

[[nodiscard]] std::string_view word(ShoeKind kind);
[[nodiscard]] std::optional<ShoeKind> shoe_kind_of(std::string_view word);
[[nodiscard]] std::string_view word(Companion companion);

}  // namespace footsure
