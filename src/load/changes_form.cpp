// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/changes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace footsure::load {

namespace {

/// Runs of one device before and in the 8 weeks that a comparison needs. Source: EE.
constexpr std::size_t kLeastBefore = 5;
constexpr std::size_t kLeastRecent = 3;
/// Steps a minute that cadence rises for each m/s. Source: tissue-load-model section 2 (0.175 Hz).
constexpr double kCadencePerSpeed = 10.5;
/// A shift of cadence at like speed worth a word, and the floor of its SD between runs.
/// Source: EE; 3 % of a usual 170, less than the 5 % that trials of step rate use.
constexpr double kCadenceShift = 5;
constexpr double kLeastSdOfCadence = 1.5;
/// Source: tissue-load-model section 6: normal scatter SD 0.65 points, a shift of 2 is notable.
constexpr double kBalanceShift = 0.02;
constexpr double kLeastSdOfBalance = 0.0065;

/// A value of the runs of one device, before the 8 weeks and in them.
struct Series {
    std::vector<double> before;
    std::vector<double> recent;
    const ActivitySummary* last = nullptr;

    void add(double value, const ActivitySummary& run, const WeeklyPast& past) {
        if (!std::isfinite(value)) {
            return;
        }
        if (past.is_recent(run.started_at)) {
            recent.push_back(value);
            last = &run;
        } else {
            before.push_back(value);
        }
    }
};

struct DeviceSeries {
    Series cadence;  ///< less what its speed adds
    Series balance;
    double speed = 0;  ///< sum over the runs with a cadence
};

/// Needs: the same reference speed for both parts, so that only differences are used.
double at_no_speed(Cadence cadence, MetresPerSecond speed) {
    return cadence.value() - kCadencePerSpeed * speed.value();
}

std::map<std::string_view, DeviceSeries> series_of(const WeeklyPast& past) {
    std::map<std::string_view, DeviceSeries> devices;
    const Day oldest = past.before.front().first;
    for (const ActivitySummary* run : past.runs) {
        const RunForm& form = run->form;
        if (form.device.empty() || past.day(run->started_at) < oldest) {
            continue;
        }
        auto& device = devices[form.device];
        if (form.cadence && form.speed.value() > 0) {
            device.cadence.add(at_no_speed(*form.cadence, form.speed), *run, past);
            device.speed += form.speed.value();
        }
        if (form.balance) {
            device.balance.add(form.balance->value(), *run, past);
        }
    }
    return devices;
}

struct Shift {
    double before = 0;
    double then = 0;
    double surprise = 0;

    [[nodiscard]] double size() const { return then - before; }
};

/// Nothing where too little is known or it stayed where it was.
std::optional<Shift> shift_of(const Series& series, double least, double least_sd) {
    if (series.before.size() < kLeastBefore || series.recent.size() < kLeastRecent) {
        return std::nullopt;
    }
    const Usual before = usual_of(series.before);
    const Usual recent = usual_of(series.recent);
    Shift shift{before.middle, recent.middle, 0};
    shift.surprise = std::abs(shift.size()) / std::max(before.sd, least_sd);
    const bool unusual = std::abs(shift.size()) >= least && shift.surprise >= kUnusual;
    return unusual ? std::optional(shift) : std::nullopt;
}

LoadChange form_change(const Shift& shift, const Series& series, const WeeklyPast& past) {
    return {.kind = ChangeKind::form,
            .on = past.first_recent_day(),
            .before = shift.before,
            .then = shift.then,
            .surprise = shift.surprise,
            .from = series.last->from,
            .sources = {SourceId("evidence_load")}};
}

LoadChange cadence_change(const Shift& shift, const DeviceSeries& device, const WeeklyPast& past) {
    auto change = form_change(shift, device.cadence, past);
    const auto runs =
        static_cast<double>(device.cadence.before.size() + device.cadence.recent.size());
    const double usual_speed = kCadencePerSpeed * device.speed / runs;
    change.before += usual_speed;
    change.then += usual_speed;
    change.unit = "spm";
    change.text = "Since " + on_day(change.on) + " your step rate at the same speed was " +
                  std::to_string(std::lround(change.then)) + " steps a minute; before it was " +
                  std::to_string(std::lround(change.before)) + ".";
    return change;
}

LoadChange balance_change(const Shift& shift, const DeviceSeries& device, const WeeklyPast& past) {
    auto change = form_change(shift, device.balance, past);
    // Source: the definition of a percentage.
    constexpr double kPercent = 100;
    change.unit = "left_share";
    change.text = "Since " + on_day(change.on) + " the left foot had " +
                  in_tenths(shift.then * kPercent) + " % of the contact time; before it had " +
                  in_tenths(shift.before * kPercent) + " %.";
    return change;
}

}  // namespace

void add_form_changes(const WeeklyPast& past, ChangeAccount& account) {
    for (const auto& [name, device] : series_of(past)) {
        if (const auto shift = shift_of(device.cadence, kCadenceShift, kLeastSdOfCadence)) {
            account.changes.push_back(cadence_change(*shift, device, past));
        }
        if (const auto shift = shift_of(device.balance, kBalanceShift, kLeastSdOfBalance)) {
            account.changes.push_back(balance_change(*shift, device, past));
        }
    }
}

}  // namespace footsure::load
