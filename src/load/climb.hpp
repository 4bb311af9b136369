// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <cstdint>

namespace footsure::load {

/// Ascent and descent over altitudes as they come. What turns back before a threshold is the
/// sensor's unrest, and a jump is its correction: neither is climbed. Allocates nothing.
class Climb {
public:
    /// Needs: the time since the altitude before.
    void add(Metres altitude, Seconds since);

    [[nodiscard]] bool known() const { return direction_ != Direction::no_altitude; }

    [[nodiscard]] Metres ascent() const { return ascent_; }

    [[nodiscard]] Metres descent() const { return descent_; }

private:
    enum class Direction : std::uint8_t { no_altitude, level, up, down };

    void follow(Metres altitude);

    Direction direction_ = Direction::no_altitude;
    Metres last_;
    Metres high_;
    Metres low_;
    Metres ascent_;
    Metres descent_;
};

}  // namespace footsure::load
