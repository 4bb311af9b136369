// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace footsure::load {

/// How a run's positions wind, and whether they go round and round a running track. Allocates
/// nothing.
class PathShape {
public:
    /// Needs: positions as they come; a jump begins a new piece of path.
    void add(GeoDegrees latitude, GeoDegrees longitude);

    [[nodiscard]] Metres length() const { return length_; }

    /// Degrees turned for each kilometre.
    [[nodiscard]] double turning_per_km() const;
    /// The part of the path that came back to where it was one track lap earlier.
    [[nodiscard]] Share closed() const;

private:
    struct Place {
        double east = 0;
        double north = 0;
        double swept = 0;  ///< twice the area swept from the origin up to here
        double along = 0;  ///< the path up to here
    };

    /// Places a stride apart, the last ones only: more than a track lap and its tolerance, and a
    /// power of two for quick indexing. Source: 460 m in strides of 10 m.
    static constexpr std::size_t kKept = 64;

    void set_origin(GeoDegrees latitude, GeoDegrees longitude);
    void begin(Place place);
    void advance(Place place, double moved);
    void turn(Place place);
    [[nodiscard]] bool closes(Place place);

    std::optional<GeoDegrees> origin_latitude_;
    GeoDegrees origin_longitude_;
    double metres_per_degree_east_ = 0;
    std::array<Place, kKept> ring_{};
    std::size_t strides_ = 0;   ///< of this piece of path
    std::size_t lap_back_ = 0;  ///< the first place that lies no more than a lap back
    Place turned_at_;
    std::optional<double> heading_;
    Metres length_;
    double turned_ = 0;
    std::size_t all_strides_ = 0;
    std::size_t closed_ = 0;
};

}  // namespace footsure::load
