// SPDX-License-Identifier: Apache-2.0
#include "load/terrain_sum.hpp"

#include "load/known_value.hpp"
#include "load/step_peaks.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Source: tissue-load-model section 1, grade: level below atan(1 %).
constexpr Degrees kLevel{0.573};
/// Source: tissue-load-model section 3.6: steeper than -10 %.
constexpr Degrees kSteepDown{-5.711};

/// From here on ground counts as steep when trails are looked for: atan(5 %). Source: EE.
constexpr Degrees kTrailSlope{2.862};
/// What all must hold for "trail". Source: EE, chosen so that of some 50 recorded runs those named
/// trail hold (666 and 979 degrees a km, 58 and 69 % steep, pace SD 12 and 13 %) and no hilly road
/// run does (at most 46 % steep, or at most 460 degrees a km).
constexpr Metres kLeastTrail{2000};
constexpr double kTrailTurning = 600;  // degrees for each km
constexpr Share kTrailSteep{0.5};
constexpr double kTrailPaceSd = 0.10;  // of speed at like slope
/// What must hold for "track": the path that closed lap on lap. Source: EE; four laps, and half of
/// the run.
constexpr Metres kLeastTrack{1600};
constexpr Share kTrackClosed{0.5};

/// The sum over the running Legs; nothing unless each gives it.
std::optional<Metres> total(const Activity& activity, std::optional<Metres> Leg::* part) {
    std::optional<Metres> sum;
    for (const Leg& leg : activity.legs) {
        if (!is_running(leg)) {
            continue;
        }
        const auto& metres = leg.*part;
        if (!metres || !(metres->value() >= 0)) {
            return std::nullopt;
        }
        sum = sum.value_or(Metres(0)) + *metres;
    }
    return sum;
}

}  // namespace

void PaceUnrest::add(Degrees slope, MetresPerSecond speed, double time) {
    const double place = std::max(0.0, (slope - kLowest) / kBin);
    Bin& bin = bins_[std::min(static_cast<std::size_t>(place), kBins - 1)];
    const double pace = speed.value();
    bin.time += time;
    bin.sum += pace * time;
    bin.squares += pace * pace * time;
}

double PaceUnrest::sd() const {
    double squares = 0;
    double time = 0;
    for (const Bin& bin : bins_) {
        if (bin.time > 0) {
            const double mean = bin.sum / bin.time;
            squares += bin.squares / (mean * mean) - bin.time;
            time += bin.time;
        }
    }
    return time > 0 ? std::sqrt(std::max(squares, 0.0) / time) : 0;
}

void TerrainSum::add(const Segment& segment, std::size_t record) {
    climb(record);
    const auto latitude = activity_.records.latitude.at(record);
    const auto longitude = activity_.records.longitude.at(record);
    if (latitude && longitude) {
        path_.add(*latitude, *longitude);
    }
    const double time = segment.duration.value();
    const bool running = segment.speed >= kRunningSpeed.low && segment.speed <= kFastestPerson;
    if (running && segment.slope && time > 0) {
        add_slope(*segment.slope, segment.speed, time);
    }
}

void TerrainSum::climb(std::size_t record) {
    const auto altitude = activity_.records.altitude.at(record);
    if (!altitude || !std::isfinite(altitude->value())) {
        return;
    }
    const Instant at = activity_.records.at[record];
    climb_.add(*altitude, Seconds(std::max(seconds_between(measured_at_, at), 0.0)));
    measured_at_ = at;
}

void TerrainSum::add_slope(Degrees slope, MetresPerSecond speed, double time) {
    const double steepness = std::abs(slope.value());
    time_ += time;
    hilly_ += steepness >= kLevel.value() ? time : 0;
    steep_ += steepness >= kTrailSlope.value() ? time : 0;
    steep_down_ += slope < kSteepDown ? time : 0;
    pace_.add(slope, speed, time);
}

Terrain TerrainSum::inferred() const {
    const double closed = path_.closed().value();
    if (closed >= kTrackClosed.value() && path_.length() * closed >= kLeastTrack) {
        return Terrain::track;
    }
    const bool trail = path_.length() >= kLeastTrail && path_.turning_per_km() >= kTrailTurning &&
                       time_ > 0 && steep_ / time_ >= kTrailSteep.value() &&
                       pace_.sd() >= kTrailPaceSd;
    return trail ? Terrain::trail : Terrain::unknown;
}

RunTerrain TerrainSum::terrain() const {
    RunTerrain terrain;
    if (const Terrain named = part_.main_ground(); named != Terrain::unknown) {
        terrain.ground = named;
        terrain.origin = TerrainOrigin::file;
    } else if (const Terrain shown = inferred(); shown != Terrain::unknown) {
        terrain.ground = shown;
        terrain.origin = TerrainOrigin::inferred;
    }
    if (climb_.known()) {
        terrain.ascent = climb_.ascent();
        terrain.descent = climb_.descent();
    }
    if (const auto ascent = total(activity_, &Leg::ascent)) {
        terrain.ascent = ascent;
    }
    if (const auto descent = total(activity_, &Leg::descent)) {
        terrain.descent = descent;
    }
    if (time_ > 0) {
        terrain.hilly = Share(hilly_ / time_);
        terrain.steep_down = Share(steep_down_ / time_);
    }
    return terrain;
}

}  // namespace footsure::load
