// SPDX-License-Identifier: Apache-2.0
#include "load/track.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace footsure::load {

namespace {

/// Source: EE; watches that record on change stay below it, stops do not.
constexpr Seconds kLongestGap{10};
/// Slower than this over a gap is no progress. Source: EE.
constexpr MetresPerSecond kNoProgress{0.5};
/// Speed from distance is taken over twice this. Source: EE, distance comes in steps.
constexpr Seconds kHalfSpeedWindow{10};
/// Grade is taken over twice this where the track reaches so far, never over less than once.
/// Source: tissue-load-model section 1, smooth over at least 30 m.
constexpr Metres kHalfSlopeWindow{30};
/// Source: tissue-load-model section 1, grade: zero below 1 %, accept to 25 %.
constexpr double kLeastGrade = 0.01;
constexpr double kMostGrade = 0.25;
/// Mean radius of the Earth. Source: IUGG.
constexpr Metres kEarthRadius{6'371'009};
constexpr double kDegreesPerHalfTurn = 180;

double radians(double degrees) {
    return degrees * std::numbers::pi / kDegreesPerHalfTurn;
}

/// Flat-Earth distance; between neighbouring Records the curvature does not matter.
std::optional<Metres> moved(const Records& records, std::size_t interval) {
    const auto lat1 = records.latitude.at(interval);
    const auto lat2 = records.latitude.at(interval + 1);
    const auto lon1 = records.longitude.at(interval);
    const auto lon2 = records.longitude.at(interval + 1);
    if (!lat1 || !lat2 || !lon1 || !lon2) {
        return std::nullopt;
    }
    const double north = radians(lat2->value() - lat1->value());
    const double east = radians(lon2->value() - lon1->value()) * std::cos(radians(lat1->value()));
    return kEarthRadius * std::hypot(north, east);
}

}  // namespace

Track::Track(const Records& records) : records_(records) {
    if (records.size() < 2) {
        return;
    }
    clock_.reserve(records.size());
    along_.reserve(records.size());
    clock_.push_back(0);
    along_.push_back(0);
    last_distance_ = records.distance.at(0);
    for (std::size_t interval = 0; interval + 1 < records.size(); ++interval) {
        measure(interval);
    }
    note_altitude();
}

/// How far the runner came; nothing where neither distance nor speed nor position says it.
std::optional<Metres> Track::progress(std::size_t interval) {
    if (!records_.distance.empty()) {
        const auto distance = records_.distance.at(interval + 1);
        if (!distance) {
            return std::nullopt;
        }
        const Metres before = last_distance_.value_or(*distance);
        last_distance_ = distance;
        return std::max(*distance - before, Metres(0));
    }
    if (!records_.speed.empty()) {
        const auto speed = records_.speed.at(interval + 1);
        const Seconds lasted(seconds_between(records_.at[interval], records_.at[interval + 1]));
        if (!speed || lasted > kLongestGap) {
            return std::nullopt;
        }
        return *speed * lasted;
    }
    return moved(records_, interval);
}

void Track::measure(std::size_t interval) {
    Seconds lasted(seconds_between(records_.at[interval], records_.at[interval + 1]));
    Metres came = progress(interval).value_or(Metres(0));
    if (!(lasted.value() > 0)) {
        lasted = Seconds(0);
    }
    const bool paused = lasted > kLongestGap && came < kNoProgress * lasted;
    const bool jumped = came > kFastestPerson * std::max(lasted, kLongestGap);
    if (paused || jumped) {
        came = Metres(0);
        lasted = paused ? Seconds(0) : lasted;
    }
    clock_.push_back(clock_.back() + lasted.value());
    along_.push_back(along_.back() + came.value());
}

void Track::note_altitude() {
    const std::vector<double>& raw = records_.altitude.raw();
    const auto known = [](double value) { return std::isfinite(value); };
    const auto first = std::ranges::find_if(raw, known);
    if (first == raw.end()) {
        return;
    }
    altitude_.assign(clock_.size(), *first);
    for (std::size_t i = 1; i < altitude_.size(); ++i) {
        altitude_[i] = i < raw.size() && known(raw[i]) ? raw[i] : altitude_[i - 1];
    }
}

void Track::Window::move(const std::vector<double>& scale, std::size_t interval,
                         double half_width) {
    while (back < interval && scale[interval] - scale[back + 1] >= half_width) {
        ++back;
    }
    front = std::max(front, interval + 1);
    while (front + 1 < scale.size() && scale[front] - scale[interval] < half_width) {
        ++front;
    }
}

/// The device's speed where it has one; over a gap, or without it, distance by time.
MetresPerSecond Track::speed(std::size_t interval) {
    const double lasted = clock_[interval + 1] - clock_[interval];
    if (lasted > kLongestGap.value()) {
        return Metres(along_[interval + 1] - along_[interval]) / Seconds(lasted);
    }
    if (const auto recorded = records_.speed.at(interval + 1)) {
        return *recorded;
    }
    around_time_.move(clock_, interval, kHalfSpeedWindow.value());
    const double taken = clock_[around_time_.front] - clock_[around_time_.back];
    const double came = along_[around_time_.front] - along_[around_time_.back];
    return MetresPerSecond(taken > 0 ? came / taken : 0);
}

std::optional<Degrees> Track::slope(std::size_t interval) {
    if (altitude_.empty()) {
        return std::nullopt;
    }
    around_place_.move(along_, interval, kHalfSlopeWindow.value());
    const double came = along_[around_place_.front] - along_[around_place_.back];
    if (came < kHalfSlopeWindow.value()) {
        return std::nullopt;
    }
    const double rise = altitude_[around_place_.front] - altitude_[around_place_.back];
    const double grade = std::clamp(rise / came, -kMostGrade, kMostGrade);
    if (std::abs(grade) < kLeastGrade) {
        return Degrees(0);
    }
    return Degrees(std::atan(grade) * kDegreesPerHalfTurn / std::numbers::pi);
}

Segment Track::segment(std::size_t interval) {
    const std::size_t record = interval + 1;
    return {.speed = speed(interval),
            .duration = Seconds(clock_[record] - clock_[interval]),
            .cadence = records_.cadence.at(record),
            .stance_time = records_.stance_time.at(record),
            .vertical_oscillation = records_.vertical_oscillation.at(record),
            .slope = slope(interval)};
}

}  // namespace footsure::load
