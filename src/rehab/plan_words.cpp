// SPDX-License-Identifier: Apache-2.0
#include "rehab/plan_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace footsure::rehab {

namespace {

/// Source: the definition of the units.
constexpr double kSecondsPerMinute = 60;
constexpr double kMetresPerKilometre = 1000;

/// Source: our way of writing: one decimal, and more room than any such number takes.
constexpr double kTenth = 10;
constexpr std::size_t kLongest = 32;

std::string of_ten(const Figure& figure) {
    return number_text(figure.value) + " of 10";
}

}  // namespace

std::string number_text(double number) {
    std::array<char, kLongest> text{};
    const double rounded = std::round(number * kTenth) / kTenth;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded);
    return {text.data(), end.ptr};
}

std::string minutes_text(Seconds seconds) {
    if (seconds < Seconds(kSecondsPerMinute)) {
        return number_text(seconds.value()) + " s";
    }
    return number_text(seconds.value() / kSecondsPerMinute) + " min";
}

std::string kilometres_text(Metres metres) {
    // Downwards: a ceiling is never told higher than it is.
    const double tenths = std::floor(metres.value() / kMetresPerKilometre * kTenth);
    return number_text(tenths / kTenth) + " km";
}

std::string count_text(long count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string list_text(const std::vector<std::string>& list) {
    std::string all;
    for (const auto& one : list) {
        all += (all.empty() ? "" : ", ") + one;
    }
    return all;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::ranges::find(list, text) == list.end()) {
        list.push_back(text);
    }
}

void add_once(std::vector<Limit>& limits, const Limit& limit) {
    if (std::ranges::find(limits, limit.code, &Limit::code) == limits.end()) {
        limits.push_back(limit);
    }
}

std::vector<std::string> pain_sentences(const PainRule& rule) {
    if (rule.id.empty()) {
        return {};
    }
    std::vector<std::string> said;
    add_once(said, rule.text);
    said.push_back("Go on when pain was at most " + of_ten(rule.progress_during) +
                   " during a session and at most " + of_ten(rule.progress_after) +
                   " after it, and the next morning is as usual" +
                   (rule.swelling_stops_progress ? " without more swelling." : "."));
    said.push_back("Stay where you are when it was more than that, but at most " +
                   of_ten(rule.hold_during) + " during and " + of_ten(rule.hold_after) +
                   " after, and gone by the next morning.");
    const auto steps = static_cast<long>(rule.steps_back.value);
    std::string back = "Go back " + count_text(std::max(1L, steps), "step") +
                       " when it was more, when you limp, when it swells, or when the stiffness of "
                       "the morning lasts more than " +
                       number_text(rule.stiffness_rise.value) + " min longer than usual";
    if (rule.rest_hours.value > 0) {
        back += "; then no load on it for " + number_text(rule.rest_hours.value) + " hours";
    }
    said.push_back(back + ".");
    if (rule.holds.value > 0) {
        said.push_back("After staying at a step more than " +
                       count_text(static_cast<long>(rule.holds.value), "time") +
                       " in a row, have it looked at again.");
    }
    if (rule.worse_weeks.value > 0) {
        said.push_back("Stop and be seen when it gets worse for " +
                       count_text(static_cast<long>(rule.worse_weeks.value), "week") +
                       ", and at once after a snap, giving way, numbness or pain at night.");
    }
    return said;
}

}  // namespace footsure::rehab
