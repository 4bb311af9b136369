// SPDX-License-Identifier: Apache-2.0
#include "decode/record_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footsure::decode {
namespace {

constexpr std::size_t kFirstCapacity = 1024;
constexpr double kHighestHeartRate = 250;
constexpr double kHighestLatitude = 90;
constexpr double kHighestLongitude = 180;
/// Above every mountain; a raw 0xFFFF in a wider field gives 12 607 m.
constexpr double kHighestGround = 9000;

/// Keeps the values that `possible` names; written so that no value costs a branch.
template <class Predicate>
void keep_if(RecordTable::Channel& values, Predicate possible) {
    for (double& value : values) {
        value = possible(value) ? value : kNoValue;
    }
}

std::size_t drop_high_heart_rates(RecordTable::Channel& values) {
    std::size_t dropped = 0;
    for (double& value : values) {
        if (value > kHighestHeartRate) {
            value = kNoValue;
            ++dropped;
        }
    }
    return dropped;
}

bool is_place(double latitude, double longitude) {
    // (0, 0) and the edges of the range are what devices write before the first fix.
    const bool nowhere = latitude == 0 && longitude == 0;
    return !nowhere && std::abs(latitude) <= kHighestLatitude &&
           std::abs(longitude) < kHighestLongitude;
}

void drop_missing_fixes(RecordTable::Channel& latitude, RecordTable::Channel& longitude) {
    if (latitude.empty() || longitude.empty()) {
        latitude.clear();
        longitude.clear();
        return;
    }
    for (std::size_t i = 0; i < latitude.size(); ++i) {
        if (!is_place(latitude[i], longitude[i])) {
            latitude[i] = kNoValue;
            longitude[i] = kNoValue;
        }
    }
}

template <class Q>
Column<Q> column_of(RecordTable::Channel& values, std::size_t records) {
    values.resize(values.empty() ? 0 : records);
    const bool measured =
        std::any_of(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
    return measured ? Column<Q>(std::move(values)) : Column<Q>();
}

}  // namespace

void RecordTable::begin(Instant at) {
    at_.push_back(at);
    if (at_.size() > capacity_) {
        grow();
    }
}

void RecordTable::begin_without_time() {
    begin(at_.empty() ? Instant{} : at_.back());
    ++without_time_;
}

void RecordTable::grow() {
    capacity_ = std::max(kFirstCapacity, 2 * capacity_);
    for (Channel& values : channels_) {
        if (!values.empty()) {
            values.resize(capacity_, kNoValue);
        }
    }
    for (SensorChannel& sensor : sensors_) {
        sensor.values.resize(capacity_, kNoValue);
    }
}

void RecordTable::activate(std::size_t slot) {
    if (channels_[slot].empty()) {
        capacity_ = capacity_ == 0 ? kFirstCapacity : capacity_;
        channels_[slot].assign(capacity_, kNoValue);
    }
}

/// Lets go of the room for Records that did not come.
void RecordTable::trim() {
    capacity_ = at_.size();
    for (Channel& values : channels_) {
        values.resize(values.empty() ? 0 : capacity_);
    }
    for (SensorChannel& sensor : sensors_) {
        sensor.values.resize(capacity_);
    }
}

std::size_t RecordTable::drop_impossible() {
    trim();
    const auto positive = [](double v) { return v > 0; };
    const auto not_negative = [](double v) { return v >= 0; };
    drop_missing_fixes(channels_[record_latitude], channels_[record_longitude]);
    keep_if(channels_[record_altitude], [](double v) { return v <= kHighestGround; });
    keep_if(channels_[record_heart_rate], positive);
    const std::size_t heart_rates = drop_high_heart_rates(channels_[record_heart_rate]);
    keep_if(channels_[record_stance_time], positive);
    keep_if(channels_[record_vertical_oscillation], positive);
    keep_if(channels_[record_balance], [](double v) { return v > 0 && v < 1; });
    keep_if(channels_[record_step_length], positive);
    keep_if(channels_[record_vertical_ratio], positive);
    keep_if(channels_[record_stance_share], positive);
    keep_if(channels_[record_cadence], not_negative);
    keep_if(channels_[record_speed], not_negative);
    keep_if(channels_[record_power], not_negative);
    return heart_rates;
}

std::size_t RecordTable::sensor(std::string_view name, SensorQuantity quantity, Side side) {
    const auto found = std::ranges::find_if(sensors_, [&](const SensorChannel& channel) {
        return channel.sensor == name && channel.quantity == quantity && channel.side == side;
    });
    const auto place = static_cast<std::size_t>(found - sensors_.begin());
    if (found == sensors_.end()) {
        sensors_.push_back({.sensor = std::string(name),
                            .quantity = quantity,
                            .side = side,
                            .values = Channel(capacity_, kNoValue)});
    }
    return place;
}

/// Every channel that was ever activated, as long as the Records at least.
std::vector<RecordTable::Channel*> RecordTable::used_channels() {
    std::vector<Channel*> used;
    for (Channel& values : channels_) {
        if (!values.empty()) {
            used.push_back(&values);
        }
    }
    for (SensorChannel& sensor : sensors_) {
        used.push_back(&sensor.values);
    }
    return used;
}

std::size_t RecordTable::merge_same_instant() {
    const auto same = std::ranges::adjacent_find(at_);
    if (same == at_.end() || without_time_ > 0) {
        return 0;
    }
    channels_[record_activity_type].clear();
    const std::vector<Channel*> used = used_channels();
    const std::size_t before = at_.size();
    auto last = static_cast<std::size_t>(same - at_.begin());
    for (std::size_t i = last + 1; i < before; ++i) {
        const bool apart = at_[i] != at_[last] || std::ranges::any_of(used, [&](Channel* values) {
                               return !std::isnan((*values)[last]) && !std::isnan((*values)[i]);
                           });
        last += apart ? 1 : 0;
        at_[last] = at_[i];
        for (Channel* values : used) {
            if (last != i && (apart || !std::isnan((*values)[i]))) {
                (*values)[last] = (*values)[i];
            }
        }
    }
    at_.resize(last + 1);
    for (Channel* values : used) {
        values->resize(last + 1);
    }
    capacity_ = last + 1;
    return before - at_.size();
}

Records RecordTable::take() {
    const std::size_t n = at_.size();
    Records records;
    records.latitude = column_of<GeoDegrees>(channels_[record_latitude], n);
    records.longitude = column_of<GeoDegrees>(channels_[record_longitude], n);
    records.altitude = column_of<Metres>(channels_[record_altitude], n);
    records.distance = column_of<Metres>(channels_[record_distance], n);
    records.speed = column_of<MetresPerSecond>(channels_[record_speed], n);
    records.heart_rate = column_of<BeatsPerMinute>(channels_[record_heart_rate], n);
    records.cadence = column_of<Cadence>(channels_[record_cadence], n);
    records.stance_time = column_of<Seconds>(channels_[record_stance_time], n);
    records.vertical_oscillation = column_of<Metres>(channels_[record_vertical_oscillation], n);
    records.stance_time_balance = column_of<Share>(channels_[record_balance], n);
    records.step_length = column_of<Metres>(channels_[record_step_length], n);
    records.vertical_ratio = column_of<Share>(channels_[record_vertical_ratio], n);
    records.stance_share = column_of<Share>(channels_[record_stance_share], n);
    records.power = column_of<Watts>(channels_[record_power], n);
    for (SensorChannel& sensor : sensors_) {
        sensor.values.resize(n);
    }
    records.sensors = std::move(sensors_);
    records.at = std::move(at_);
    *this = RecordTable();
    return records;
}

}  // namespace footsure::decode
