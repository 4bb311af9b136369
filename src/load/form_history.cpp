// SPDX-License-Identifier: Apache-2.0
#include "load/form_history.hpp"

#include "load/outing.hpp"
#include "load/statistics.hpp"
#include "model/median.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace footsure::load {

namespace {

/// Level running that a run needs to be compared. Source: EE.
constexpr Seconds kLeastMeasured{300};
/// How far back a baseline reaches. Source: EE; older form is of another training state.
constexpr std::chrono::days kBaseline{365};
/// What counts as of late. Source: EE.
constexpr std::chrono::days kRecent{28};

bool is_road(Terrain ground) {
    return ground != Terrain::treadmill && ground != Terrain::trail &&
           ground != Terrain::technical_trail;
}

std::vector<double> numbers(std::span<const FormValue> values) {
    std::vector<double> list;
    for (const FormValue& value : values) {
        list.push_back(value.value);
    }
    return list;
}

/// Where the latest runs begin: as few as fill the days and the number asked for.
std::optional<std::size_t> latest_begin(const FormHistory& history,
                                        const std::vector<FormValue>& values) {
    for (std::size_t begin = values.size(); begin-- > 0;) {
        const ActivitySummary& run = *values[begin].run;
        if (!history.is_recent(run)) {
            return std::nullopt;
        }
        const bool enough = values.size() - begin >= static_cast<std::size_t>(kLeastNow);
        if (enough && history.day(*values.back().run) - history.day(run) >= kLeastSpan) {
            return begin;
        }
    }
    return std::nullopt;
}

/// Rounding of what was measured must not decide on which side of a threshold a shift lies.
constexpr double kRounding = 1e-9;  // Source: double arithmetic

void find_start(const FormHistory& history, const std::vector<FormValue>& values, double notable,
                FormShift& shift) {
    const double side = shift.now < shift.usual ? -1.0 : 1.0;
    std::size_t begin = values.size();
    while (begin > 0 &&
           (values[begin - 1].value - shift.usual) * side >= notable * 0.5 - kRounding) {
        --begin;
    }
    if (begin == values.size()) {
        return;
    }
    shift.since = history.day(*values[begin].run);
    shift.lasts = history.day(*values.back().run) - *shift.since >= kLeastSpan &&
                  values.size() - begin >= static_cast<std::size_t>(kLeastNow) &&
                  std::abs(shift.now - shift.usual) >= notable - kRounding;
}

}  // namespace

FormHistory::FormHistory(const CaseFile& case_file, LocalInstant when)
    : now(when), height(case_file.runner.height) {
    for (const ActivitySummary* run : runs_until(case_file.activities, when.at)) {
        const bool measured = run->form.measured >= kLeastMeasured;
        if (measured && is_road(run->terrain.ground) && run->started_at >= when.at - kBaseline) {
            runs.push_back(run);
        }
    }
    std::ranges::sort(runs, [](const ActivitySummary* a, const ActivitySummary* b) {
        return std::tuple(a->started_at, a->form.measured, std::string_view(a->from)) <
               std::tuple(b->started_at, b->form.measured, std::string_view(b->from));
    });
    if (runs.empty() || runs.back()->form.device.empty()) {
        return;
    }
    device = runs.back()->form.device;
    for (const ActivitySummary* run : runs) {
        if (run->form.device == device) {
            own.push_back(run);
        } else if (own.empty()) {
            device_before = run->form.device;
        }
    }
    if (runs.front() != own.front()) {
        device_since = day(*own.front());
    }
}

Day FormHistory::day(const ActivitySummary& run) const {
    return day_of(run.started_at, now.offset);
}

bool FormHistory::is_recent(const ActivitySummary& run) const {
    return run.started_at >= now.at - kRecent;
}

std::optional<FormShift> shift_of(const FormHistory& history, const std::vector<FormValue>& values,
                                  double notable) {
    const auto begin = latest_begin(history, values);
    if (!begin || *begin < static_cast<std::size_t>(kLeastBefore)) {
        return std::nullopt;
    }
    const std::span<const FormValue> all(values);
    const std::vector<double> before = numbers(all.first(*begin));
    FormShift shift;
    shift.usual = median_of(before);
    shift.usual_sd = sd_of(before);
    shift.now = median_of(numbers(all.subspan(*begin)));
    shift.runs_before = static_cast<int>(before.size());
    shift.runs_now = static_cast<int>(values.size() - *begin);
    shift.latest = values.back().run;
    find_start(history, values, notable, shift);
    return shift;
}

}  // namespace footsure::load
