// SPDX-License-Identifier: Apache-2.0
#include "decode/sport_name.hpp"

#include "decode/fit_words.hpp"
#include "decode/text.hpp"
#include "model/sport_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace footsure::decode {
namespace {

struct SportAlias {
    std::string_view text;
    SportName name;
};

constexpr std::array kAliases{
    SportAlias{"1", {"cycling", "generic"}},  // Strava's older numbers
    SportAlias{"9", {"running", "generic"}},
    SportAlias{"run", {"running", "generic"}},
    SportAlias{"jogging", {"running", "generic"}},
    SportAlias{"trail run", {"running", "trail"}},
    SportAlias{"trailrun", {"running", "trail"}},
    SportAlias{"trail_running", {"running", "trail"}},
    SportAlias{"track_running", {"running", "track"}},
    SportAlias{"street_running", {"running", "street"}},
    SportAlias{"treadmill_running", {"running", "treadmill"}},
    SportAlias{"indoor_running", {"running", "indoor_running"}},
    SportAlias{"virtual run", {"running", "virtual_activity"}},
    SportAlias{"virtualrun", {"running", "virtual_activity"}},
    SportAlias{"virtual_run", {"running", "virtual_activity"}},
    SportAlias{"biking", {"cycling", "generic"}},
    SportAlias{"bike", {"cycling", "generic"}},
    SportAlias{"ride", {"cycling", "generic"}},
    SportAlias{"walk", {"walking", "generic"}},
    SportAlias{"hike", {"hiking", "generic"}},
    SportAlias{"swim", {"swimming", "generic"}},
    SportAlias{"jog", {"running", "generic"}},
    SportAlias{"road_running", {"running", "road"}},
    SportAlias{"trail running", {"running", "trail"}},
    SportAlias{"treadmill running", {"running", "treadmill"}},
    SportAlias{"treadmill", {"running", "treadmill"}},
    SportAlias{"road running", {"running", "road"}},
    SportAlias{"track running", {"running", "track"}},
    SportAlias{"track and field running", {"running", "track"}},
    SportAlias{"track_and_field_running", {"running", "track"}},
    SportAlias{"indoor running", {"running", "indoor_running"}},
    SportAlias{"ultra_running", {"running", "ultra"}},
    SportAlias{"ultrarunning_running", {"running", "ultra"}},
    SportAlias{"ultra running", {"running", "ultra"}},
    SportAlias{"virtual running", {"running", "virtual_activity"}},
    SportAlias{"virtual_running", {"running", "virtual_activity"}},
    // Accounts in other languages: German, Finnish, Swedish, French, Italian, Spanish, Dutch,
    // Polish, Danish, Norwegian, Portuguese, Czech.
    SportAlias{"laufen", {"running", "generic"}},
    SportAlias{"lauf", {"running", "generic"}},
    SportAlias{"juoksu", {"running", "generic"}},
    SportAlias{"löpning", {"running", "generic"}},
    SportAlias{"course à pied", {"running", "generic"}},
    SportAlias{"corsa", {"running", "generic"}},
    SportAlias{"carrera", {"running", "generic"}},
    SportAlias{"hardlopen", {"running", "generic"}},
    SportAlias{"bieganie", {"running", "generic"}},
    SportAlias{"løb", {"running", "generic"}},
    SportAlias{"løping", {"running", "generic"}},
    SportAlias{"corrida", {"running", "generic"}},
    SportAlias{"běh", {"running", "generic"}},
    SportAlias{"mountain_biking", {"cycling", "mountain"}},
    SportAlias{"indoor_cycling", {"cycling", "indoor_cycling"}},
};

}  // namespace

SportName sport_named(std::string_view text) {
    std::string lower(trimmed(text));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    });
    if (lower.empty()) {
        return {kUnknownSport, kGenericSubSport};
    }
    for (const SportAlias& alias : kAliases) {
        if (alias.text == lower) {
            return alias.name;
        }
    }
    constexpr double kGenericSport = 0;
    return {sport_word(sport_number(lower).value_or(kGenericSport)), kGenericSubSport};
}

}  // namespace footsure::decode
