// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_reader.hpp"

#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace footsure::decode {
namespace {

constexpr std::uint32_t kNoTime = 0xFFFFFFFF;
constexpr std::uint32_t kPackedMask = 0xFFF;
constexpr unsigned kPackedBits = 12;
constexpr std::uint32_t kPackedInvalid = 0xFFFFFF;
constexpr double kPackedSpeedScale = 100;
constexpr double kPackedDistanceScale = 16;
constexpr double kLastIndex = 255;
/// Ten days of heart beats, with room.
constexpr std::size_t kMostNotes = 4'000'000;

}  // namespace

void FitReader::take_time(const MessagePlan& plan, const std::byte* body) {
    if (!plan.timestamp_offset) {
        return;
    }
    const auto time = read_unsigned<std::uint32_t>(body + *plan.timestamp_offset, plan.order);
    if (time != kNoTime) {
        time_ = time;
        message_time_ = time;
    }
}

void FitReader::take(MessagePlan& plan, const std::byte* body) {
    switch (plan.message) {
    case Message::record: take_record(plan, body); break;
    case Message::session:
    case Message::lap: take_summary(plan, body); break;
    case Message::file_id: take_file_id(plan, body); break;
    case Message::sport: take_sport(plan, body); break;
    case Message::developer_data: take_developer(plan, body); break;
    case Message::field_description: take_description(plan, body); break;
    default: take_note(plan, body); break;
    }
}

void FitReader::take_note(const MessagePlan& plan, const std::byte* body) {
    FitNotes& notes = content_.notes;
    if (notes.timer.size() + notes.beats.size() + notes.strap_rates.size() >= kMostNotes) {
        full_ = true;
        return;
    }
    switch (plan.message) {
    case Message::activity:
    case Message::timestamp_correlation: note_local_time(plan, body, message_time_, notes); break;
    case Message::device_settings: note_settings(plan, body, notes); break;
    case Message::event: note_event(plan, body, message_time_, notes); break;
    case Message::device_info: note_device(plan, body, notes); break;
    case Message::beats: note_beats(plan, body, notes); break;
    case Message::strap_memory: strap_.take(plan, body, message_time_, notes.strap_rates); break;
    default: break;
    }
}

void FitReader::take_record(MessagePlan& plan, const std::byte* body) {
    RecordTable& records = content_.records;
    if (records.size() >= limits_.records) {
        full_ = true;
        return;
    }
    if (message_time_) {
        records.begin(fit_instant(*message_time_));
    } else {
        records.begin_without_time();
    }
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::compressed_speed_distance) {
            take_packed_speed(step, body);
            continue;
        }
        const double value = read_field(step, body, plan.order);
        if (std::isnan(value)) {
            continue;
        }
        if (step.operation == Operation::set) {
            records.set(step.slot, value);
        } else if (step.operation == Operation::add) {
            records.add(step.slot, value);
        } else if (value < 1) {
            records.add_time(value);
        }
    }
    if (!plan.developer.empty()) {
        developer_.resolve(plan, records);
        take_sensors(plan, body);
    }
}

void FitReader::take_sensors(const MessagePlan& plan, const std::byte* body) {
    for (const SensorStep& step : plan.sensors) {
        const double value = read_field(step.field, body, plan.order);
        if (!std::isnan(value)) {
            content_.records.set_sensor(step.channel, value * step.factor);
        }
    }
}

void FitReader::take_developer(const MessagePlan& plan, const std::byte* body) {
    double index = kNoValue;
    std::span<const std::byte> application;
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::bytes) {
            application = {body + step.offset, step.elements};
        } else {
            index = read_field(step, body, plan.order);
        }
    }
    if (index >= 0 && index <= kLastIndex) {
        developer_.add_app(static_cast<std::uint8_t>(index), application);
    }
}

void FitReader::take_description(const MessagePlan& plan, const std::byte* body) {
    std::array<double, developer_slots> values{};
    values.fill(kNoValue);
    DeveloperFields::Description said;
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::text) {
            said.name = read_text(step, body);
        } else {
            values[step.slot] = read_field(step, body, plan.order);
        }
    }
    const auto is_byte = [&](DeveloperSlot slot) {
        return values[slot] >= 0 && values[slot] <= kLastIndex;
    };
    if (!is_byte(developer_index) || !is_byte(developer_field) || !is_byte(developer_base_type)) {
        return;
    }
    said.base_type = static_cast<std::uint8_t>(values[developer_base_type]);
    said.scale = values[developer_scale] > 0 ? values[developer_scale] : 1;
    said.offset = std::isnan(values[developer_offset]) ? 0 : values[developer_offset];
    developer_.describe(static_cast<std::uint8_t>(values[developer_index]),
                        static_cast<std::uint8_t>(values[developer_field]), std::move(said));
}

/// Always little endian, whatever the definition says.
void FitReader::take_packed_speed(const PlanStep& step, const std::byte* body) {
    const auto byte = [&](std::size_t i) {
        return std::to_integer<std::uint32_t>(body[step.offset + i]);
    };
    const std::uint32_t packed = byte(0) | (byte(1) << 8U) | (byte(2) << 16U);
    if (packed == kPackedInvalid) {
        return;
    }
    const std::uint32_t distance = packed >> kPackedBits;
    packed_distance_ += (distance - packed_distance_) & kPackedMask;
    content_.records.set(record_speed, (packed & kPackedMask) / kPackedSpeedScale);
    content_.records.set(record_distance, packed_distance_ / kPackedDistanceScale);
}

void FitReader::take_summary(const MessagePlan& plan, const std::byte* body) {
    if (content_.sessions.size() + content_.laps.size() >= limits_.records) {
        full_ = true;
        return;
    }
    FitSummary summary;
    summary.values.fill(kNoValue);
    for (const PlanStep& step : plan.steps) {
        const double value = read_field(step, body, plan.order);
        if (std::isnan(value)) {
            continue;
        }
        double& slot = summary.values[step.slot];
        slot = step.operation == Operation::add ? slot + value : value;
    }
    if (message_time_) {
        summary.ended_at = *message_time_;
    }
    (plan.message == Message::session ? content_.sessions : content_.laps).push_back(summary);
}

void FitReader::take_file_id(const MessagePlan& plan, const std::byte* body) {
    FitPart& part = content_.parts.back();
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::text) {
            part.product_name = read_text(step, body);
        } else {
            part.id[step.slot] = read_field(step, body, plan.order);
        }
    }
}

void FitReader::take_sport(const MessagePlan& plan, const std::byte* body) {
    FitPart& part = content_.parts.back();
    for (const PlanStep& step : plan.steps) {
        const double value = read_field(step, body, plan.order);
        (step.slot == summary_sport ? part.sport : part.sub_sport) = value;
    }
}

}  // namespace footsure::decode
