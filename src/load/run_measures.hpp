// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/fast_speed.hpp"
#include "load/form_sum.hpp"
#include "load/terrain_sum.hpp"

namespace footsure::load {

/// What an Activity's running shows beside its dose, in one pass over its Segments.
/// Needs: an Activity and its running part that outlive it.
class RunMeasures {
public:
    RunMeasures(const Activity& activity, const RunningPart& part)
        : form_(activity, part), terrain_(activity, part) {}

    /// Needs: a running Segment and the Record it ends at.
    void add(const Segment& segment, std::size_t record) {
        form_.add(segment, record);
        terrain_.add(segment, record);
        fast_.add(segment);
    }

    void write(ActivitySummary& summary) const {
        summary.form = form_.form();
        summary.terrain = terrain_.terrain();
        summary.fast_speed = fast_.value();
    }

private:
    FormSum form_;
    TerrainSum terrain_;
    FastSpeed fast_;
};

}  // namespace footsure::load
