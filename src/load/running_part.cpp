// SPDX-License-Identifier: Apache-2.0
#include "load/running_part.hpp"

#include "load/known_value.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace footsure::load {

namespace {

/// What the Runner told of the ground, else what the device says by its sub-sport.
Terrain ground_of_leg(const Leg& leg) {
    if (leg.ground) {
        return *leg.ground;
    }

    struct Word {
        std::string_view sub_sport;
        Terrain ground;
    };

    constexpr std::array kWords{Word{"treadmill", Terrain::treadmill},
                                Word{"track", Terrain::track}, Word{"street", Terrain::road},
                                Word{"trail", Terrain::trail}};
    for (const Word& entry : kWords) {
        if (entry.sub_sport == leg.sub_sport) {
            return entry.ground;
        }
    }
    return Terrain::unknown;
}

/// A Leg ends where the next begins, else after its own time.
std::optional<Instant> end_of_leg(const Leg& leg, const Leg& next) {
    if (next.started_at) {
        return next.started_at;
    }
    if (!leg.started_at || !leg.elapsed) {
        return std::nullopt;
    }
    return later(*leg.started_at, *leg.elapsed);
}

}  // namespace

RunningPart::RunningPart(const Activity& activity) {
    std::vector<const Leg*> legs;
    for (const Leg& leg : activity.legs) {
        if (is_running(leg)) {
            legs.push_back(&leg);
        }
    }
    if (!legs.empty()) {
        sport_ = "running";
        find_stretches(activity);
    } else if (!activity.legs.empty()) {
        sport_ = activity.legs.front().sport;
        for (const Leg& leg : activity.legs) {
            legs.push_back(&leg);
        }
    }
    find_start(activity, legs);
    add_totals(legs);
}

/// A single Leg holds everything. Legs whose times cannot be told apart leave no stretch when
/// another sport is among them (then only totals count), else one over all.
void RunningPart::find_stretches(const Activity& activity) {
    const std::vector<Leg>& legs = activity.legs;
    std::size_t running = 0;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (!is_running(legs[i])) {
            continue;
        }
        ++running;
        const auto from = i == 0 ? std::optional(Instant::min()) : legs[i].started_at;
        const auto until =
            i + 1 == legs.size() ? std::optional(Instant::max()) : end_of_leg(legs[i], legs[i + 1]);
        if (from && until) {
            stretches_.push_back({*from, *until, ground_of_leg(legs[i])});
        }
    }
    if (stretches_.size() == running) {
        return;
    }
    stretches_.clear();
    if (running == legs.size()) {
        stretches_.push_back({Instant::min(), Instant::max(), ground_of_leg(legs.front())});
    }
}

void RunningPart::find_start(const Activity& activity, const std::vector<const Leg*>& legs) {
    if (!legs.empty() && legs.front()->started_at) {
        started_at_ = legs.front()->started_at;
    } else if (activity.started_at) {
        started_at_ = activity.started_at;
    } else if (!activity.records.at.empty()) {
        started_at_ = activity.records.at.front();
    }
}

/// A total stays zero, which is "unknown", unless each Leg gives its part.
void RunningPart::add_totals(const std::vector<const Leg*>& legs) {
    bool all_distances = true;
    for (const Leg* leg : legs) {
        all_distances = all_distances && known_or_zero(leg->distance) > 0;
        distance_ += Metres(known_or_zero(leg->distance));
        timer_ += Seconds(known_or_zero(leg->timer ? leg->timer : leg->elapsed));
        elapsed_ += Seconds(known_or_zero(leg->elapsed ? leg->elapsed : leg->timer));
    }
    if (!all_distances && sport_ == "running") {
        distance_ = Metres(0);
    }
}

std::optional<Terrain> RunningPart::ground_at(Instant at) const {
    for (const Stretch& stretch : stretches_) {
        if (at >= stretch.from && at < stretch.until) {
            return stretch.ground;
        }
    }
    return std::nullopt;
}

std::optional<Terrain> RunningPart::ground_of(const Lap& lap) const {
    if (stretches_.empty()) {
        return std::nullopt;
    }
    if (lap.started_at) {
        return ground_at(*lap.started_at);
    }
    const bool whole = stretches_.size() == 1 && stretches_.front().from == Instant::min() &&
                       stretches_.front().until == Instant::max();
    return whole ? std::optional(stretches_.front().ground) : std::nullopt;
}

Terrain RunningPart::main_ground() const {
    return stretches_.empty() ? Terrain::unknown : stretches_.front().ground;
}

}  // namespace footsure::load
