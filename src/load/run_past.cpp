// SPDX-License-Identifier: Apache-2.0
#include "load/run_past.hpp"

#include "load/known_value.hpp"
#include "load/outing.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace footsure::load {

namespace {

constexpr std::chrono::days kOneDay{1};
/// Source: calendar.
constexpr std::chrono::days kWeek{7};

}  // namespace

RunPast::RunPast(const CaseFile& case_file, LocalInstant now)
    : runs_(runs_until(case_file.activities, now.at)), offset_(now.offset),
      today_(day_of(now.at, now.offset)) {
    std::ranges::sort(runs_, {}, [](const ActivitySummary* run) {
        return std::tuple(run->started_at, run->distance.value(), std::string_view(run->from));
    });
}

Day RunPast::day(const ActivitySummary& run) const {
    return day_of(run.started_at, offset_);
}

RunPast RunPast::in(std::string_view shoe) const {
    RunPast own = *this;
    std::erase_if(own.runs_, [shoe](const ActivitySummary* run) { return run->shoe != shoe; });
    return own;
}

Metres RunPast::distance(Day from, Day until) const {
    Metres sum;
    for (const ActivitySummary* run : runs_) {
        if (day(*run) >= from && day(*run) <= until) {
            sum += Metres(known_or_zero(run->distance.value()));
        }
    }
    return sum;
}

Metres RunPast::week(int weeks_ago) const {
    const Day last = today_ - kWeek * weeks_ago;
    return distance(last - kWeek + kOneDay, last);
}

}  // namespace footsure::load
