// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

#include <string_view>

namespace footsure::load {

/// The runs up to now, by start, on the days of the runner's clock.
class RunPast {
public:
    RunPast(const CaseFile& case_file, LocalInstant now);

    [[nodiscard]] Day today() const { return today_; }

    [[nodiscard]] Day day(const ActivitySummary& run) const;

    [[nodiscard]] std::span<const ActivitySummary* const> runs() const { return runs_; }

    /// The same, only those in the pair of this name.
    [[nodiscard]] RunPast in(std::string_view shoe) const;
    /// Distance on these days, both counted in.
    [[nodiscard]] Metres distance(Day from, Day until) const;
    /// Distance in the 7 days that end so many weeks ago; 0: today.
    [[nodiscard]] Metres week(int weeks_ago) const;

private:
    std::vector<const ActivitySummary*> runs_;
    UtcOffset offset_;
    Day today_;
};

}  // namespace footsure::load
