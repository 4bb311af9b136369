// SPDX-License-Identifier: Apache-2.0
#include "load/path_shape.hpp"

#include <cmath>
#include <numbers>

namespace footsure::load {

namespace {

/// Mean length of a degree of latitude. Source: IUGG mean radius.
constexpr double kMetresPerDegree = 111'195;
constexpr double kHalfTurn = 180;      // Source: degrees
constexpr double kMetresPerKm = 1000;  // Source: SI

/// Positions are looked at whenever the runner came so far. Source: EE; shorter and the scatter of
/// positions, a few metres, would count.
constexpr double kStride = 10;
/// Turns are taken between places so far apart. Source: EE, as above.
constexpr double kTurnStride = 20;
/// Farther between two positions is a gap. Source: EE.
constexpr double kGap = 100;

/// A lap of a running track along the recorded path: outer lanes are up to 453 m, positions cut or
/// lengthen the curves. Source: World Athletics, 400 m in lane 1; EE for the tolerance.
constexpr double kShortestLap = 360;
constexpr double kLongestLap = 460;
/// Closer than this is the same place. Source: EE; two lanes more and the scatter of positions.
constexpr double kSamePlace = 12;
/// A lap goes round at least this, m²: to and fro on a street goes round nothing. Source: World
/// Athletics; two straights of 84 m, 73 m apart, with their curves hold 10 300 m²; EE for the rest.
constexpr double kLeastArea = 7000;

double cross(double east1, double north1, double east2, double north2) {
    return east1 * north2 - east2 * north1;
}

}  // namespace

void PathShape::set_origin(GeoDegrees latitude, GeoDegrees longitude) {
    origin_latitude_ = latitude;
    origin_longitude_ = longitude;
    metres_per_degree_east_ =
        kMetresPerDegree * std::cos(latitude.value() * std::numbers::pi / kHalfTurn);
}

void PathShape::add(GeoDegrees latitude, GeoDegrees longitude) {
    if (!origin_latitude_) {
        set_origin(latitude, longitude);
        begin({});
        return;
    }
    Place place{(longitude - origin_longitude_).value() * metres_per_degree_east_,
                (latitude - *origin_latitude_).value() * kMetresPerDegree};
    const Place& last = ring_[(strides_ - 1) % kKept];
    const double east = place.east - last.east;
    const double north = place.north - last.north;
    const double square = east * east + north * north;
    if (square < kStride * kStride) {
        return;
    }
    if (square > kGap * kGap) {
        begin(place);
        return;
    }
    const double moved = std::sqrt(square);
    place.swept = last.swept + cross(last.east, last.north, place.east, place.north);
    place.along = last.along + moved;
    advance(place, moved);
}

void PathShape::begin(Place place) {
    ring_[0] = place;
    strides_ = 1;
    lap_back_ = 0;
    turned_at_ = place;
    heading_.reset();
}

void PathShape::advance(Place place, double moved) {
    length_ += Metres(moved);
    ++all_strides_;
    if (closes(place)) {
        ++closed_;
    }
    ring_[strides_ % kKept] = place;
    ++strides_;
    turn(place);
}

void PathShape::turn(Place place) {
    const double east = place.east - turned_at_.east;
    const double north = place.north - turned_at_.north;
    if (east * east + north * north < kTurnStride * kTurnStride) {
        return;
    }
    const double heading = std::atan2(east, north);
    if (heading_) {
        turned_ += std::abs(std::remainder(heading - *heading_, 2 * std::numbers::pi));
    }
    heading_ = heading;
    turned_at_ = place;
}

/// Whether the path was here one lap ago and has gone round something since.
bool PathShape::closes(Place place) {
    while (lap_back_ < strides_ && place.along - ring_[lap_back_ % kKept].along > kLongestLap) {
        ++lap_back_;
    }
    for (std::size_t i = lap_back_; i < strides_; ++i) {
        const Place& then = ring_[i % kKept];
        if (place.along - then.along < kShortestLap) {
            return false;
        }
        const double east = place.east - then.east;
        const double north = place.north - then.north;
        const double area =
            place.swept - then.swept + cross(place.east, place.north, then.east, then.north);
        if (east * east + north * north < kSamePlace * kSamePlace &&
            std::abs(area) > 2 * kLeastArea) {
            return true;
        }
    }
    return false;
}

double PathShape::turning_per_km() const {
    return length_.value() > 0
               ? turned_ * kHalfTurn / std::numbers::pi * kMetresPerKm / length_.value()
               : 0;
}

Share PathShape::closed() const {
    return Share(all_strides_ > 0 ? static_cast<double>(closed_) / static_cast<double>(all_strides_)
                                  : 0);
}

}  // namespace footsure::load
