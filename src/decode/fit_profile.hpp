// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/device_words.hpp"
#include "model/sport_words.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace footsure::decode {

/// The FIT messages whose fields are read; all others are stepped over by their size.
enum class Message : std::uint8_t {
    other,
    file_id,
    sport,
    session,
    lap,
    record,
    activity,
    timestamp_correlation,
    device_settings,
    event,
    device_info,
    beats,         ///< hrv: times from beat to beat
    strap_memory,  ///< hr: what a strap stored under water
    developer_data,
    field_description,
};

/// What a field does to the slot it goes to.
enum class Operation : std::uint8_t {
    set,
    add,                        ///< the fractional part of a value set before
    compressed_speed_distance,  ///< two packed numbers, one of them a counter that wraps
    time_fraction,              ///< of the second of the record's time
    text,
    list,   ///< all elements of an array of numbers
    bytes,  ///< a packed field, read byte by byte
};

/// One field of a message: value = raw / scale - offset, put into `slot`.
struct FieldRule {
    std::uint8_t field = 0;
    std::uint8_t slot = 0;
    Operation operation = Operation::set;
    double scale = 1;
    double offset = 0;
};

/// Channels of a record message.
enum RecordSlot : std::uint8_t {
    record_latitude,
    record_longitude,
    record_altitude,
    record_distance,
    record_speed,
    record_heart_rate,
    record_cadence,
    record_stance_time,
    record_vertical_oscillation,
    record_balance,
    record_step_length,
    record_vertical_ratio,
    record_stance_share,
    record_power,
    record_activity_type,
    record_slots,
};

enum SummarySlot : std::uint8_t {
    summary_start,
    summary_elapsed,
    summary_timer,
    summary_distance,
    summary_sport,
    summary_sub_sport,
    summary_ascent,
    summary_descent,
    summary_heart_rate,
    summary_cadence,
    summary_power,
    summary_stance_time,
    summary_vertical_oscillation,
    summary_vertical_ratio,
    summary_balance,
    summary_step_length,
    summary_feel,
    summary_exertion,
    summary_slots,
};

enum FileIdSlot : std::uint8_t {
    file_type,
    file_manufacturer,
    file_product,
    file_product_name,
};

enum ClockSlot : std::uint8_t { clock_local };

enum SettingsSlot : std::uint8_t { settings_utc_offset, settings_local_offset, settings_slots };

enum EventSlot : std::uint8_t { event_what, event_type, event_slots };

enum DeviceSlot : std::uint8_t {
    device_index,
    device_type,
    device_manufacturer,
    device_product,
    device_source,
    device_battery,
    device_slots,
    device_product_name,
};

enum StrapSlot : std::uint8_t {
    strap_fraction,
    strap_event_time,
    strap_heart_rates,
    strap_event_times,
};

enum DeveloperSlot : std::uint8_t {
    developer_index,
    developer_field,
    developer_base_type,
    developer_scale,
    developer_offset,
    developer_slots,
    developer_field_name,
    developer_application,
};

inline constexpr std::uint8_t kTimestampField = 253;

[[nodiscard]] Message message_of(std::uint16_t global_number);
/// The fields read of that message, in the order they are applied: what stands later wins.
[[nodiscard]] std::span<const FieldRule> rules_of(Message message);

/// What a file of this type holds in one word; empty for a type without a word here.
[[nodiscard]] std::string_view file_type_word(double number);
/// The name of a maker's strap or pod that measures running; empty for all other products.
[[nodiscard]] std::string_view product_word(double manufacturer, double product);

}  // namespace footsure::decode
