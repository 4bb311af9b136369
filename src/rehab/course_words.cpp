// SPDX-License-Identifier: Apache-2.0
#include "rehab/course_words.hpp"

#include <cmath>

namespace footsure::rehab {

namespace {

/// Source: the decimal system.
constexpr int kTenths = 10;
/// Source: definitions of minute and kilometre.
constexpr double kSecondsPerMinute = 60;
constexpr double kMetresPerKilometre = 1000;

}  // namespace

std::string plain(double number) {
    const long tenths = std::lround(std::abs(number) * kTenths);
    const std::string sign = number < 0 && tenths != 0 ? "-" : "";
    const std::string whole = sign + std::to_string(tenths / kTenths);
    return tenths % kTenths == 0 ? whole : whole + "." + std::to_string(tenths % kTenths);
}

std::string out_of_ten(double pain) {
    return plain(pain) + "/" + std::to_string(kTenths);
}

std::string minutes_run(Seconds time) {
    return plain(std::round(time.value() / kSecondsPerMinute)) + " min";
}

std::string kilometres_run(Metres distance) {
    return plain(distance.value() / kMetresPerKilometre) + " km";
}

std::string minutes_text(Seconds time) {
    if (time < Seconds(kSecondsPerMinute)) {
        return plain(time.value()) + " s";
    }
    return plain(time.value() / kSecondsPerMinute) + " min";
}

std::string kilometres_text(Metres distance) {
    const double tenths = std::floor(distance.value() / kMetresPerKilometre * kTenths);
    return plain(tenths / kTenths) + " km";
}

std::string counted(int count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string joined(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + "; " + second;
}

}  // namespace footsure::rehab
