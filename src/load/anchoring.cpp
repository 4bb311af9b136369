// SPDX-License-Identifier: Apache-2.0
#include "load/anchoring.hpp"

#include "load/outing.hpp"
#include "load/step_peaks.hpp"
#include "load/tissue_state.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace footsure::load {

namespace {

/// Days over which a device's factor follows its runs. Source: tissue-load-model section 6.
constexpr double kFollowingDays = 60;
/// A stance time that gives a force so far from the population's is no anchor.
/// Source: EE; five times the spread of 6 % between runners (section 7).
constexpr Accepted kCredible{Share(0.7), Share(1.4)};

bool has_stance(const ActivitySummary& run) {
    return run.quality == DoseQuality::speed_cadence_stance;
}

/// Population's force over the measured one, on the level running of the run.
std::optional<double> factor_of(const ActivitySummary& run) {
    const RunForm& form = run.form;
    if (!has_stance(run) || !form.cadence || !form.stance_time ||
        !kRunningSpeed.holds(form.speed) || !kRunningCadence.holds(*form.cadence) ||
        !kStanceTime.holds(*form.stance_time)) {
        return std::nullopt;
    }
    const BodyWeights measured =
        force_of_timing(form.speed, Degrees(0), *form.cadence, *form.stance_time);
    const double factor = force_of_population(form.speed) / measured;
    return kCredible.holds(Share(factor)) ? std::optional(factor) : std::nullopt;
}

bool one_device(std::span<const ActivitySummary* const> activities) {
    const ActivitySummary* first = nullptr;
    for (const ActivitySummary* run : activities) {
        if (run->quality == DoseQuality::none || !is_run(*run)) {
            continue;
        }
        first = first == nullptr ? run : first;
        const bool alike = has_stance(*run) == has_stance(*first) &&
                           (!has_stance(*run) || run->form.device == first->form.device);
        if (!alike) {
            return false;
        }
    }
    return true;
}

/// One device's factor so far.
struct Followed {
    double log_factor = 0;
    Instant at;
};

}  // namespace

std::vector<double> anchors(std::span<const ActivitySummary* const> activities) {
    std::vector<double> factors(activities.size(), 1);
    if (one_device(activities)) {
        return factors;
    }
    std::map<std::string_view, Followed> devices;
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const ActivitySummary& run = *activities[i];
        const auto found = devices.find(run.form.device);
        if (const auto factor = factor_of(run)) {
            if (found == devices.end()) {
                devices.emplace(run.form.device, Followed{std::log(*factor), run.started_at});
            } else {
                const double days = days_between(found->second.at, run.started_at);
                // A run a day moves the factor by a day's part; runs after a pause by more.
                const double part = 1 - std::exp(-std::max(days, 1.0) / kFollowingDays);
                found->second.log_factor += part * (std::log(*factor) - found->second.log_factor);
                found->second.at = run.started_at;
            }
        }
        const auto now = devices.find(run.form.device);
        if (has_stance(run) && now != devices.end()) {
            factors[i] = std::exp(now->second.log_factor);
        }
    }
    return factors;
}

}  // namespace footsure::load
