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
#include <variant>
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

/// How a pair is; told anew, it counts from then on for all of the pair's past.
struct ShoeDescription {
    ShoeKind kind = ShoeKind::usual;
    std::optional<Metres> drop;
    Metres distance_before;
    std::optional<Day> introduced_on;
};

struct ShoeRetired {
    Day on;
};

/// A retired pair is worn again.
struct ShoeTakenUp {
    Day on;
};

/// Something told of a pair.
struct ShoeEvent {
    std::string shoe;  ///< its name
    Instant at;        ///< when it is so from; looked at earlier, it is not known
    std::variant<ShoeDescription, ShoeInspection, ShoeRetired, ShoeTakenUp> what;
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

/// Adds what is told to the pair that it names, or to a new one at the end.
void tell(const ShoeEvent& event, std::vector<Shoe>& shoes);
/// All that is known of a pair, as it would have been told from `at` on.
[[nodiscard]] std::vector<ShoeEvent> events_of(const Shoe& shoe, Instant at);

[[nodiscard]] std::string_view word(const ShoeEvent& event);
[[nodiscard]] std::string_view word(ShoeKind kind);
[[nodiscard]] std::optional<ShoeKind> shoe_kind_of(std::string_view word);
[[nodiscard]] std::string_view word(Companion companion);

}  // namespace footsure
