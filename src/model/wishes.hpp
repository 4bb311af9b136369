// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/terrain.hpp"
#include "model/time.hpp"
#include "model/units.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace footsure {

/// What an exercise needs; a wall, a chair, a towel and a step of stairs are in every home.
enum class Equipment : std::uint8_t {
    none,
    wall,
    chair,
    towel,
    step,
    band,
    weight,
    ball,
    foam,
    roller,
    rope,
    box,
    machine,
    bike,
    pool,
    brace,
};

/// What the Runner wishes of a CarePlan; absent = not told.
struct Wishes {
    std::optional<int> days_a_week;          ///< for everything but rest
    std::vector<std::chrono::weekday> days;  ///< those that suit; empty: any
    std::optional<Seconds> time_a_day;       ///< for one day's Sessions
    std::optional<std::vector<Equipment>> equipment;
    std::optional<Terrain> ground;
    std::optional<Day> goal_on;  ///< a race
    std::optional<Metres> goal_distance;
    std::optional<Metres> usual_week;  ///< km a week before, where no runs tell it
};

[[nodiscard]] std::string_view word(Equipment equipment);
[[nodiscard]] std::optional<Equipment> equipment_named(std::string_view word);
/// What `more` names takes the place of what was wished before.
void tell(const Wishes& more, Wishes& wishes);
/// Told or in every home.
[[nodiscard]] bool has(const Wishes& wishes, Equipment equipment);

}  // namespace footsure
