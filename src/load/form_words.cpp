// SPDX-License-Identifier: Apache-2.0
#include "load/form_words.hpp"

#include <cmath>

namespace footsure::load {

namespace {

/// Source: SI and the decimal system.
constexpr long kTenths = 10;
constexpr double kPerHundred = 100;
constexpr double kPerThousand = 1000;

}  // namespace

std::string one_decimal(double value) {
    const long tenths = std::lround(std::abs(value) * static_cast<double>(kTenths));
    return std::to_string(tenths / kTenths) + "." + std::to_string(tenths % kTenths);
}

std::string milliseconds(Seconds time) {
    return std::to_string(std::lround(time.value() * kPerThousand)) + " ms";
}

std::string centimetres(Metres length) {
    return one_decimal(length.value() * kPerHundred) + " cm";
}

std::string percent(double share) {
    return one_decimal(share * kPerHundred) + " %";
}

}  // namespace footsure::load
