// SPDX-License-Identifier: Apache-2.0
#include "load/longest_run.hpp"

#include "model/median.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace footsure::load {

namespace {

/// Source: training-load-risk section 2, session spike; section 3, frandsen2025 [A].
constexpr std::chrono::days kLookBack{30};
/// The states' edges in hundredths: 1.10, 1.30, 2.00. Source: training-load-risk section 2.
constexpr std::int64_t kWithin = 110;
constexpr std::int64_t kAbove10 = 130;
constexpr std::int64_t kAbove30 = 200;
constexpr std::int64_t kHundredths = 100;
constexpr double kCeiling = 1.10;
/// Devices write centimetres; whole millimetres keep sums of parts on the exact edges.
constexpr double kMillimetres = 1000;
/// Beyond it a distance is a broken file's; keeps the whole numbers within their type.
constexpr Metres kFarthest{1e9};

std::int64_t millimetres(Metres distance) {
    return std::llround(std::min(distance, kFarthest).value() * kMillimetres);
}

bool within_look_back(const Outing& outing, Instant end) {
    return outing.started_at <= end && outing.started_at >= end - kLookBack &&
           outing.distance.value() > 0;
}

/// The first of equally long outings stays, so the answer does not depend on file order.
const Outing* longest_of(std::span<const Outing> outings) {
    const Outing* longest = nullptr;
    for (const Outing& outing : outings) {
        if (longest == nullptr || millimetres(outing.distance) > millimetres(longest->distance)) {
            longest = &outing;
        }
    }
    return longest;
}

/// Seconds per metre.
std::optional<double> median_pace(std::span<const Outing> outings) {
    std::vector<double> paces;
    for (const Outing& outing : outings) {
        if (outing.time.value() > 0) {
            paces.push_back(outing.time.value() / outing.distance.value());
        }
    }
    if (paces.empty()) {
        return std::nullopt;
    }
    return median_of(std::move(paces));
}

}  // namespace

SpikeBand band_of(Metres distance, Metres longest) {
    const std::int64_t ran = millimetres(distance) * kHundredths;
    const std::int64_t before = millimetres(longest);
    if (ran <= before * kWithin) {
        return SpikeBand::within;
    }
    if (ran <= before * kAbove10) {
        return SpikeBand::above_10;
    }
    return ran <= before * kAbove30 ? SpikeBand::above_30 : SpikeBand::above_100;
}

const Outing* longest_before(const Outing& ran, std::span<const Outing> outings) {
    const auto first =
        std::ranges::lower_bound(outings, ran.started_at - kLookBack, {}, &Outing::started_at);
    const auto own = std::ranges::lower_bound(outings, ran.started_at, {}, &Outing::started_at);
    const Outing* longest = longest_of({first, own});
    return longest != nullptr && longest->distance.value() > 0 ? longest : nullptr;
}

LongestRunRule longest_run_rule(std::span<const ActivitySummary> activities, Instant now) {
    std::vector<Outing> recent = outings_of(runs_until(activities, now));
    std::erase_if(recent, [now](const Outing& o) { return !within_look_back(o, now); });
    LongestRunRule rule;
    rule.outings = static_cast<int>(recent.size());
    const Outing* longest = longest_of(recent);
    if (longest == nullptr) {
        return rule;
    }
    rule.longest = longest->distance;
    rule.ceiling = longest->distance * kCeiling;
    rule.longest_from = longest->longest_run->from;
    rule.longest_at = longest->started_at;
    if (const auto pace = median_pace(recent)) {
        rule.duration = Seconds(rule.ceiling->value() * *pace);
    }
    return rule;
}

SpikeBand spike_band(const ActivitySummary& run, std::span<const ActivitySummary> activities) {
    if (!is_run(run) || !(run.distance.value() > 0)) {
        return SpikeBand::none;
    }
    std::vector<const ActivitySummary*> runs = runs_until(activities, Instant::max());
    std::erase_if(runs, [&run](const ActivitySummary* other) { return same_run(*other, run); });
    runs.push_back(&run);
    const std::vector<Outing> outings = outings_of(runs);
    const auto own = std::ranges::find_if(outings, [&run](const Outing& o) {
        return o.started_at <= run.started_at && run.started_at <= o.last_start;
    });
    expects(own != outings.end(), "each run lies in an outing");
    const Outing* longest = longest_before(*own, outings);
    return longest == nullptr ? SpikeBand::no_history : band_of(own->distance, longest->distance);
}

}  // namespace footsure::load
