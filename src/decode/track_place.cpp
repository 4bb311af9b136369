// SPDX-License-Identifier: Apache-2.0
#include "decode/track_place.hpp"

#include "decode/fit_words.hpp"
#include "model/sport_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

namespace footsure::decode {
namespace {

/// Faster than the fastest sprinter, with room for the error of a single position.
constexpr double kFastestRunner = 12;
/// Positions are stored by the second, so two of them are never known to be closer in time.
constexpr double kShortestStep = 1;
/// A receiver that has lost its way finds back within as many Records.
constexpr std::size_t kLongestSpike = 10;
/// A receiver that settles after its first fix moves less.
constexpr double kLeastJump = 100;
constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Great-circle distance on a sphere of the Earth's mean radius.
double haversine(double latitude1, double longitude1, double latitude2, double longitude2) {
    constexpr double kEarthRadius = 6'371'000;
    const double a = std::pow(std::sin(radians(latitude2 - latitude1) / 2), 2) +
                     std::cos(radians(latitude1)) * std::cos(radians(latitude2)) *
                         std::pow(std::sin(radians(longitude2 - longitude1) / 2), 2);
    return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, a)));
}

/// The positions of a track, by Record.
class Places {
public:
    explicit Places(RecordTable& records)
        : at_(records.at()), latitude_(records.channel(record_latitude)),
          longitude_(records.channel(record_longitude)) {}

    [[nodiscard]] bool known(std::size_t record) const { return !std::isnan(latitude_[record]); }

    [[nodiscard]] double way(std::size_t from, std::size_t to) const {
        return haversine(latitude_[from], longitude_[from], latitude_[to], longitude_[to]);
    }

    [[nodiscard]] bool too_fast(std::size_t from, std::size_t to) const {
        const double lasted = std::max(kShortestStep, seconds_between(at_[from], at_[to]));
        return way(from, to) > kFastestRunner * lasted;
    }

    void drop(std::size_t record) {
        latitude_[record] = kNoValue;
        longitude_[record] = kNoValue;
    }

private:
    const std::vector<Instant>& at_;
    RecordTable::Channel& latitude_;
    RecordTable::Channel& longitude_;
};

bool may_be_a_run(const Leg& leg) {
    return leg.sport == kUnknownSport || counts_strides(leg.sport, leg.sub_sport);
}

/// Walks along one track and repairs it behind itself.
class PlaceWalk {
public:
    PlaceWalk(Places places, const std::vector<Instant>& at, Continues& continues)
        : places_(places), at_(at), continues_(continues) {}

    void visit(std::size_t record) {
        if (!continues_[record]) {
            begin_ = record;
            last_ = kNowhere;
        }
        if (!places_.known(record)) {
            return;
        }
        if (last_ != kNowhere && places_.too_fast(last_, record)) {
            leap(record);
        }
        last_ = places_.known(record) ? record : last_;
    }

    [[nodiscard]] PlaceRepair result() const { return repair_; }

private:
    /// The Record that is back, by a leap too, where this leap began; nowhere when none is.
    [[nodiscard]] std::size_t way_back(std::size_t record) const {
        std::size_t before = record;
        const std::size_t end = std::min(continues_.size(), record + 1 + kLongestSpike);
        for (std::size_t i = record + 1; i < end && continues_[i]; ++i) {
            if (!places_.known(i)) {
                continue;
            }
            const bool near = 2 * places_.way(last_, i) < places_.way(last_, record);
            if (near && places_.too_fast(before, i) && !places_.too_fast(last_, i)) {
                return i;
            }
            before = i;
        }
        return kNowhere;
    }

    /// Whether even a runner whose receiver stood still for a while cannot have made the way.
    [[nodiscard]] bool out_of_reach(std::size_t record) const {
        const std::size_t since = std::max(begin_, record - std::min(record, kLongestSpike));
        const double lasted = std::max(kShortestStep, seconds_between(at_[since], at_[record]));
        return places_.way(last_, record) > std::max(kLeastJump, kFastestRunner * lasted);
    }

    /// Where the next step is as fast, somebody rides: only a single leap is the receiver's.
    [[nodiscard]] bool is_single(std::size_t record) const {
        const std::size_t next = record + 1;
        return next >= continues_.size() || !continues_[next] || !places_.known(next) ||
               !places_.too_fast(record, next);
    }

    void leap(std::size_t record) {
        const std::size_t back = way_back(record);
        for (std::size_t i = record; back != kNowhere && i < back; ++i) {
            repair_.spikes += places_.known(i) ? 1U : 0U;
            places_.drop(i);
        }
        if (back == kNowhere && out_of_reach(record) && is_single(record)) {
            continues_[record] = false;
            ++repair_.jumps;
        }
    }

    Places places_;
    const std::vector<Instant>& at_;
    Continues& continues_;
    std::size_t begin_ = 0;
    std::size_t last_ = kNowhere;
    PlaceRepair repair_;
};

/// Adds up the way along the stretches of one Leg.
void measure_leg(const Continues& continues, std::size_t begin, std::size_t end,
                 RecordTable& records) {
    const Places places(records);
    RecordTable::Channel& distance = records.channel(record_distance);
    double sum = 0;
    std::size_t last = kNowhere;
    for (std::size_t i = begin; i < end; ++i) {
        if (!continues[i]) {
            last = kNowhere;
        }
        if (!places.known(i)) {
            continue;
        }
        sum += last == kNowhere ? 0 : places.way(last, i);
        distance[i] = sum;
        last = i;
    }
}

std::size_t end_of_leg(const LegOfRecord& leg_of, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < leg_of.size() && leg_of[end] == leg_of[begin]) {
        ++end;
    }
    return end;
}

}  // namespace

PlaceRepair repair_places(const std::vector<Leg>& legs, const LegOfRecord& leg_of,
                          Continues& continues, RecordTable& records) {
    if (records.channel(record_latitude).empty() || records.without_time() > 0) {
        return {};
    }
    PlaceWalk walk(Places(records), records.at(), continues);
    for (std::size_t i = 0; i < leg_of.size(); ++i) {
        if (leg_of[i] < legs.size() && may_be_a_run(legs[leg_of[i]])) {
            walk.visit(i);
        }
    }
    return walk.result();
}

void measure_distance(const LegOfRecord& leg_of, const Continues& continues, RecordTable& records) {
    if (records.channel(record_latitude).empty()) {
        return;
    }
    records.activate(record_distance);
    for (std::size_t begin = 0; begin < leg_of.size();) {
        const std::size_t end = end_of_leg(leg_of, begin);
        const auto recorded =
            std::span(records.channel(record_distance)).subspan(begin, end - begin);
        if (std::ranges::all_of(recorded, [](double value) { return std::isnan(value); })) {
            measure_leg(continues, begin, end, records);
        }
        begin = end;
    }
}

}  // namespace footsure::decode
