// SPDX-License-Identifier: Apache-2.0
#include "load/step_channels.hpp"

#include "load/step_peaks.hpp"

#include <limits>

namespace footsure::load {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

/// Source: tissue-load-model section 1, vertical oscillation.
constexpr Accepted kOscillation{Metres(0.03), Metres(0.16)};
/// Source: EE; measured runners lie between 48.5 and 52.1 % (section 6), a limp far outside of
/// that is still believed, what lies beyond is a sensor that lost a foot.
constexpr Accepted kBalance{Share(0.35), Share(0.65)};

double value_of(const SensorChannel* sensor, std::size_t record) {
    return sensor != nullptr && record < sensor->values.size() ? sensor->values[record] : kNoValue;
}

template <class Q>
double raw_of(const std::optional<Q>& value) {
    return value ? value->value() : kNoValue;
}

template <class Q>
double held(const Accepted<Q>& accepted, double value) {
    return accepted.holds(Q(value)) ? value : kNoValue;
}

}  // namespace

StepChannels::StepChannels(const Activity& activity) : device_(activity.device) {
    if (!activity.records.sensors.empty()) {
        stand_in(activity.records);
    }
}

/// A sensor's channel counts only where the device has none of its own; the two are never spliced.
void StepChannels::stand_in(const Records& records) {
    if (records.cadence.empty()) {
        cadence_ = first(records, SensorQuantity::cadence, Side::both);
    }
    if (records.vertical_oscillation.empty()) {
        vertical_oscillation_ = first(records, SensorQuantity::vertical_oscillation, Side::both);
    }
    if (records.stance_time.empty()) {
        find_stance(records);
    }
    for (const SensorChannel* used :
         {cadence_, vertical_oscillation_, stance_time_, stance_left_}) {
        if (used != nullptr) {
            name(*used);
        }
    }
}

/// Both feet of one sensor where there are both, since they also give the balance.
void StepChannels::find_stance(const Records& records) {
    stance_left_ = first(records, SensorQuantity::stance_time, Side::left);
    stance_right_ = first(records, SensorQuantity::stance_time, Side::right);
    if (stance_left_ == nullptr || stance_right_ == nullptr ||
        stance_left_->sensor != stance_right_->sensor) {
        stance_left_ = nullptr;
        stance_right_ = nullptr;
        stance_time_ = first(records, SensorQuantity::stance_time, Side::both);
    }
}

const SensorChannel* StepChannels::first(const Records& records, SensorQuantity quantity,
                                         Side side) {
    for (const SensorChannel& sensor : records.sensors) {
        if (sensor.quantity == quantity && sensor.side == side) {
            return &sensor;
        }
    }
    return nullptr;
}

void StepChannels::name(const SensorChannel& sensor) {
    if (device_.find(sensor.sensor) == std::string::npos) {
        device_ += (device_.empty() ? "" : " + ") + sensor.sensor;
    }
}

StepReading StepChannels::at(std::size_t record, const Segment& segment) const {
    StepReading reading{};
    reading.cadence = held(kRunningCadence, cadence_ != nullptr ? value_of(cadence_, record)
                                                                : raw_of(segment.cadence));
    reading.vertical_oscillation = held(kOscillation, vertical_oscillation_ != nullptr
                                                          ? value_of(vertical_oscillation_, record)
                                                          : raw_of(segment.vertical_oscillation));
    reading.balance = raw_of(segment.balance);
    double stance = raw_of(segment.stance_time);
    if (stance_left_ != nullptr) {
        const double left = held(kStanceTime, value_of(stance_left_, record));
        const double right = held(kStanceTime, value_of(stance_right_, record));
        stance = (left + right) * 0.5;
        reading.balance = left / (left + right);
    } else if (stance_time_ != nullptr) {
        stance = value_of(stance_time_, record);
    }
    reading.stance_time = held(kStanceTime, stance);
    reading.balance = held(kBalance, reading.balance);
    return reading;
}

}  // namespace footsure::load
