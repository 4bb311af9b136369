// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_plan.hpp"
#include "decode/record_table.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

namespace footsure::decode {

/// The apps whose fields are understood.
enum class SensorApp : std::uint8_t { unknown, stryd, runscribe, garmin_running_power };

/// What one part of a FIT file says of its developer fields; what it says last counts.
class DeveloperFields {
public:
    /// What a field_description message says.
    struct Description {
        std::uint8_t base_type = 0;
        double scale = 1;
        double offset = 0;
        std::string name;
    };

    void add_app(std::uint8_t index, std::span<const std::byte> application_id);
    void describe(std::uint8_t index, std::uint8_t field, Description description);

    /// Works out anew which developer fields are channels of sensors, when anything changed.
    void resolve(MessagePlan& plan, RecordTable& records) const {
        if (plan.sensors_version != version_) {
            resolve_changed(plan, records);
        }
    }

private:
    void resolve_changed(MessagePlan& plan, RecordTable& records) const;

    std::array<SensorApp, 256> apps_{};
    std::unordered_map<std::uint32_t, Description> descriptions_;
    std::uint64_t version_ = 1;
};

/// Brings the channels to their final form: what a sensor writes for "not measured" is no value,
/// cadence counts steps, and a channel that measured nothing is gone.
void finish_sensors(std::vector<SensorChannel>& sensors);

}  // namespace footsure::decode
