// SPDX-License-Identifier: Apache-2.0
//
// Two Recordings are of one run when one of these holds (docs/decisions/0014-one-run-once.md):
//
// 1. Copy: after a shift of the clock the starts agree to 5 s and the distances to 2 %. A shift
//    is a time zone taken for another: whole quarter hours, from 1 h to 14 h. A shifted copy must
//    also agree in elapsed time, and must not be what follows the other without a break.
// 2. Overlap, without a shift: nobody runs twice at once. Most of the shorter time lies within
//    the longer one, and the distances agree in proportion to the elapsed times, more loosely the
//    more is cut. Where a distance is absent, the times must agree nearly whole.
// 3. Entered by hand, without a shift: where an elapsed time is absent, a start to the whole
//    minute agrees within that minute, and the distance as in 2.
#include "merge/merge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace footsure::merge {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Source: FIT-FACTS 16.7.
constexpr Seconds kStartTolerance{5};
constexpr double kDistanceTolerance = 0.02;
/// Zones differ from each other by whole quarter hours. Source: FIT-FACTS 3.
constexpr seconds kZoneStep = minutes(15);
/// No zone in use lies nearer to UTC than 1 h (other than UTC) nor farther than 14 h. Source: EE,
/// from the list of zones; 24 h would make one run of those at the same time on two days.
constexpr seconds kNearestZone = hours(1);
constexpr seconds kFarthestZone = hours(14);
/// Copies of one recording differ by the seconds until the button is pressed. Source: EE; wide
/// enough for every pair of the corpus, narrow enough for the way to work and back.
constexpr Seconds kElapsedTolerance{10};
/// A run that begins so soon after the other one's end follows it. Source: EE.
constexpr Seconds kBreak{60};
/// How much of the shorter elapsed time is shared. Source: EE; the rest is a clock's error and a
/// second device started or stopped later.
constexpr double kMostOfShorter = 0.8;
/// How much of the longer elapsed time is shared when there is no distance. Source: EE.
constexpr double kNearlyWhole = 0.95;
/// Two devices on one run differ by so much. Source: EE, from footpods and phones beside watches.
constexpr double kDeviceTolerance = 0.05;
/// And the more is cut, the more may the pace of the rest differ from the mean. Source: EE.
constexpr double kCutTolerance = 0.3;
/// People write 0.1 km. Source: EE.
constexpr Metres kRoundedDistance{50};
constexpr Seconds kRoundedStart{60};
/// Before it a clock was never set; such starts agree by chance. Source: FIT-FACTS 3 (1990).
constexpr Instant kFirstCredible = std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);
/// Nobody misses more than a day of a run. Source: EE.
constexpr seconds kReach = hours(24);

template <class Q>
bool known(Q value) {
    return std::isfinite(value.value()) && value.value() > 0;
}

Seconds apart(Instant one, Instant other) {
    return Seconds(std::abs(seconds_between(one, other)));
}

Instant end_of(const Extent& extent) {
    const std::chrono::duration<double> elapsed(extent.elapsed.value());
    return extent.started_at + std::chrono::round<std::chrono::microseconds>(elapsed);
}

struct Pair {
    const Extent& one;
    const Extent& other;

    [[nodiscard]] bool clock_was_set() const {
        return std::min(one.started_at, other.started_at) >= kFirstCredible;
    }

    [[nodiscard]] bool elapsed_known() const { return known(one.elapsed) && known(other.elapsed); }

    [[nodiscard]] bool distance_known() const {
        return known(one.distance) && known(other.distance);
    }

    [[nodiscard]] bool elapsed_agrees() const {
        return std::abs(one.elapsed.value() - other.elapsed.value()) <= kElapsedTolerance.value();
    }

    [[nodiscard]] bool distance_agrees() const {
        const double longer = std::max(one.distance.value(), other.distance.value());
        return std::abs(one.distance.value() - other.distance.value()) <=
               kDistanceTolerance * longer;
    }
};

/// The whole quarter hours between both starts.
seconds zone_shift(const Pair& pair) {
    const double between = seconds_between(pair.other.started_at, pair.one.started_at);
    const double steps = std::round(between / static_cast<double>(kZoneStep.count()));
    return kZoneStep * static_cast<std::int64_t>(steps);
}

