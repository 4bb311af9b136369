// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"

#include <array>
#include <cmath>

namespace footsure::load {

namespace {

// Source: SI and the calendar.
constexpr double kMetresPerKilometre = 1000;
constexpr long kSecondsPerMinute = 60;
constexpr double kPercent = 100;
constexpr long kTenths = 10;
constexpr int kMonths = 12;

constexpr std::array<const char*, kMonths> kMonthNames{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::string in_tenths(double value) {
    const long tenths = std::lround(value * static_cast<double>(kTenths));
    const long last = std::labs(tenths % kTenths);
    return std::to_string(tenths / kTenths) + (last == 0 ? "" : "." + std::to_string(last));
}

std::string in_kilometres(Metres distance) {
    return in_tenths(distance.value() / kMetresPerKilometre) + " km";
}

std::string in_metres(Metres height) {
    return std::to_string(std::lround(height.value())) + " m";
}

std::string as_pace(MetresPerSecond speed) {
    const long seconds = std::lround(kMetresPerKilometre / speed.value());
    const long rest = seconds % kSecondsPerMinute;
    return std::to_string(seconds / kSecondsPerMinute) + (rest < kTenths ? ":0" : ":") +
           std::to_string(rest) + " min/km";
}

std::string in_percent(double share) {
    return std::to_string(std::lround(share * kPercent)) + " %";
}

std::string on_day(Day day) {
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month());
    return std::to_string(static_cast<unsigned>(date.day())) + " " + kMonthNames.at(month - 1);
}

std::string as_range(const std::string& low, const std::string& high) {
    if (low == high) {
        return "at " + high;
    }
    const auto unit = high.find(' ');
    const bool same_unit = unit != std::string::npos && low.ends_with(high.substr(unit));
    const auto number = same_unit ? low.substr(0, low.size() - (high.size() - unit)) : low;
    return number + " to " + high;
}

std::string count_of(long count, const std::string& noun) {
    return count == 1 ? "one " + noun : std::to_string(count) + " " + noun + "s";
}

}  // namespace footsure::load
