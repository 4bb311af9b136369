// SPDX-License-Identifier: Apache-2.0
#include "model/terrain.hpp"

#include <algorithm>

namespace footsure {

std::string_view word(Terrain terrain) {
    switch (terrain) {
    case Terrain::track: return "track";
    case Terrain::treadmill: return "treadmill";
    case Terrain::road: return "road";
    case Terrain::gravel_or_grass: return "gravel_or_grass";
    case Terrain::trail: return "trail";
    case Terrain::technical_trail: return "technical_trail";
    case Terrain::unknown: break;
    }
    return "unknown";
}

std::optional<Terrain> terrain_of(std::string_view text) {
    const auto* const found =
        std::ranges::find_if(kTerrains, [&](Terrain terrain) { return word(terrain) == text; });
    return found == kTerrains.end() ? std::nullopt : std::optional(*found);
}

std::string_view word(TerrainOrigin origin) {
    switch (origin) {
    case TerrainOrigin::inferred: return "inferred";
    case TerrainOrigin::file: return "file";
    case TerrainOrigin::told: return "told";
    case TerrainOrigin::none: break;
    }
    return "none";
}

std::optional<TerrainOrigin> terrain_origin_of(std::string_view text) {
    for (const auto origin :
         {TerrainOrigin::none, TerrainOrigin::inferred, TerrainOrigin::file, TerrainOrigin::told}) {
        if (word(origin) == text) {
            return origin;
        }
    }
    return std::nullopt;
}

}  // namespace footsure
