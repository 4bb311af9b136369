// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_profile.hpp"
#include "decode/fit_value.hpp"
#include "model/activity.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace footsure::decode {

/// Records under construction, one array per channel so that setting a value is one store.
class RecordTable {
public:
    using Channel = std::vector<double>;

    /// Begins the next Record; a channel it does not set stays without value.
    void begin(Instant at);
    /// The same for a Record without a time, which takes that of the Record before.
    void begin_without_time();

    [[nodiscard]] std::size_t without_time() const { return without_time_; }

    /// Whether any Record says when it was.
    [[nodiscard]] bool has_times() const { return without_time_ < at_.size(); }

    [[nodiscard]] std::size_t size() const { return at_.size(); }

    [[nodiscard]] const std::vector<Instant>& at() const { return at_; }

    void retime(std::size_t record, Instant at) { at_[record] = at; }

    /// Makes room for the channel; needed before the first `set` of it.
    void activate(std::size_t slot);

    /// Sets a value of the last begun Record.
    void set(std::size_t slot, double value) { channels_[slot][at_.size() - 1] = value; }

    void add(std::size_t slot, double value) { channels_[slot][at_.size() - 1] += value; }

    /// Moves the last begun Record's time by a fraction of its second.
    void add_time(double seconds) {
        at_.back() += std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6));
    }

    /// The times themselves, to be put right.
    [[nodiscard]] std::span<Instant> times() { return at_; }

    /// The place of a sensor's channel, made on first asking.
    [[nodiscard]] std::size_t sensor(std::string_view name, SensorQuantity quantity, Side side);

    /// Sets a value of the last begun Record.
    void set_sensor(std::size_t place, double value) {
        sensors_[place].values[at_.size() - 1] = value;
    }

    [[nodiscard]] std::vector<SensorChannel>& sensors() { return sensors_; }

    /// Activates on demand; for readers that are not in a hurry.
    void put(std::size_t slot, double value) {
        activate(slot);
        set(slot, value);
    }

    /// Empty when the channel was never activated, else at least as long as the Records.
    [[nodiscard]] Channel& channel(std::size_t slot) { return channels_[slot]; }

    [[nodiscard]] const Channel& channel(std::size_t slot) const { return channels_[slot]; }

    [[nodiscard]] double value(std::size_t slot, std::size_t record) const {
        return channels_[slot].empty() ? kNoValue : channels_[slot][record];
    }

    /// Drops what a device writes for "not measured" and cannot be a value.
    /// Gives: how many heart rates were out of range (zero, the usual "no sensor", not counted).
    std::size_t drop_impossible();
    /// Puts neighbours of one instant together where no channel has a value in both.
    /// Gives: how many Records it took away.
    std::size_t merge_same_instant();
    /// Hands the Records over; the table is empty afterwards.
    [[nodiscard]] Records take();

private:
    void grow();
    void trim();
    [[nodiscard]] std::vector<Channel*> used_channels();

    std::vector<Instant> at_;
    std::array<Channel, record_slots> channels_;
    std::vector<SensorChannel> sensors_;
    std::size_t capacity_ = 0;
    std::size_t without_time_ = 0;
};

}  // namespace footsure::decode
