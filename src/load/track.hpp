// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/dose_sum.hpp"

namespace footsure::load {

/// The Records of one Activity as intervals between neighbours, read in order.
/// Needs: Records that outlive it.
class Track {
public:
    explicit Track(const Records& records);

    [[nodiscard]] std::size_t intervals() const { return clock_.empty() ? 0 : clock_.size() - 1; }

    /// What was bridged, limited or not believed so far; whole once every interval was asked.
    [[nodiscard]] const Cleaned& cleaned() const { return cleaned_; }

    [[nodiscard]] Instant begins(std::size_t interval) const { return records_.at[interval]; }

    /// Needs: intervals asked in rising order.
    [[nodiscard]] Segment segment(std::size_t interval);

private:
    void measure(std::size_t interval);
    void note_altitude();
    void note_cadence();
    void note_progress();
    void note_distance();
    [[nodiscard]] MetresPerSecond speed(std::size_t interval);
    [[nodiscard]] std::optional<Cadence> cadence(std::size_t record);
    [[nodiscard]] std::optional<Degrees> slope(std::size_t interval);

    /// Records around an interval, reaching at least half a width to either side where they can.
    struct Window {
        std::size_t back = 0;
        std::size_t front = 0;
        void move(const std::vector<double>& scale, std::size_t interval, double half_width);
    };

    const Records& records_;
    std::vector<double> clock_;     ///< seconds since the start without pauses
    std::vector<double> along_;     ///< metres since the start
    std::vector<double> altitude_;  ///< empty when never recorded; holes filled from before
    double cadence_scale_ = 1;
    Cleaned cleaned_;
    Window around_time_;
    Window around_place_;
};

}  // namespace footsure::load
