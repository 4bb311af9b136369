// SPDX-License-Identifier: Apache-2.0
#include "encode/sport_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace footsure::encode {

namespace {

struct NumberedWord {
    std::uint8_t number;
    std::string_view word;
};

constexpr auto kSports = std::to_array<NumberedWord>({
    {0, "generic"},
    {1, "running"},
    {2, "cycling"},
    {3, "transition"},
    {4, "fitness_equipment"},
    {5, "swimming"},
    {6, "basketball"},
    {7, "soccer"},
    {8, "tennis"},
    {9, "american_football"},
    {10, "training"},
    {11, "walking"},
    {12, "cross_country_skiing"},
    {13, "alpine_skiing"},
    {14, "snowboarding"},
    {15, "rowing"},
    {16, "mountaineering"},
    {17, "hiking"},
    {18, "multisport"},
    {19, "paddling"},
    {21, "e_biking"},
    {25, "golf"},
    {27, "horseback_riding"},
    {30, "inline_skating"},
    {31, "rock_climbing"},
    {32, "sailing"},
    {33, "ice_skating"},
    {35, "snowshoeing"},
    {37, "stand_up_paddleboarding"},
    {38, "surfing"},
    {41, "kayaking"},
    {42, "rafting"},
    {43, "windsurfing"},
    {44, "kitesurfing"},
    {47, "boxing"},
    {48, "floor_climbing"},
    {53, "diving"},
    {62, "hiit"},
    {64, "racket"},
    {65, "wheelchair_push_walk"},
    {66, "wheelchair_push_run"},
    {84, "jump_rope"},
});

constexpr auto kSubSports = std::to_array<NumberedWord>({
    {0, "generic"},
    {1, "treadmill"},
    {2, "street"},
    {3, "trail"},
    {4, "track"},
    {5, "spin"},
    {6, "indoor_cycling"},
    {7, "road"},
    {8, "mountain"},
    {11, "cyclocross"},
    {14, "indoor_rowing"},
    {15, "elliptical"},
    {16, "stair_climbing"},
    {17, "lap_swimming"},
    {18, "open_water"},
    {19, "flexibility_training"},
    {20, "strength_training"},
    {21, "warm_up"},
    {23, "exercise"},
    {24, "challenge"},
    {26, "cardio_training"},
    {27, "indoor_walking"},
    {30, "casual_walking"},
    {31, "speed_walking"},
    {32, "bike_to_run_transition"},
    {33, "run_to_bike_transition"},
    {34, "swim_to_bike_transition"},
    {45, "indoor_running"},
    {46, "gravel_cycling"},
    {58, "virtual_activity"},
    {59, "obstacle"},
    {66, "expedition"},
    {67, "ultra"},
    {70, "hiit"},
    {81, "swim_run"},
    {124, "rucking"},
});

std::optional<double> number_of(std::span<const NumberedWord> table, std::string_view word) {
    const auto* const end = table.data() + table.size();
    const auto* const found = std::find_if(
        table.data(), end, [word](const NumberedWord& entry) { return entry.word == word; });
    return found == end ? std::nullopt : std::optional(static_cast<double>(found->number));
}

}  // namespace

std::optional<double> sport_number(std::string_view sport) {
    return number_of(kSports, sport);
}

std::optional<double> sub_sport_number(std::string_view sub_sport) {
    return number_of(kSubSports, sub_sport);
}

bool counts_strides(std::string_view sport, std::string_view sub_sport) {
    return sport == "running" || sport == "walking" ||
           (sport == "fitness_equipment" && sub_sport == "treadmill");
}

}  // namespace footsure::encode
