// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/dose_sum.hpp"

namespace footsure::load {

/// What one Record says of the Steps; NaN is not measured or not credible.
struct StepReading {
    double cadence;               ///< of both feet, a minute
    double stance_time;           ///< s
    double vertical_oscillation;  ///< m
    double balance;               ///< the left foot's share of the contact time
};

/// Where an Activity's Steps were measured: the device's own channels, and for those it lacks the
/// first sensor that has them. Needs: an Activity that outlives it.
class StepChannels {
public:
    explicit StepChannels(const Activity& activity);

    /// What is known of the Steps up to that Record, checked against the ranges of
    /// tissue-load-model section 1. Needs: the Segment that ends there.
    [[nodiscard]] StepReading at(std::size_t record, const Segment& segment) const;

    /// The device, and each sensor that stood in: `garmin fr735xt + RunScribe`.
    [[nodiscard]] const std::string& device() const { return device_; }

private:
    void stand_in(const Records& records);
    void find_stance(const Records& records);
    [[nodiscard]] static const SensorChannel* first(const Records& records, SensorQuantity quantity,
                                                    Side side);
    void name(const SensorChannel& sensor);

    const SensorChannel* cadence_ = nullptr;
    const SensorChannel* stance_time_ = nullptr;
    const SensorChannel* stance_left_ = nullptr;
    const SensorChannel* stance_right_ = nullptr;
    const SensorChannel* vertical_oscillation_ = nullptr;
    std::string device_;
};

}  // namespace footsure::load
