// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/units.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace footsure {

/// The ground of a run, as evidence tissue-load-model section 3.6 tells grounds apart.
enum class Terrain : std::uint8_t {
    unknown,
    track,
    treadmill,
    road,
    gravel_or_grass,
    trail,            ///< smooth
    technical_trail,  ///< rocks, roots, steps
};
inline constexpr std::array kTerrains{
    Terrain::unknown,         Terrain::track, Terrain::treadmill,      Terrain::road,
    Terrain::gravel_or_grass, Terrain::trail, Terrain::technical_trail};

/// Who says what the ground was, least sure first.
enum class TerrainOrigin : std::uint8_t {
    none,
    inferred,  ///< from grade and the roughness of track and pace
    file,      ///< the device's sub-sport
    told,      ///< the Runner
};

/// The ground of one run.
struct RunTerrain {
    Terrain ground = Terrain::unknown;
    TerrainOrigin origin = TerrainOrigin::none;
    std::optional<Metres> ascent;     ///< absent: no altitude
    std::optional<Metres> descent;    ///< positive
    std::optional<Share> hilly;       ///< of the running time on a grade of 1 % or more
    std::optional<Share> steep_down;  ///< of the running time steeper than 10 % downhill
};

[[nodiscard]] std::string_view word(Terrain terrain);
[[nodiscard]] std::optional<Terrain> terrain_of(std::string_view word);
[[nodiscard]] std::string_view word(TerrainOrigin origin);
[[nodiscard]] std::optional<TerrainOrigin> terrain_origin_of(std::string_view word);

}  // namespace footsure
