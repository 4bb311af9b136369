// SPDX-License-Identifier: Apache-2.0
#include "rehab/weekdays.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

namespace footsure::rehab {

namespace {

/// A day with an hour more on it weighs as much as one unit of unevenness. Source: EE, our weight.
constexpr double kMinutesPerUnit = 60;

std::vector<std::size_t> gaps(Weekdays days) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
        if (days.test(i)) {
            places.push_back(i);
        }
    }
    std::vector<std::size_t> between;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool last = i + 1 == places.size();
        const std::size_t next = last ? places.front() + kDaysOfWeek : places[i + 1];
        between.push_back(next - places[i]);
    }
    return between;
}

double load_of(Weekdays days, const DayChoice& choice) {
    double sum = 0;
    for (std::size_t i = 0; i < kDaysOfWeek; ++i) {
        sum += days.test(i) ? choice.load.at(i) : 0;
    }
    return sum;
}

}  // namespace

std::size_t place_of(Day day) {
    // Monday comes last, so that of days that are otherwise alike it is the one left out.
    return (std::chrono::weekday(day).c_encoding() + kDaysOfWeek - 2) % kDaysOfWeek;
}

double unevenness(Weekdays days) {
    double sum = 0;
    for (const auto gap : gaps(days)) {
        sum += static_cast<double>(gap * gap);
    }
    return sum;
}

std::size_t smallest_gap(Weekdays days) {
    const auto between = gaps(days);
    return between.empty() ? kDaysOfWeek : *std::ranges::min_element(between);
}

Weekdays choose_days(const DayChoice& choice) {
    Weekdays best;
    double least = std::numeric_limits<double>::infinity();
    for (unsigned long bits = 1; bits < 1UL << kDaysOfWeek; ++bits) {
        const Weekdays days(bits);
        const bool allowed = (days & ~choice.from).none() && days.count() <= choice.count &&
                             smallest_gap(days) >= choice.least_gap;
        if (!allowed || days.count() < best.count()) {
            continue;
        }
        const double cost = unevenness(days) + load_of(days, choice) / kMinutesPerUnit;
        if (days.count() > best.count() || cost < least) {
            best = days;
            least = cost;
        }
    }
    return best;
}

}  // namespace footsure::rehab