/// What begins when the other has just ended is the next run, whatever the clock shows.
bool follows(const Pair& pair) {
    return std::min(apart(end_of(pair.one), pair.other.started_at),
                    apart(end_of(pair.other), pair.one.started_at)) <= kBreak;
}

bool is_copy(const Pair& pair, seconds shift) {
    const Seconds starts = apart(pair.one.started_at, pair.other.started_at + shift);
    if (starts > kStartTolerance || (pair.distance_known() && !pair.distance_agrees())) {
        return false;
    }
    if (shift == seconds(0)) {
        return (pair.distance_known() && pair.clock_was_set()) || !pair.elapsed_known() ||
               pair.elapsed_agrees();
    }
    return std::chrono::abs(shift) >= kNearestZone && std::chrono::abs(shift) <= kFarthestZone &&
           pair.distance_known() && pair.elapsed_known() && pair.elapsed_agrees() && !follows(pair);
}

bool distance_in_proportion(const Pair& pair, double cut) {
    const bool one_longer =
        pair.one.elapsed > pair.other.elapsed ||
        (pair.one.elapsed == pair.other.elapsed && pair.one.distance > pair.other.distance);
    const Extent& longer = one_longer ? pair.one : pair.other;
    const Extent& shorter = one_longer ? pair.other : pair.one;
    const double share = pair.elapsed_known() ? shorter.elapsed / longer.elapsed : 1;
    const double expected = longer.distance.value() * share;
    const double tolerance = (kDeviceTolerance + kCutTolerance * cut) * expected;
    return std::abs(shorter.distance.value() - expected) <= tolerance + kRoundedDistance.value();
}

bool overlaps(const Pair& pair) {
    const double shared = seconds_between(std::max(pair.one.started_at, pair.other.started_at),
                                          std::min(end_of(pair.one), end_of(pair.other)));
    const double shorter = std::min(pair.one.elapsed, pair.other.elapsed).value();
    const double longer = std::max(pair.one.elapsed, pair.other.elapsed).value();
    if (!pair.distance_known()) {
        return shared >= kNearlyWhole * longer;
    }
    return shared >= kMostOfShorter * shorter && distance_in_proportion(pair, 1 - shared / longer);
}

bool at_whole_minute(const Extent& extent) {
    return std::chrono::floor<minutes>(extent.started_at) == extent.started_at;
}

bool entered_by_hand(const Pair& pair) {
    return apart(pair.one.started_at, pair.other.started_at) < kRoundedStart &&
           (at_whole_minute(pair.one) || at_whole_minute(pair.other)) && pair.distance_known() &&
           distance_in_proportion(pair, 0);
}

}  // namespace

std::optional<seconds> same_run(const Extent& one, const Extent& other) {
    const Pair pair{one, other};
    if (apart(one.started_at, other.started_at).value() > static_cast<double>(kReach.count())) {
        return std::nullopt;
    }
    const seconds shift = zone_shift(pair);
    if (is_copy(pair, shift)) {
        return shift;
    }
    if (!pair.clock_was_set()) {
        return std::nullopt;
    }
    const bool same = pair.elapsed_known() ? overlaps(pair) : entered_by_hand(pair);
    return same ? std::optional(seconds(0)) : std::nullopt;
}

seconds reach() {
    return kReach;
}

std::optional<Extent> extent_of(const Activity& run) {
    const Leg leg = run.legs.empty() ? Leg{} : run.legs.front();
    const std::vector<Instant>& at = run.records.at;
    const auto first = at.empty() ? std::nullopt : std::optional(*std::ranges::min_element(at));
    const auto start = leg.started_at ? leg.started_at : run.started_at ? run.started_at : first;
    if (!start) {
        return std::nullopt;
    }
    Extent extent{*start, leg.elapsed.value_or(Seconds(0)), leg.distance.value_or(Metres(0))};
    if (!known(extent.elapsed) && first) {
        extent.elapsed = Seconds(seconds_between(*start, *std::ranges::max_element(at)));
    }
    if (!known(extent.elapsed)) {
        extent.elapsed = leg.timer.value_or(Seconds(0));
    }
    if (!known(extent.distance)) {
        for (const double distance : run.records.distance.raw()) {
            extent.distance = Metres(std::fmax(extent.distance.value(), distance));
        }
    }
    return extent;
}

}  // namespace footsure::merge
