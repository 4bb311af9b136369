// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/dose_sum.hpp"

namespace footsure::load {

/// The running Legs of an Activity, and which instants belong to them; where nothing runs, all
/// Legs with their totals only.
class RunningPart {
public:
    explicit RunningPart(const Activity& activity);

    /// "running" when any Leg is, else the first Leg's sport.
    [[nodiscard]] const std::string& sport() const { return sport_; }

    /// The first running Leg's start, else the Activity's, else the first Record's.
    [[nodiscard]] std::optional<Instant> started_at() const { return started_at_; }

    [[nodiscard]] Metres distance() const { return distance_; }

    [[nodiscard]] Seconds timer() const { return timer_; }

    [[nodiscard]] Seconds elapsed() const { return elapsed_; }

    /// The ground run on at that instant; nothing outside the running Legs.
    [[nodiscard]] std::optional<Terrain> ground_at(Instant at) const;
    [[nodiscard]] std::optional<Terrain> ground_of(const Lap& lap) const;
    /// Of the first running Leg.
    [[nodiscard]] Terrain main_ground() const;

private:
    struct Stretch {
        Instant from = Instant::min();
        Instant until = Instant::max();
        Terrain ground = Terrain::unknown;
    };

    void find_stretches(const Activity& activity);
    void add_totals(const std::vector<const Leg*>& legs);
    void find_start(const Activity& activity, const std::vector<const Leg*>& legs);

    std::string sport_ = "unknown";
    std::optional<Instant> started_at_;
    Metres distance_;
    Seconds timer_;
    Seconds elapsed_;
    std::vector<Stretch> stretches_;
};

}  // namespace footsure::load
