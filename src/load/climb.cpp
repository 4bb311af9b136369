// SPDX-License-Identifier: Apache-2.0
#include "load/climb.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// A rise or fall counts from this on. Source: EE; barometers wander by 1 to 2 m.
constexpr Metres kLeastClimb{3};
/// A change beyond this is a jump of the altitude, not a hill. Source: EE; even a steep descent at
/// 5 m/s loses less than 2 m a second.
constexpr Metres kJump{5};
constexpr MetresPerSecond kFastestClimb{2};

}  // namespace

void Climb::add(Metres altitude, Seconds since) {
    if (direction_ == Direction::no_altitude) {
        direction_ = Direction::level;
        last_ = high_ = low_ = altitude;
        return;
    }
    const Metres change = altitude - last_;
    last_ = altitude;
    if (std::abs(change.value()) > (kJump + kFastestClimb * since).value()) {
        high_ += change;
        low_ += change;
        return;
    }
    follow(altitude);
}

void Climb::follow(Metres altitude) {
    if (direction_ == Direction::up && altitude > high_) {
        ascent_ += altitude - high_;
    } else if (direction_ == Direction::down && altitude < low_) {
        descent_ += low_ - altitude;
    } else if (direction_ != Direction::down && high_ - altitude >= kLeastClimb) {
        descent_ += high_ - altitude;
        direction_ = Direction::down;
        low_ = altitude;
    } else if (direction_ != Direction::up && altitude - low_ >= kLeastClimb) {
        ascent_ += altitude - low_;
        direction_ = Direction::up;
        high_ = altitude;
    }
    high_ = std::max(high_, altitude);
    low_ = std::min(low_, altitude);
}

}  // namespace footsure::load
