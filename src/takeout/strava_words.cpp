// SPDX-License-Identifier: Apache-2.0
#include "takeout/strava_words.hpp"

#include "takeout/file_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>
#include <vector>

namespace footsure::takeout {

namespace {

struct Type {
    std::string_view strava;  ///< in small letters, without blanks and hyphens
    SportWords fit;
};

constexpr std::array<Type, 43> kTypes{{
    {"run", {"running", ""}},
    {"trailrun", {"running", "trail"}},
    {"virtualrun", {"running", "virtual_activity"}},
    {"lauf", {"running", ""}},
    {"ride", {"cycling", ""}},
    {"mountainbikeride", {"cycling", "mountain"}},
    {"gravelride", {"cycling", "gravel_cycling"}},
    {"virtualride", {"cycling", "virtual_activity"}},
    {"handcycle", {"cycling", "hand_cycling"}},
    {"velomobile", {"cycling", "recumbent"}},
    {"ebikeride", {"e_biking", ""}},
    {"emountainbikeride", {"e_biking", "e_bike_mountain"}},
    {"walk", {"walking", ""}},
    {"hike", {"hiking", ""}},
    {"swim", {"swimming", ""}},
    {"rowing", {"rowing", ""}},
    {"virtualrow", {"rowing", "virtual_activity"}},
    {"kayaking", {"kayaking", ""}},
    {"canoeing", {"canoeing", ""}},
    {"standuppaddling", {"stand_up_paddleboarding", ""}},
    {"surfing", {"surfing", ""}},
    {"kitesurf", {"kitesurfing", ""}},
    {"windsurf", {"windsurfing", ""}},
    {"sail", {"sailing", ""}},
    {"alpineski", {"alpine_skiing", ""}},
    {"backcountryski", {"alpine_skiing", "backcountry"}},
    {"nordicski", {"cross_country_skiing", ""}},
    {"snowboard", {"snowboarding", ""}},
    {"snowshoe", {"snowshoeing", ""}},
    {"iceskate", {"ice_skating", ""}},
    {"inlineskate", {"inline_skating", ""}},
    {"rockclimbing", {"rock_climbing", ""}},
    {"golf", {"golf", ""}},
    {"soccer", {"soccer", ""}},
    {"football(soccer)", {"soccer", ""}},
    {"tennis", {"tennis", ""}},
    {"elliptical", {"fitness_equipment", "elliptical"}},
    {"stairstepper", {"fitness_equipment", "stair_climbing"}},
    {"weighttraining", {"training", "strength_training"}},
    {"yoga", {"training", "yoga"}},
    {"pilates", {"training", "pilates"}},
    {"workout", {"training", ""}},
    {"highintensityintervaltraining", {"hiit", ""}},
}};

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

/// The month as a number, of a word that begins like it.
std::optional<int> month(std::string_view word) {
    constexpr std::size_t kLetters = 3;
    const std::string start = lower(word.substr(0, kLetters));
    const auto* const found = std::ranges::find(kMonths, start);
    return found == kMonths.end() ? std::nullopt
                                  : std::optional(static_cast<int>(found - kMonths.begin()) + 1);
}

/// Words and numbers between blanks, commas, colons, hyphens and what is no ASCII (newer exports
/// have a narrow space before AM and PM).
std::vector<std::string_view> parts(std::string_view text) {
    const auto is_part = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '.';
    };
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end =
            static_cast<std::size_t>(std::ranges::find_if_not(text, is_part) - text.begin());
        if (end > 0) {
            found.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::max<std::size_t>(end, 1));
    }
    return found;
}

/// Year, month and day of the first three parts.
struct Date {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
};

Date date_of(const std::vector<std::string_view>& words) {
    if (month(words[0])) {
        return {number(words[2]), month(words[0]), number(words[1])};
    }
    if (month(words[1])) {
        return {number(words[2]), month(words[1]), number(words[0])};
    }
    // Numbers alone are clear only when the year comes first.
    constexpr int kNoDay = 31;
    return number(words[0]).value_or(0) > kNoDay
               ? Date{number(words[0]), number(words[1]), number(words[2])}
               : Date{};
}

/// The hour of the day; nothing when the clock's half does not fit.
std::optional<int> hour_of(int hour, std::string_view half) {
    constexpr int kHalf = 12;
    if (half.empty()) {
        return hour;
    }
    const std::string word = lower(half);
    if (hour < 1 || hour > kHalf || (word != "am" && word != "pm")) {
        return std::nullopt;
    }
    return hour % kHalf + (word == "pm" ? kHalf : 0);
}

}  // namespace

SportWords sport_words(std::string_view strava_type) {
    std::string word = lower(strava_type);
    std::erase_if(word, [](char c) { return c == ' ' || c == '-'; });
    const auto* const found = std::ranges::find(kTypes, word, &Type::strava);
    return found == kTypes.end() ? SportWords{} : found->fit;
}

std::optional<Instant> strava_instant(std::string_view text) {
    constexpr std::size_t kParts = 6;
    constexpr std::size_t kTextBytes = 40;
    const auto words = parts(text.substr(0, kTextBytes));
    if (words.size() != kParts && words.size() != kParts + 1) {
        return std::nullopt;
    }
    const auto [year, month, day] = date_of(words);
    const auto hour = number(words[3]);
    const auto minute = number(words[4]);
    const auto second = number(words[5]);
    if (!year || !month || !day || !hour || !minute || !second) {
        return std::nullopt;
    }
    const auto real_hour =
        hour_of(*hour, words.size() > kParts ? words[kParts] : std::string_view{});
    if (!real_hour) {
        return std::nullopt;
    }
    std::array<char, 96> iso{};
    (void)std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", *year, *month,
                        *day, *real_hour, *minute, *second);
    const auto read = parse_instant(iso.data());
    return read ? std::optional(read->at) : std::nullopt;
}

std::optional<double> exertion(std::string_view text) {
    constexpr double kMost = 10;
    double value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= kMost ? std::optional(value) : std::nullopt;
}

bool is_true(std::string_view text) {
    const std::string word = lower(text);
    return word == "true" || word == "1" || word == "1.0" || word == "yes";
}

std::string plain_text(std::string_view text) {
    constexpr std::size_t kMostBytes = 1'000;
    std::string line(text.substr(0, kMostBytes));
    std::ranges::replace_if(line, [](char c) { return c >= 0 && c < ' '; }, ' ');
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t end = line.find_last_not_of(' ') + 1;
    return first < end ? shown(std::string_view(line).substr(first, end - first)) : std::string();
}

}  // namespace footsure::takeout
